package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.text.lexical.Lsa;
import org.folkmoot.text.lexical.Terms;
import org.folkmoot.text.vector.Vectors;

/// Where the texts of a material lie: unit rows whose cosine says how alike two texts of one route are.
///
/// English texts lie by their centred vectors and, to a share, by their words (LSA); texts of each other language
/// by their words and pieces of words alone. Cosines across routes mean nothing.
///
/// @param vectors one row per text, zero where nothing is known of it
/// @param routes the texts of each route, ascending; the route by vectors first
record Space(Vectors vectors, List<int[]> routes) {
    private static final int LATENT = 100;

    static Space of(Material material, Discovery.Options options) {
        Map<String, List<Integer>> byRoute = new LinkedHashMap<>();
        byRoute.put("", new ArrayList<>());
        for (int i = 0; i < material.size(); i++) {
            String language = material.languages().get(i).split("-", 2)[0];
            boolean byVectors = language.equals("en") || language.equals("und");
            byRoute.computeIfAbsent(byVectors ? "" : language, _ -> new ArrayList<>())
                    .add(i);
        }
        Vectors space = Vectors.zeros(material.size(), material.vectors().dimension() + LATENT);
        List<int[]> routes = new ArrayList<>();
        byRoute.forEach((route, texts) -> {
            int[] rows = texts.stream().mapToInt(Integer::intValue).toArray();
            fill(space, rows, material, route.isEmpty(), options);
            if (rows.length > 0) {
                routes.add(rows);
            }
        });
        return new Space(space, routes);
    }

    private static void fill(
            Vectors space, int[] rows, Material material, boolean byVectors, Discovery.Options options) {
        List<String> texts = Arrays.stream(rows).mapToObj(material.texts()::get).toList();
        Terms terms = Terms.of(texts, byVectors ? Terms.Options.WORDS : Terms.Options.WORDS_AND_PIECES);
        Vectors latent = Lsa.of(terms.vectors(texts), LATENT, options.seed());
        int dense = material.vectors().dimension();
        float latentScale = byVectors ? (float) Math.sqrt(options.lexicalShare()) : 1;
        if (byVectors) {
            centre(space, rows, material.vectors(), (float) Math.sqrt(1 - options.lexicalShare()));
        }
        for (int r = 0; r < rows.length; r++) {
            int at = rows[r] * space.dimension();
            for (int k = 0; k < latent.dimension(); k++) {
                space.values()[at + dense + k] = latentScale * latent.at(r, k);
            }
            normalise(space.values(), at, space.dimension(), 1);
        }
    }

    /// Copies the rows less their mean, scaled to length `scale`.
    private static void centre(Vectors space, int[] rows, Vectors vectors, float scale) {
        int d = vectors.dimension();
        double[] mean = new double[d];
        for (int row : rows) {
            for (int k = 0; k < d; k++) {
                mean[k] += vectors.at(row, k) / (double) rows.length;
            }
        }
        for (int row : rows) {
            int at = row * space.dimension();
            for (int k = 0; k < d; k++) {
                space.values()[at + k] = vectors.at(row, k) - (float) mean[k];
            }
            normalise(space.values(), at, d, scale);
        }
    }

    static void normalise(float[] values, int from, int length, float scale) {
        double squares = 0;
        for (int k = from; k < from + length; k++) {
            squares += values[k] * values[k];
        }
        float factor = squares > 1e-12 ? (float) (scale / Math.sqrt(squares)) : 0;
        for (int k = from; k < from + length; k++) {
            values[k] *= factor;
        }
    }

    /// The rows of these texts.
    Vectors rows(int[] texts) {
        int d = vectors.dimension();
        Vectors out = Vectors.zeros(texts.length, d);
        for (int r = 0; r < texts.length; r++) {
            System.arraycopy(vectors.values(), texts[r] * d, out.values(), r * d, d);
        }
        return out;
    }
}
