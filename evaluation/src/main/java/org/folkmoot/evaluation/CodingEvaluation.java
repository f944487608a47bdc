package org.folkmoot.evaluation;

import static org.folkmoot.evaluation.CodingTally.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coder;
import org.folkmoot.text.code.LearnedCoder;
import org.folkmoot.text.code.Reviewed;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;

/// How well answers are coded to given themes, from the themes' names alone and from reviewed answers.
public final class CodingEvaluation implements Evaluation {
    private static final int FOLDS = 5;
    private static final int SEEDS = 10;

    @Override
    public String name() {
        return "coding";
    }

    @Override
    public List<String> needs() {
        return List.of("nhs-fft-themes", "banking77", "cimt-cycling-dialogues", "nlupp");
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        try (TransformerEmbedder embedder = TransformerEmbedder.open()) {
            return run(data, embedder, progress);
        }
    }

    List<Table> run(Path data, Embedder embedder, Progress progress) throws IOException {
        List<List<String>> learned = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        List<Table> tables = new ArrayList<>();

        CodedAnswers nhs = CodedAnswers.nhs(data);
        Batch comments = nhs.batch(embedder, progress);
        Trials trials = new Trials(nhs, comments, embedder, progress);
        CodingTally all = trials.folds();
        Set<Integer> residual = residual(nhs);
        learned.add(List.of("nhs-fft-themes, 5-fold by respondent: micro-F1", number(all.microF1(), 3), "≥ .74"));
        learned.add(List.of("— macro-F1, themes on 20 answers or more", number(all.macroF1(20), 3), "≥ .63"));
        learned.add(List.of("— macro-F1, themes on 50 answers or more", number(all.macroF1(50), 3), "–"));
        learned.add(List.of("— macro-F1, every theme", number(all.macroF1(1), 3), "–"));
        learned.add(List.of(
                "— micro-F1 without \"Labelling not possible\" and \"Not assigned\"",
                number(all.microF1Without(residual), 3),
                "–"));
        for (int count : new int[] {100, 500}) {
            CodingTally few = trials.few(count, SEEDS);
            learned.add(List.of(
                    "nhs-fft-themes, " + count + " random reviewed answers: micro-F1",
                    number(few.microF1(), 3),
                    count == 100 ? "≥ .58" : "≥ .65"));
        }
        names.add(zeroShot("nhs-fft-themes", trials.zeroShot()));
        tables.add(reliability("Confidence of learned codings, nhs-fft-themes, 5-fold", all));

        banking(data, embedder, progress, learned, names);
        Trials cycling = Trials.of(CodedAnswers.cycling(data), embedder, progress);
        learned.add(List.of(
                "cimt-cycling-dialogues (German), main category, 5-fold: accuracy",
                number(cycling.folds().accuracy(), 3),
                "≥ .74"));
        Trials nlupp = Trials.of(CodedAnswers.nlupp(data), embedder, progress);
        learned.add(
                List.of("nlupp banking, 5-fold: micro-F1", number(nlupp.folds().microF1(), 3), "–"));
        names.add(zeroShot("nlupp banking", nlupp.zeroShot()));

        tables.addFirst(new Table(
                "Coding from names alone",
                ZERO_SHOT_NOTE,
                List.of("data", "micro-F1 of codings", "first theme right", "calibration error"),
                names));
        tables.addFirst(new Table(
                "Coding learned from reviewed answers", LEARNED_NOTE, List.of("what", "reached", "target"), learned));
        return tables;
    }

    private static final String ZERO_SHOT_NOTE = """
            No coded answer is seen; a theme is its name. Codings at the default threshold against people's.
            """;

    private static final String LEARNED_NOTE = """
            Default options everywhere. nhs-fft-themes: all rows with words (blank ones never reach a coder) and all themes that occur, all questions,
            features from text and question only; folds keep a respondent's answers together. Reviewed answers drawn at
            random, scored on all others, mean over 10 seeds pooled. banking77: official split, most confident intent,
            reviewed answers drawn per intent; at 8 mean over 5 seeds.
            """;

