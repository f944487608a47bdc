package org.folkmoot.text.code;

import java.util.Arrays;
import org.folkmoot.text.Crew;
import org.folkmoot.text.lexical.TermVectors;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;

/// How alike two answers are: `k = 1 + b + b³`, where `b` is the weighted mean of the cosine in meaning, the cosine
/// in wording and whether both answer the same question.
///
/// `b` alone is the linear model on [embedding | TF-IDF | question]. Its cube adds the products of features, those of
/// words with the question among them, and lets near-duplicates follow each other.
/// Symmetric, positive definite, in [0, 3] but for negative cosines. Cost per pair: one dot product in each space.
record AnswerKernel(double meaning, double wording, double question) {
    private static final int BLOCK = 256;

    /// One row per answer of `left`, one column per answer of `right`.
    Vectors between(AnswerFeatures left, AnswerFeatures right, Crew crew) {
        Vectors kernel = Similarities.between(left.meaning(), right.meaning(), crew);
        Columns columns = Columns.of(right.wording());
        int m = right.meaning().rows();
        boolean asked = !left.questions().isEmpty() && !right.questions().isEmpty();
        double total = meaning + wording + (asked ? question : 0);
        crew.run(Math.ceilDiv(kernel.rows(), BLOCK), block -> {
            float[] words = new float[m];
            for (int i = block * BLOCK; i < Math.min(kernel.rows(), (block + 1) * BLOCK); i++) {
                columns.products(left.wording(), i, words);
                for (int j = 0; j < m; j++) {
                    double b = meaning * kernel.values()[i * m + j] + wording * words[j];
                    if (asked
                            && left.questions().get(i).equals(right.questions().get(j))) {
                        b += question;
                    }
                    b /= total;
                    kernel.values()[i * m + j] = (float) (1 + b + b * b * b);
                }
            }
        });
        return kernel;
    }

    /// Sparse rows turned on their side: for each term the rows that hold it.
    private record Columns(int[] start, int[] row, float[] weight) {
        static Columns of(TermVectors rows) {
            int[] start = new int[rows.columns() + 1];
            int entries = rows.start(rows.rows());
            for (int e = 0; e < entries; e++) {
                start[rows.column(e) + 1]++;
            }
            for (int c = 0; c < rows.columns(); c++) {
                start[c + 1] += start[c];
            }
            int[] next = Arrays.copyOf(start, rows.columns());
            int[] row = new int[entries];
            float[] weight = new float[entries];
            for (int i = 0; i < rows.rows(); i++) {
                for (int e = rows.start(i); e < rows.start(i + 1); e++) {
                    int at = next[rows.column(e)]++;
                    row[at] = i;
                    weight[at] = rows.weight(e);
                }
            }
            return new Columns(start, row, weight);
        }

        /// Dot products of row `i` of `left` with every row, into `out`.
        void products(TermVectors left, int i, float[] out) {
            Arrays.fill(out, 0);
            for (int e = left.start(i); e < left.start(i + 1); e++) {
                float factor = left.weight(e);
                for (int at = start[left.column(e)]; at < start[left.column(e) + 1]; at++) {
                    out[row[at]] += factor * weight[at];
                }
            }
        }
    }
}
