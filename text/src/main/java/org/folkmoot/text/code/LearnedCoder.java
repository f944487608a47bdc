package org.folkmoot.text.code;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.lexical.Terms;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Centring;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;

/// Codes as people coded: kernel ridge regression from the answers they reviewed to the themes they gave, on top of
/// what the codebook says.
///
/// The regression (`KernelRidge` over `AnswerKernel`) explains what the score of `ZeroShotCoder`, times a weight,
/// leaves
/// unexplained. That weight, the weight of wording against meaning and the regularisation are chosen by leave-one-out
/// F1 on the reviewed answers themselves; `Calibration` turns leave-one-out scores into probabilities and
/// thresholds.
/// A theme that no reviewed answer carries is coded from the codebook alone, with that confidence calibrated on the
/// themes that have examples. Deterministic for a seed, on any number of threads.
public final class LearnedCoder implements Coder {
    private final ZeroShotCoder start;
    private final Options options;
    private final Encoder encoder;
    private final Model model;

    /// Gain in F1 below which the usual weights are kept.
    private static final double MARGIN = 0.002;

    private LearnedCoder(ZeroShotCoder start, Options options, Encoder encoder, Model model) {
        this.start = start;
        this.options = options;
        this.encoder = encoder;
        this.model = model;
    }

    /// @param examples most reviewed answers to learn from; more are left out by chance. Fitting costs their square,
    ///     coding is linear in them
    /// @param validated most of them that are left out one by one to calibrate; costs their cube
    /// @param trials most of them used to choose weights
    /// @param seed shuffles them
    /// @param crew who does the arithmetic; the result does not depend on it
    public record Options(int examples, int validated, int trials, long seed, Crew crew) {
        /// 10,000 examples, 2,000 validated, 600 to choose weights, on all cores.
        public static final Options DEFAULT = new Options(10_000, 2000, 600, 1, Crew.ofAllCores());

        public Options {
            if (!(Coder.LEAST_REVIEWED <= trials && trials <= validated && validated <= examples)) {
                throw new IllegalArgumentException("must be " + Coder.LEAST_REVIEWED
                        + " <= trials <= validated <= examples: " + trials + ", " + validated + ", " + examples);
            }
        }
    }

    /// Weights chosen by leave-one-out F1.
    private record Choice(AnswerKernel kernel, double lambda, double prior) {}

    /// What was learned.
    ///
    /// @param codebook curve for themes without examples, on the scores of the zero-shot coder
    /// @param examples per theme whether any reviewed answer carries it
    /// @param directions per theme where it points in the space of meaning, to find the passage that carries it
    private record Model(
            Choice choice,
            AnswerFeatures points,
            KernelRidge ridge,
            Calibration calibration,
            Calibration codebook,
            boolean[] examples,
            Vectors directions) {}

    /// Answers to features, as fixed by the corpus.
    private record Encoder(Terms terms, float[] mean, Neighbourhood corpus, Crew crew) {
        static Encoder of(Batch sample, float[] mean, Crew crew) {
            Vectors centred = sample.answerVectors();
            Centring.subtract(centred, mean, crew);
            return new Encoder(Terms.of(sample.answers(), WORDING), mean, new Neighbourhood(centred), crew);
        }

        AnswerFeatures features(Batch batch) {
            Vectors centred = batch.answerVectors();
            Centring.subtract(centred, mean, crew);
            return new AnswerFeatures(corpus.smooth(centred, crew), terms.vectors(batch.answers()), batch.questions());
        }
    }

    /// All words: "not" and "no" decide. Pieces of words let compounds and spellings meet.
    private static final Terms.Options WORDING = new Terms.Options(StopWords.of(List.of()), true, 3, 5, 2, 1);

