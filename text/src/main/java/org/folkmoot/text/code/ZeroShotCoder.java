package org.folkmoot.text.code;

import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;

/// Codes from what the codebook says, without any coded answer.
///
/// The score of an answer for a theme is the mean of the whole answer's and its best passage's (`ThemeScores`); a
/// logistic curve, fitted once on the pooled development sets, turns it into a probability.
public final class ZeroShotCoder implements Coder {
    /// Score at which a person agrees with every second coding, and how fast agreement grows with the score.
    private static final double MIDDLE = 0.30;

    private static final double SLOPE = 14;

    private final List<Theme> themes;
    private final ThemeScores scores;
    private final Options options;

    private ZeroShotCoder(List<Theme> themes, ThemeScores scores, Options options) {
        this.themes = themes;
        this.scores = scores;
        this.options = options;
    }

    /// @param threshold least confidence of a coding, in (0, 1)
    public record Options(double threshold) {
        public static final Options DEFAULT = new Options(0.5);

        public Options {
            if (!(threshold > 0 && threshold < 1)) {
                throw new IllegalArgumentException("threshold must be in (0, 1): " + threshold);
            }
        }
    }

    /// Learns where the corpus lies and where each theme points.
    ///
    /// @param sample passages of the question: all, or a random sample of some thousands
    /// @param centres for themes found in this corpus the mean vector of their passages, one row per theme, a zero
    ///     row where unknown; null if none is known
    /// @param embedder the one that made the sample's vectors, or one whose vectors lie in the same space
    public static ZeroShotCoder fit(
            List<Theme> themes,
            Batch sample,
            @Nullable Vectors centres,
            Embedder embedder,
            Options options,
            Progress progress) {
        if (centres != null && centres.rows() != themes.size()) {
            throw new IllegalArgumentException(
                    "every theme needs one centre: " + themes.size() + " themes, " + centres.rows() + " centres");
        }
        List<Theme> codebook = List.copyOf(themes);
        float[] mean = Rows.mean(sample.vectors());
        Vectors directions = ThemeVectors.of(codebook, mean, centres, embedder, progress);
        return new ZeroShotCoder(codebook, new ThemeScores(directions, mean), options);
    }

    @Override
    public List<Theme> themes() {
        return themes;
    }

    @Override
    public Coded code(Batch batch) {
        Vectors passageScores = scores.of(batch.vectors());
        Vectors answerScores = scores.of(batch.answerVectors());
        int[] offsets = batch.offsets();
        Codings.Builder codings = new Codings.Builder();
        for (int i = 0; i < batch.size(); i++) {
            List<Span> spans = batch.passages().get(i);
            for (int t = 0; t < themes.size() && !spans.isEmpty(); t++) {
                int best = best(passageScores, offsets[i], offsets[i + 1], t);
                double score = 0.5 * (answerScores.at(i, t) + passageScores.at(best, t));
                double confidence = confidence(score);
                if (confidence >= options.threshold()) {
                    codings.add(batch.first() + i, spans.get(best - offsets[i]), t, (float) confidence);
                }
            }
        }
        return new Coded(codings.build(), uncovered(passageScores));
    }

    private static int best(Vectors passageScores, int from, int to, int theme) {
        int best = from;
        for (int p = from + 1; p < to; p++) {
            if (passageScores.at(p, theme) > passageScores.at(best, theme)) {
                best = p;
            }
        }
        return best;
    }

    private float[] uncovered(Vectors passageScores) {
        float[] uncovered = new float[passageScores.rows()];
        for (int p = 0; p < uncovered.length; p++) {
            double most = 0;
            for (int t = 0; t < themes.size(); t++) {
                most = Math.max(most, confidence(passageScores.at(p, t)));
            }
            uncovered[p] = (float) (1 - most);
        }
        return uncovered;
    }

    private static double confidence(double score) {
        return 1 / (1 + Math.exp(-SLOPE * (score - MIDDLE)));
    }
}