    private static void banking(
            Path data, Embedder embedder, Progress progress, List<List<String>> learned, List<List<String>> names)
            throws IOException {
        CodedAnswers train = CodedAnswers.banking(data, "train");
        CodedAnswers test = CodedAnswers.banking(data, "test");
        Batch questions = train.batch(embedder, progress);
        Batch unseen = test.batch(embedder, progress);
        ZeroShotCoder start =
                ZeroShotCoder.fit(train.themes(), questions, null, embedder, ZeroShotCoder.Options.DEFAULT, progress);
        CodingTally none = new CodingTally(train.themes().size());
        none.add(start.confidences(unseen), test.labels());
        none.add(start.code(unseen).codings(), test.labels());
        names.add(zeroShot("banking77 test", none));
        for (int each : new int[] {8, 64}) {
            CodingTally tally = new CodingTally(train.themes().size());
            for (int seed = 0; seed < (each == 8 ? 5 : 1); seed++) {
                int[] rows = perTheme(train, each, seed);
                Coder coder = Coder.learn(
                        start,
                        questions,
                        new Reviewed(CodedAnswers.take(questions, rows), train.labels(rows)),
                        LearnedCoder.Options.DEFAULT,
                        progress);
                tally.add(coder.confidences(unseen), test.labels());
            }
            learned.add(List.of(
                    "banking77, " + each + " per intent: accuracy",
                    number(tally.accuracy(), 3),
                    each == 8 ? "≥ .88" : "≥ .93"));
        }
    }

    static int[] perTheme(CodedAnswers answers, int each, int seed) {
        Map<Integer, Integer> taken = new HashMap<>();
        return IntStream.of(shuffled(answers.size(), seed))
                .filter(i -> answers.labels().get(i).stream().allMatch(t -> taken.merge(t, 1, Integer::sum) <= each))
                .toArray();
    }

    private static List<String> zeroShot(String name, CodingTally tally) {
        return List.of(
                name, number(tally.microF1(), 3), number(tally.accuracy(), 3), number(tally.calibrationError(), 3));
    }

    private static Table reliability(String title, CodingTally tally) {
        return new Table(
                title,
                "All pairs of answer and theme, by confidence. Expected calibration error over the pairs at 0.1 or more: "
                        + number(tally.calibrationError(), 3) + ".",
                List.of("confidence", "pairs", "mean confidence", "share given by people"),
                tally.reliability());
    }

    static Set<Integer> residual(CodedAnswers nhs) {
        return IntStream.range(0, nhs.themes().size())
                .filter(t -> Set.of("Labelling not possible", "Not assigned")
                        .contains(nhs.themes().get(t).headline()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int[] shuffled(int n, int seed) {
        int[] order = IntStream.range(0, n).toArray();
        Random random = new Random(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /// One data set ready to be coded again and again.
    record Trials(CodedAnswers answers, Batch batch, Embedder embedder, Progress progress) {
        static Trials of(CodedAnswers answers, Embedder embedder, Progress progress) {
            return new Trials(answers, answers.batch(embedder, progress), embedder, progress);
        }

        private ZeroShotCoder start() {
            return ZeroShotCoder.fit(answers.themes(), batch, null, embedder, ZeroShotCoder.Options.DEFAULT, progress);
        }

        CodingTally zeroShot() {
            CodingTally tally = new CodingTally(answers.themes().size());
            score(start(), IntStream.range(0, answers.size()).toArray(), tally);
            return tally;
        }

        /// Each fold coded by what the others teach; a respondent's answers are in one fold.
        CodingTally folds() {
            List<String> people = List.copyOf(new TreeSet<>(answers.respondents()));
            int[] place = shuffled(people.size(), 0);
            Map<String, Integer> fold = new HashMap<>();
            for (int i = 0; i < place.length; i++) {
                fold.put(people.get(place[i]), i % FOLDS);
            }
            CodingTally tally = new CodingTally(answers.themes().size());
            for (int f = 0; f < FOLDS; f++) {
                int held = f;
                int[] test = rows(i -> fold.getOrDefault(answers.respondents().get(i), 0) == held);
                int[] train = rows(i -> fold.getOrDefault(answers.respondents().get(i), 0) != held);
                score(learn(train), test, tally);
            }
            return tally;
        }

        /// `count` random answers teach, all others are coded.
        CodingTally few(int count, int seeds) {
            CodingTally tally = new CodingTally(answers.themes().size());
            for (int seed = 0; seed < seeds; seed++) {
                int[] order = shuffled(answers.size(), seed);
                int[] test = IntStream.of(order).skip(count).toArray();
                score(learn(IntStream.of(order).limit(count).toArray()), test, tally);
            }
            return tally;
        }

        private Coder learn(int[] rows) {
            Reviewed reviewed = new Reviewed(CodedAnswers.take(batch, rows), answers.labels(rows));
            return Coder.learn(start(), batch, reviewed, LearnedCoder.Options.DEFAULT, progress);
        }

        private void score(Coder coder, int[] rows, CodingTally tally) {
            Batch unseen = CodedAnswers.take(batch, rows);
            tally.add(coder.code(unseen).codings(), answers.labels(rows));
            tally.add(coder.confidences(unseen), answers.labels(rows));
        }

        private int[] rows(IntPredicate which) {
            return IntStream.range(0, answers.size()).filter(which).toArray();
        }
    }
}
