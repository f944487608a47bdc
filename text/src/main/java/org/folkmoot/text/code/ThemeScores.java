package org.folkmoot.text.code;

import org.folkmoot.text.vector.Vectors;

/// Scores any vector of the corpus against every theme: `s = (cos(x, k) + cos(x - m, k)) / 2`, where `k` is the
/// theme's direction and `m` the mean of the corpus.
///
/// The first cosine keeps what all answers share, the second takes it away; the mean of both ranks better than either
/// on
/// every set measured. Both have the same numerator up to a constant per theme, so one pass over the themes suffices.
/// The range is [-1, 1]; a zero vector scores 0 everywhere. Cost n × d × k.
final class ThemeScores {
    private final int themes;
    private final int dimension;
    /// Dimension-major: component `j` of theme `t` at `j * themes + t`.
    private final float[] directions;

    private final float[] mean;
    private final float[] meanDots;

    ThemeScores(Vectors themeVectors, float[] mean) {
        this.themes = themeVectors.rows();
        this.dimension = themeVectors.dimension();
        this.mean = mean.clone();
        this.directions = new float[themes * dimension];
        for (int t = 0; t < themes; t++) {
            for (int j = 0; j < dimension; j++) {
                directions[j * themes + t] = themeVectors.at(t, j);
            }
        }
        this.meanDots = new float[themes];
        dots(mean, 0, meanDots, 0);
    }

    /// One row per row of `vectors`, one column per theme.
    Vectors of(Vectors vectors) {
        Vectors scores = Vectors.zeros(vectors.rows(), themes);
        for (int i = 0; i < vectors.rows(); i++) {
            score(vectors.values(), i * dimension, scores.values(), i * themes);
        }
        return scores;
    }

    private void score(float[] x, int at, float[] out, int outAt) {
        double length = 0;
        double centredLength = 0;
        for (int j = 0; j < dimension; j++) {
            double c = x[at + j] - mean[j];
            length += (double) x[at + j] * x[at + j];
            centredLength += c * c;
        }
        if (length == 0) {
            return;
        }
        dots(x, at, out, outAt);
        float a = (float) (0.5 / Math.sqrt(length));
        float b = centredLength == 0 ? 0 : (float) (0.5 / Math.sqrt(centredLength));
        for (int t = 0; t < themes; t++) {
            out[outAt + t] = a * out[outAt + t] + b * (out[outAt + t] - meanDots[t]);
        }
    }

    private void dots(float[] x, int at, float[] out, int outAt) {
        for (int j = 0; j < dimension; j++) {
            float q = x[at + j];
            int column = j * themes;
            for (int t = 0; t < themes; t++) {
                out[outAt + t] += q * directions[column + t];
            }
        }
    }
}
