package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.edit.ReviewedAnswer;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// One open question's way from answers to themes and codings.
final class QuestionRun {
    private final Engine engine;
    private final Notes notes;

    QuestionRun(Engine engine, Notes notes) {
        this.engine = engine;
        this.notes = notes;
    }

    /// What the run measured of itself and has to say, for the manifest.
    record Notes(SortedMap<String, String> measures, List<String> warnings) {}

    /// What a run leaves behind.
    ///
    /// @param bench null where none was asked for
    /// @param centres by theme id the mean vector of its passages, where known
    record Outcome(QuestionAnalysis analysis, @Nullable Bench bench, Map<String, float[]> centres) {}

    /// @param keepsBench whether what the texts mean is to be kept
    Outcome run(AnalysingQuestion.Request request, boolean keepsBench) {
        Consultation consultation = request.consultation();
        Question question = request.question();
        RunOptions options = request.options();
        List<Theme> codebook = request.codebook();
        int column = consultation.indexOf(question);
        List<String> answers = consultation.responses().stream()
                .map(response -> response.values().get(column))
                .toList();
        Screened screened = Screened.of(question, answers, engine.crew(), engine.progress());
        Assembly assembly = new Assembly(question, screened, request.reviewed());
        Authors authors = Authors.of(consultation, question, screened.texts());
        if (screened.texts().size() == 0) {
            Background background = Background.of(screened, authors);
            return new Outcome(
                    assembly.nothing(codebook == null ? List.of() : codebook),
                    keepsBench ? Bench.empty(background, engine.transformer().dimension(), options.seed()) : null,
                    Map.of());
        }
        Sample sample = Sample.of(screened, options.transformerTokens(), options.seed());
        List<String> texts =
                sample.texts().stream().map(screened.texts().texts()::get).toList();
        Batch read = PassageVectors.of(0, texts, engine.transformer(), engine.progress());
        Scheme scheme = codebook == null
                ? Scheme.discovered(Found.in(read, sample.texts(), screened, authors, options, engine), question.id())
                : Scheme.given(codebook, request.earlier(), engine);
        note(question, "distinct texts", screened.texts().size());
        note(question, "texts read by the transformer", sample.texts().size());
        note(question, "passages read by the transformer", read.vectors().rows());
        CodingTexts coding = new CodingTexts(question.id(), screened, sample, read, engine, notes);
        PassageTable.Builder kept =
                keepsBench ? new PassageTable.Builder(screened.texts().size()) : null;
        Embedder words = coding.words(keepsBench);
        if (codebook == null) {
            scheme = coding.distinct(scheme, words);
        }
        CodingTexts.Done coded = coding.to(scheme, words, request.reviewed(), kept);
        note(question, "passages no theme covers", coded.texts().residue().count());
        Codings decided =
                assembly.decided(scheme.themes(), coded.texts().forResponses(screened.texts(), scheme.places()));
        Draft draft = scheme.ordered(decided);
        Background background = Background.of(screened, authors);
        QuestionAnalysis analysis = assembly.analysis(
                draft.themes(),
                draft.placed(decided),
                coded.texts().residue().groups(background, options.seed(), engine.crew(), engine.progress()),
                scheme.mixed(draft));
        Bench bench = kept == null
                ? null
                : new Bench(
                        background,
                        kept.build(read.vectors().dimension()),
                        coded.origins(),
                        sample.texts().stream().mapToInt(t -> t).toArray(),
                        options.seed());
        return new Outcome(analysis, bench, scheme.centres(draft));
    }

    private void note(Question question, String name, long value) {
        notes.measures().put(question.id() + " " + name, Long.toString(value));
    }

    /// Puts the results of a question together, people's decisions in the place of the machine's.
    private record Assembly(Question question, Screened screened, SortedMap<Integer, ReviewedAnswer> reviewed) {
        QuestionAnalysis nothing(List<Theme> codebook) {
            return analysis(codebook, decided(codebook, new Codings.Builder().build()), List.of(), Map.of());
        }

        QuestionAnalysis analysis(
                List<Theme> themes, Codings codings, List<Uncovered> uncovered, Map<String, String> mixed) {
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
            Map<Integer, String> reviewers = new HashMap<>();
            reviewed.forEach((response, decided) -> reviewers.put(response, decided.reviewer()));
            return new QuestionAnalysis(
                    question,
                    status(),
                    Arrays.asList(language),
                    Arrays.asList(distinct),
                    themes,
                    codings,
                    reviewers,
                    screened.campaigns(),
                    uncovered,
                    personal,
                    mixed);
        }

        /// An answer that a person gave a theme has a view, whatever its first words look like.
        private List<AnswerStatus> status() {
            List<AnswerStatus> status = new ArrayList<>(screened.status());
            reviewed.forEach((response, decided) -> {
                if (!decided.choices().isEmpty()) {
                    status.set(response, AnswerStatus.ANALYSED);
                }
            });
            return status;
        }

        /// The machine's codings, those of answers that a person read replaced by that person's; `theme` is the
        /// index in `themes`.
        Codings decided(List<Theme> themes, Codings machine) {
            if (reviewed.isEmpty()) {
                return machine;
            }
            Map<String, Integer> place = new HashMap<>();
            for (int t = 0; t < themes.size(); t++) {
                place.put(themes.get(t).id(), t);
            }
            Codings.Builder all = new Codings.Builder();
            int next = 0;
            for (int response = 0; response < screened.status().size(); response++) {
                ReviewedAnswer decided = reviewed.get(response);
                for (; next < machine.size() && machine.answer(next) == response; next++) {
                    if (decided == null) {
                        all.add(response, machine.span(next), machine.theme(next), machine.confidence(next));
                    }
                }
                if (decided != null) {
                    for (ReviewedAnswer.Choice choice : decided.choices()) {
                        Integer theme = place.get(choice.theme());
                        if (theme == null) {
                            throw new IllegalArgumentException("a reviewed answer names the theme " + choice.theme()
                                    + ", which is not in the codebook of " + question.id());
                        }
                        all.add(response, choice.span(), theme, 1);
                    }
                }
            }
            return all.build();
        }
    }
}
