package org.folkmoot.corpus.run;

import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.CorpusStudent;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.vector.Vectors;

/// A corpus student whose vectors lie where the transformer's do: it adds to the student's centred direction `u` the
/// mean `m` of the sample, `y = (m + r·u) / |m + r·u|`, where `r` is the sample's mean distance from `m`.
///
/// So a coder treats vectors of the student and of the transformer alike.
final class UncentredStudent implements Embedder {
    private final CorpusStudent student;
    private final float[] mean;
    private final float radius;

    /// @param sample the transformer's vectors the student was fitted on
    UncentredStudent(CorpusStudent student, Vectors sample) {
        this.student = student;
        int d = sample.dimension();
        double[] sum = new double[d];
        for (int i = 0; i < sample.values().length; i++) {
            sum[i % d] += sample.values()[i];
        }
        mean = new float[d];
        for (int j = 0; j < d; j++) {
            mean[j] = (float) (sum[j] / sample.rows());
        }
        double distances = 0;
        for (int row = 0; row < sample.rows(); row++) {
            double squares = 0;
            for (int j = 0; j < d; j++) {
                double from = sample.values()[row * d + j] - mean[j];
                squares += from * from;
            }
            distances += Math.sqrt(squares);
        }
        radius = (float) (distances / sample.rows());
    }

    @Override
    public int dimension() {
        return student.dimension();
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        Vectors vectors = student.embed(texts, progress);
        int d = dimension();
        float[] v = vectors.values();
        for (int at = 0; at < v.length; at += d) {
            double own = 0;
            double squares = 0;
            for (int j = 0; j < d; j++) {
                own += v[at + j] * v[at + j];
                v[at + j] = mean[j] + radius * v[at + j];
                squares += v[at + j] * v[at + j];
            }
            float scale = own == 0 ? 0 : (float) (1 / Math.sqrt(squares));
            for (int j = 0; j < d; j++) {
                v[at + j] *= scale;
            }
        }
        return vectors;
    }
}
