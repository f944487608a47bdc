package org.folkmoot.text.graph;

import java.util.Arrays;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Vectors;

/// Finds the nearest neighbours of every point by comparing all with all.
///
/// Cost: O(n^2 d) multiplications, O(n (k + d)) memory. Same bytes on any number of threads.
public final class NearestNeighbours {
    private static final int QUERIES = 64;
    private static final int BLOCK = 512;

    private NearestNeighbours() {}

    /// @param vectors unit rows; a zero row is at similarity 0 of all
    /// @param each how many neighbours are wished for; n - 1 where the points are fewer
    public static Neighbours of(Vectors vectors, int each, Crew crew, Progress progress) {
        int n = vectors.rows();
        int k = Math.max(0, Math.min(each, n - 1));
        float[] byDimension = transposed(vectors);
        int[] id = new int[n * k];
        float[] similarity = new float[n * k];
        crew.run("comparing passages", (n + QUERIES - 1) / QUERIES, progress, task -> {
            float[] scores = new float[BLOCK];
            for (int i = task * QUERIES; i < Math.min(n, (task + 1) * QUERIES); i++) {
                nearest(vectors, byDimension, i, k, scores, id, similarity);
            }
        });
        return new Neighbours(n, k, id, similarity);
    }

    private static float[] transposed(Vectors vectors) {
        int n = vectors.rows();
        int d = vectors.dimension();
        float[] out = new float[n * d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                out[j * n + i] = vectors.values()[i * d + j];
            }
        }
        return out;
    }

    private static void nearest(
            Vectors vectors, float[] byDimension, int i, int k, float[] scores, int[] id, float[] similarity) {
        int n = vectors.rows();
        int d = vectors.dimension();
        int found = 0;
        int from = i * k;
        for (int block = 0; block < n; block += BLOCK) {
            int width = Math.min(BLOCK, n - block);
            Arrays.fill(scores, 0, width, 0);
            for (int j = 0; j < d; j++) {
                add(scores, width, vectors.values()[i * d + j], byDimension, j * n + block);
            }
            for (int c = 0; c < width; c++) {
                float score = scores[c];
                if (block + c == i || (found == k && (k == 0 || score <= similarity[from + k - 1]))) {
                    continue;
                }
                int at = found < k ? found++ : k - 1;
                while (at > 0 && similarity[from + at - 1] < score) {
                    similarity[from + at] = similarity[from + at - 1];
                    id[from + at] = id[from + at - 1];
                    at--;
                }
                similarity[from + at] = score;
                id[from + at] = block + c;
            }
        }
    }

    private static void add(float[] scores, int width, float factor, float[] values, int at) {
        for (int c = 0; c < width; c++) {
            scores[c] += factor * values[at + c];
        }
    }
}
