package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Response.Consent;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Coder;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;

/// One open question's way from answers to themes and codings.
final class QuestionRun {
    private static final int BATCH = 1024;

    private final Consultation consultation;
    private final RunOptions options;
    private final Embedder transformer;
    private final Crew crew;
    private final Progress progress;

    QuestionRun(Consultation consultation, RunOptions options, Embedder transformer, Crew crew, Progress progress) {
        this.consultation = consultation;
        this.options = options;
        this.transformer = transformer;
        this.crew = crew;
        this.progress = progress;
    }

    /// @param codebook the themes to code to; null to discover them
    /// @param tokens how many tokens the transformer may read
    QuestionAnalysis run(Question question, @Nullable List<Theme> codebook, long tokens) {
        int column = consultation.indexOf(question);
        List<String> answers = consultation.responses().stream()
                .map(response -> response.values().get(column))
                .toList();
        Screened screened = Screened.of(question.id(), answers, progress);
        if (screened.texts().size() == 0) {
            return assembled(question, screened, List.of(), new Codings.Builder().build(), List.of(), Map.of());
        }
        Sample sample = Sample.of(screened, tokens, options.seed());
        Batch read = PassageVectors.of(
                0, sample.texts().stream().map(screened.texts().texts()::get).toList(), transformer, progress);
        return codebook == null
                ? discover(question, screened, sample, read)
                : code(question, screened, sample, read, codebook);
    }

    private QuestionAnalysis discover(Question question, Screened screened, Sample sample, Batch read) {
        Found found = Found.in(
                read,
                sample.texts(),
                screened,
                stances(question, screened),
                quotable(screened),
                options,
                crew,
                progress);
        List<Theme> themes = found.tree().codebook(question.id(), found.passages(), 5);
        List<Integer> leaves = found.leaves();
        Residue residue = new Residue();
        CodedTexts coded = coded(
                screened, sample, read, leaves.stream().map(themes::get).toList(), found.centres(leaves), residue);
        int[] carried = new int[themes.size()];
        int[] byLeaf = coded.submissions(screened.texts(), leaves.size());
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            carried[leaves.get(leaf)] = byLeaf[leaf];
        }
        Draft draft = Draft.ordered(themes, carried, question.id());
        int[] themeOf = leaves.stream().mapToInt(leaf -> draft.placeOf()[leaf]).toArray();
        Map<String, String> mixed = new HashMap<>();
        for (int n = 0; n < themes.size(); n++) {
            String how = found.tree().nodes().get(n).mixed();
            if (how != null) {
                mixed.put(draft.themes().get(draft.placeOf()[n]).id(), how);
            }
        }
        return assembled(
                question,
                screened,
                draft.themes(),
                coded.forResponses(screened.texts(), themeOf),
                residue.groups(screened, options, crew, progress),
                mixed);
    }

    private QuestionAnalysis code(
            Question question, Screened screened, Sample sample, Batch read, List<Theme> codebook) {
        Set<String> parents = codebook.stream().map(Theme::parent).collect(Collectors.toSet());
        List<Integer> leaves = IntStream.range(0, codebook.size())
                .filter(t -> !parents.contains(codebook.get(t).id()))
                .boxed()
                .toList();
        Residue residue = new Residue();
        CodedTexts coded =
                coded(screened, sample, read, leaves.stream().map(codebook::get).toList(), null, residue);
        int[] byLeaf = coded.submissions(screened.texts(), leaves.size());
        int[] carried = new int[codebook.size()];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            carried[leaves.get(leaf)] = byLeaf[leaf];
        }
        Draft draft = Draft.ordered(codebook, carried, null);
        int[] themeOf = leaves.stream().mapToInt(leaf -> draft.placeOf()[leaf]).toArray();
        return assembled(
                question,
                screened,
                draft.themes(),
                coded.forResponses(screened.texts(), themeOf),
                residue.groups(screened, options, crew, progress),
                Map.of());
    }

    private CodedTexts coded(
            Screened screened,
            Sample sample,
            Batch read,
            List<Theme> themes,
            @Nullable Vectors centres,
            Residue residue) {
        Coder coder = ZeroShotCoder.fit(themes, read, centres, transformer, ZeroShotCoder.Options.DEFAULT, progress);
        int texts = screened.texts().size();
        int batches = Math.ceilDiv(texts, BATCH);
        PassageVectors all = new PassageVectors(screened.texts().texts(), transformer);
        List<Codings> parts = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            int from = b * BATCH;
            int to = Math.min(texts, from + BATCH);
            Batch batch = sample.isAll() ? PassageVectors.slice(read, from, to) : all.batch(from, to, progress);
            Coded coded = coder.code(batch);
            parts.add(coded.codings());
            residue.collect(batch, coded);
            progress.at("coding", to, texts);
        }
        return new CodedTexts(parts);
    }

    private int[] stances(Question question, Screened screened) {
        int[] stances = new int[screened.texts().size()];
        Question paired = consultation.questions().stream()
                .filter(other -> other.id().equals(question.pairedWith()))
                .findFirst()
                .orElse(null);
        if (paired != null) {
            int column = consultation.indexOf(paired);
            Arrays.setAll(stances, t -> Stance.of(response(screened, t).values().get(column)));
        }
        return stances;
    }

    /// Whether anyone who sent the text lets it be quoted.
    private boolean[] quotable(Screened screened) {
        boolean stated = consultation.responses().stream().anyMatch(r -> r.consent() != Consent.UNKNOWN);
        boolean[] quotable = new boolean[screened.texts().size()];
        for (int t = 0; t < quotable.length; t++) {
            quotable[t] = Arrays.stream(screened.texts().responsesOf(t))
                    .mapToObj(r -> consultation.responses().get(r).consent())
                    .anyMatch(consent -> consent == Consent.YES || (!stated && consent == Consent.UNKNOWN));
        }
        return quotable;
    }

    private Response response(Screened screened, int text) {
        return consultation.responses().get(screened.texts().firstResponse(text));
    }

    private QuestionAnalysis assembled(
            Question question,
            Screened screened,
            List<Theme> themes,
            Codings codings,
            List<Uncovered> uncovered,
            Map<String, String> mixed) {
        int responses = screened.status().size();
        String[] language = new String[responses];
        Integer[] distinct = new Integer[responses];
        List<Passage> personal = new ArrayList<>();
        for (int r = 0; r < responses; r++) {
            int text = screened.texts().of()[r];
            language[r] = text < 0 ? "und" : screened.language().get(text);
            distinct[r] = text < 0 ? -1 : screened.group()[text];
            if (text >= 0) {
                for (Span span : screened.personal().get(text)) {
                    personal.add(new Passage(r, span));
                }
            }
        }
        return new QuestionAnalysis(
                question,
                screened.status(),
                Arrays.asList(language),
                Arrays.asList(distinct),
                themes,
                codings,
                Map.of(),
                screened.campaigns(),
                uncovered,
                personal,
                mixed);
    }
}
