package org.folkmoot.text.code;

import org.folkmoot.text.Crew;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;

/// Scores any vector of the corpus against every theme: `s = (cos(x, k) + cos(x - m, k)) / 2`, where `k` is the
/// theme's direction and `m` the mean of the corpus.
///
/// The first cosine keeps what all answers share, the second takes it away; the mean of both ranks better than either
/// on most sets measured. Both follow from one dot product: `(x - m)·k = x·k - m·k`. The range is [-1, 1]; a zero
/// vector scores 0 everywhere. Cost n × d × k.
record ThemeScores(Vectors directions, float[] mean, Crew crew) {
    /// One row per row of `vectors`, one column per theme.
    Vectors of(Vectors vectors) {
        int themes = directions.rows();
        Vectors scores = Similarities.between(vectors, directions, crew);
        float[] shared = Similarities.between(new Vectors(1, mean.length, mean), directions, crew)
                .values();
        float[] out = scores.values();
        for (int i = 0; i < vectors.rows(); i++) {
            double[] lengths = lengths(vectors, i);
            float whole = lengths[0] == 0 ? 0 : (float) (0.5 / Math.sqrt(lengths[0]));
            float centred = lengths[0] == 0 || lengths[1] == 0 ? 0 : (float) (0.5 / Math.sqrt(lengths[1]));
            for (int t = 0; t < themes; t++) {
                float dot = out[i * themes + t];
                out[i * themes + t] = whole * dot + centred * (dot - shared[t]);
            }
        }
        return scores;
    }

    /// Squared length of row `i` as it is, and without the mean.
    private double[] lengths(Vectors vectors, int i) {
        int d = mean.length;
        double whole = 0;
        double centred = 0;
        for (int j = 0; j < d; j++) {
            double x = vectors.at(i, j);
            whole += x * x;
            centred += (x - mean[j]) * (x - mean[j]);
        }
        return new double[] {whole, centred};
    }
}