    /// @see Coder#learn
    static LearnedCoder fit(ZeroShotCoder start, Batch sample, Reviewed reviewed, Options options, Progress progress) {
        progress.at("learning from reviewed answers", 0, reviewed.size());
        Encoder encoder = Encoder.of(sample, start.mean(), options.crew());
        Batch answers = reviewed.answers();
        float[][] labels = reviewed.indicators(start.themes().size());
        AnswerFeatures features = encoder.features(answers);
        Vectors prior = start.scores(answers).answers();
        var examples = new Examples(features, labels, prior);

        int[] shuffled = shuffled(reviewed.size(), options.seed());
        Choice choice = choose(examples.first(shuffled, options.trials()), options.crew());
        progress.at("learning from reviewed answers", reviewed.size() / 2, reviewed.size());
        Examples validated = examples.first(shuffled, options.validated());
        KernelRidge.Validated exact = validated(validated, choice, options.crew());
        Calibration calibration =
                Calibration.fit(withPrior(exact.leaveOneOut(), validated.prior(), choice.prior()), validated.labels());
        Examples used = examples.first(shuffled, options.examples());
        KernelRidge ridge = used.size() == validated.size() ? exact.ridge() : iterative(used, choice, options.crew());
        AnswerFeatures points = used.features();
        Vectors directions = directions(ridge, points);
        Model model = new Model(
                choice, points, ridge, calibration, Calibration.fit(prior, labels), carried(labels), directions);
        progress.at("learning from reviewed answers", reviewed.size(), reviewed.size());
        return new LearnedCoder(start, options, encoder, model);
    }

    /// Reviewed answers as numbers.
    private record Examples(AnswerFeatures features, float[][] labels, Vectors prior) {
        int size() {
            return labels.length;
        }

        /// The first `most` examples in the order given.
        Examples first(int[] order, int most) {
            return take(Arrays.copyOf(order, Math.min(most, order.length)));
        }

        private Examples take(int[] rows) {
            float[][] taken = new float[rows.length][];
            Vectors scores = Vectors.zeros(rows.length, prior.dimension());
            for (int i = 0; i < rows.length; i++) {
                taken[i] = labels[rows[i]];
                System.arraycopy(
                        prior.values(),
                        rows[i] * prior.dimension(),
                        scores.values(),
                        i * prior.dimension(),
                        prior.dimension());
            }
            return new Examples(features.take(rows), taken, scores);
        }

        float[][] targets(double priorWeight) {
            float[][] targets = new float[labels.length][];
            for (int i = 0; i < labels.length; i++) {
                targets[i] = labels[i].clone();
                for (int t = 0; t < targets[i].length; t++) {
                    targets[i][t] -= (float) (priorWeight * prior.at(i, t));
                }
            }
            return targets;
        }
    }

    private static KernelRidge.Validated validated(Examples examples, Choice choice, Crew crew) {
        Vectors kernel = choice.kernel().between(examples.features(), examples.features(), crew);
        return KernelRidge.exact(kernel, examples.targets(choice.prior()), choice.lambda(), crew);
    }

    private static KernelRidge iterative(Examples examples, Choice choice, Crew crew) {
        Vectors kernel = choice.kernel().between(examples.features(), examples.features(), crew);
        return KernelRidge.iterative(kernel, examples.targets(choice.prior()), choice.lambda(), crew);
    }

    /// Chooses one weight after the other by the F1 of leave-one-out scores over all themes.
    private static Choice choose(Examples trials, Crew crew) {
        Choice best = new Choice(new AnswerKernel(1, 0.5, 0.3), 0.2, 1);
        double most = f1(trials, best, crew);
        for (int round = 0; round < 3; round++) {
            Choice from = best;
            for (Choice other : alternatives(from, round)) {
                double f1 = f1(trials, other, crew);
                if (f1 > most + MARGIN) {
                    most = f1;
                    best = other;
                }
            }
        }
        return best;
    }

    private static List<Choice> alternatives(Choice to, int round) {
        return switch (round) {
            case 0 ->
                IntStream.of(1, 5, 10, 20, 40)
                        .mapToObj(w -> new Choice(
                                new AnswerKernel(1, w / 10.0, 0.3 * (1 + w / 10.0) / 1.5), to.lambda(), to.prior()))
                        .toList();
            case 1 ->
                IntStream.of(0, 2, 3)
                        .mapToObj(w -> new Choice(to.kernel(), to.lambda(), w))
                        .toList();
            default ->
                IntStream.of(5, 10, 50, 100)
                        .mapToObj(l -> new Choice(to.kernel(), l / 100.0, to.prior()))
                        .toList();
        };
    }

