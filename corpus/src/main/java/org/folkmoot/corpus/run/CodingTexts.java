package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.folkmoot.corpus.edit.ReviewedAnswer;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Coder;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.code.LearnedCoder;
import org.folkmoot.text.embed.CorpusStudent;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// Codes all distinct texts of a question to a scheme, batch by batch.
///
/// @param name id of the question, for progress and notes
/// @param read the texts of the sample with their passages and the transformer's vectors
record CodingTexts(String name, Screened screened, Sample sample, Batch read, Engine engine, QuestionRun.Notes notes) {
    private static final int BATCH = PassageTable.PART;

    /// Held-out cosine below which a student's vectors are not good enough to code with.
    private static final double LEAST_FIDELITY = 0.75;

    /// @param origins from which the coder saw the corpus
    record Done(CodedTexts texts, Origins origins) {}

    /// The scheme without themes that nearly the same answers carry as another.
    ///
    /// @param words reads what the codebook says
    Scheme distinct(Scheme scheme, Embedder words) {
        LanguageCoder start = zeroShot(scheme, origins(scheme, words), words);
        return SameAnswers.joined(
                scheme,
                screened.languages().main(),
                start.code(new LanguageCoder.Texts(read, sample.texts())).codings());
    }

    /// Reads what the codebook says. With a bench kept, themes will be coded anew one by one: their numbers must not
    /// depend on one another.
    Embedder words(boolean keepsBench) {
        return keepsBench
                ? new KnownVectors(new TextsAlone(engine))
                : new KnownVectors(engine.transformer()).with(read);
    }

    /// @param reviewed by response index what people decided: the coder learns from it
    /// @param kept where all passages' vectors are put, null if they are not to be kept
    Done to(
            Scheme scheme,
            Embedder words,
            SortedMap<Integer, ReviewedAnswer> reviewed,
            PassageTable.@Nullable Builder kept) {
        int texts = screened.texts().size();
        Embedder reader = sample.isAll() ? engine.transformer() : student();
        Origins origins = origins(scheme, words);
        LanguageCoder coder = learned(zeroShot(scheme, origins, words), scheme, reviewed, reader);
        Residue.Scope scope = new Residue.Scope(screened.languages(), scheme.leafThemes(), texts);
        Codings[] parts = new Codings[Math.ceilDiv(texts, BATCH)];
        Residue[] residues = new Residue[parts.length];
        engine.crew().run(name + ": coding", parts.length, engine.progress(), b -> {
            int from = b * BATCH;
            int to = Math.min(texts, from + BATCH);
            Batch batch = sample.isAll()
                    ? PassageVectors.slice(read, from, to)
                    : PassageVectors.of(from, screened.texts().texts().subList(from, to), reader, Progress.SILENT);
            if (kept != null) {
                kept.put(batch);
            }
            Coded coded = coder.code(batch);
            parts[b] = coded.codings();
            residues[b] = Residue.of(batch, coded, scope);
        });
        return new Done(new CodedTexts(List.of(parts), Residue.joined(List.of(residues))), origins);
    }

    private LanguageCoder zeroShot(Scheme scheme, Origins origins, Embedder words) {
        return LanguageCoder.zeroShot(
                screened.languages(), origins, scheme.leafThemes(), scheme.centres(), words, engine);
    }

    private Origins origins(Scheme scheme, Embedder words) {
        return Origins.of(screened, sample, read, scheme.leafThemes(), words);
    }

    private LanguageCoder learned(
            LanguageCoder start, Scheme scheme, SortedMap<Integer, ReviewedAnswer> reviewed, Embedder reader) {
        List<Theme> leaves = scheme.leafThemes();
        Map<String, Integer> leafOf = new HashMap<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            leafOf.put(leaves.get(leaf).id(), leaf);
        }
        List<Integer> texts = new ArrayList<>();
        List<Set<Integer>> themes = new ArrayList<>();
        reviewed.forEach((response, decided) -> {
            int text = screened.texts().of()[response];
            if (text >= 0) {
                Set<Integer> chosen = new TreeSet<>();
                decided.choices().stream()
                        .map(choice -> leafOf.get(choice.theme()))
                        .filter(leaf -> leaf != null)
                        .forEach(chosen::add);
                texts.add(text);
                themes.add(chosen);
            }
        });
        notes.measures().put(name + " reviewed answers", Integer.toString(texts.size()));
        if (texts.size() < Coder.LEAST_REVIEWED) {
            return start;
        }
        List<String> answers = texts.stream().map(screened.texts().texts()::get).toList();
        return start.learned(
                new LanguageCoder.Texts(read, sample.texts()),
                new LanguageCoder.Texts(PassageVectors.of(0, answers, reader, engine.progress()), texts),
                themes,
                LearnedCoder.Options.DEFAULT.seed(),
                engine);
    }

    /// A student fitted to what the transformer read; the transformer itself where it imitates too badly.
    private Embedder student() {
        List<String> passages = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            String text = read.answers().get(i);
            read.passages().get(i).forEach(span -> passages.add(span.of(text)));
        }
        if (passages.stream().filter(passage -> !passage.isBlank()).count() < CorpusStudent.LEAST_SAMPLE) {
            return engine.transformer();
        }
        CorpusStudent student = CorpusStudent.fit(passages, read.vectors(), engine.crew(), engine.progress());
        String fidelity = String.format(Locale.ROOT, "%.3f", student.fidelity());
        notes.measures().put(name + " student's fidelity (held-out cosine)", fidelity);
        if (student.fidelity() >= LEAST_FIDELITY) {
            return new UncentredStudent(student, read.vectors());
        }
        notes.warnings()
                .add(name + ": the student imitates the transformer too badly (" + fidelity
                        + "), so the transformer reads all answers, which takes longer");
        return engine.transformer();
    }
}