    private static double f1(Examples trials, Choice choice, Crew crew) {
        Vectors scores = withPrior(validated(trials, choice, crew).leaveOneOut(), trials.prior(), choice.prior());
        return BestThreshold.f1(scores, trials.labels());
    }

    private static Vectors withPrior(Vectors scores, Vectors prior, double weight) {
        Vectors sum = Vectors.zeros(scores.rows(), scores.dimension());
        for (int i = 0; i < sum.values().length; i++) {
            sum.values()[i] = (float) (scores.values()[i] + weight * prior.values()[i]);
        }
        return sum;
    }

    private static int[] shuffled(int n, long seed) {
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

    private static boolean[] carried(float[][] labels) {
        boolean[] carried = new boolean[labels[0].length];
        for (float[] row : labels) {
            for (int t = 0; t < row.length; t++) {
                carried[t] |= row[t] > 0;
            }
        }
        return carried;
    }

    /// The linear part of the learned function: examples weighted as the regression weights them.
    private static Vectors directions(KernelRidge ridge, AnswerFeatures points) {
        int d = points.meaning().dimension();
        int k = ridge.weights().dimension();
        Vectors directions = Vectors.zeros(k, d);
        for (int j = 0; j < points.meaning().rows(); j++) {
            for (int t = 0; t < k; t++) {
                float weight = ridge.weights().at(j, t);
                for (int c = 0; c < d; c++) {
                    directions.values()[t * d + c] += weight * points.meaning().values()[j * d + c];
                }
            }
        }
        Rows.normalise(directions);
        return directions;
    }

    @Override
    public List<Theme> themes() {
        return start.themes();
    }

    @Override
    public Vectors confidences(Batch batch) {
        return confidences(batch, start.scores(batch).answers());
    }

    private Vectors confidences(Batch batch, Vectors prior) {
        int k = themes().size();
        Vectors cross = model.choice().kernel().between(encoder.features(batch), model.points(), options.crew());
        Vectors scores = withPrior(
                model.ridge().scores(cross, options.crew()),
                prior,
                model.choice().prior());
        for (int i = 0; i < scores.values().length; i++) {
            int t = i % k;
            scores.values()[i] = (float)
                    (model.examples()[t]
                            ? model.calibration().confidence(scores.values()[i], t)
                            : model.codebook().confidence(prior.values()[i], t));
        }
        return scores;
    }

    @Override
    public Coded code(Batch batch) {
        ZeroShotCoder.Scores found = start.scores(batch);
        Vectors confidences = confidences(batch, found.answers());
        Vectors passages = passages(batch, found.passages());
        float[] uncovered = start.uncovered(found.passages());
        int[] offsets = batch.offsets();
        Codings.Builder codings = new Codings.Builder();
        for (int i = 0; i < batch.size(); i++) {
            List<Span> spans = batch.passages().get(i);
            for (int t = 0; t < themes().size() && !spans.isEmpty(); t++) {
                float confidence = confidences.at(i, t);
                Calibration calibration = model.examples()[t] ? model.calibration() : model.codebook();
                if (calibration.gives(confidence, t)) {
                    int best = best(passages, offsets[i], offsets[i + 1], t);
                    uncovered[best] = Math.min(uncovered[best], 1 - confidence);
                    codings.add(batch.first() + i, spans.get(best - offsets[i]), t, confidence);
                }
            }
        }
        return new Coded(codings.build(), uncovered);
    }

    /// How much each passage speaks for each theme: by what was learned and by what the codebook says.
    private Vectors passages(Batch batch, Vectors prior) {
        Vectors centred = new Vectors(
                batch.vectors().rows(),
                batch.vectors().dimension(),
                batch.vectors().values().clone());
        Centring.subtract(centred, encoder.mean(), options.crew());
        return withPrior(Similarities.between(centred, model.directions(), options.crew()), prior, 1);
    }

    private static int best(Vectors passages, int from, int to, int theme) {
        int best = from;
        for (int p = from + 1; p < to; p++) {
            if (passages.at(p, theme) > passages.at(best, theme)) {
                best = p;
            }
        }
        return best;
    }
}
