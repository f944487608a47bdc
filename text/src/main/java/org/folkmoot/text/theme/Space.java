package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.folkmoot.text.lexical.Lsa;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.lexical.TermVectors;
import org.folkmoot.text.lexical.Terms;
import org.folkmoot.text.vector.Vectors;

/// Where the texts of a material lie: unit rows whose cosine says how alike two texts of one route are.
///
/// English texts lie by their centred vectors and, to a share, by their words (LSA). The share grows with the text:
/// with `t` known terms it is `t / (t + half)`, for the few words of a short text say little of its likeness to
/// others and the many of a long one say much. Texts of each other language lie by their words and pieces of words
/// alone. Cosines across routes mean nothing.
///
/// A share of an English text's place is given by the subjects it speaks of (`Subjects`), for its vector holds the
/// manner of a sentence as much as its matter.
///
/// A passage of an answer that has several lies a little towards the passages beside it and towards its whole answer.
///
/// @param vectors one row per text, zero where nothing is known of it
/// @param routes the texts of each route, ascending; the route by vectors first
record Space(Vectors vectors, List<int[]> routes) {
    private static final int LATENT = 100;
    /// Share of its answer in a passage of no known terms, and the terms with which it is half as much.
    private static final double CONTEXT = 0.5;

    private static final double CONTEXT_HALF = 10;
    /// Share of each passage beside it in a passage.
    private static final float BESIDE = 0.5f;
    /// Share of the subjects in the place of a passage that speaks of any.
    private static final double SUBJECTS = 0.45;
    /// The same of a text that is a whole answer.
    private static final double SUBJECTS_ALONE = 0.05;
    /// Length of the random directions by which the subjects are written, much shorter than their number.
    private static final int SUBJECT_DIRECTIONS = 64;
    /// Terms from which a longer passage counts no more for its answer.
    private static final int LONG_PASSAGE = 20;

    static Space of(Material material, Discovery.Options options) {
        Map<String, List<Integer>> byRoute = new LinkedHashMap<>();
        byRoute.put("", new ArrayList<>());
        for (int i = 0; i < material.size(); i++) {
            String language = material.languages().get(i).split("-", 2)[0];
            boolean byVectors = language.equals("en") || language.equals("und");
            byRoute.computeIfAbsent(byVectors ? "" : language, _ -> new ArrayList<>())
                    .add(i);
        }
        Vectors space = Vectors.zeros(material.size(), material.vectors().dimension() + LATENT + SUBJECT_DIRECTIONS);
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
        TermVectors terms = Terms.of(texts, byVectors ? Terms.Options.WORDS : Terms.Options.WORDS_AND_PIECES)
                .vectors(texts);
        Vectors latent = Lsa.of(terms, LATENT, options.seed());
        int dense = material.vectors().dimension();
        float[] mean = byVectors ? mean(material.vectors(), rows) : new float[dense];
        float[][] meaning = new float[rows.length][dense];
        float[][] words = new float[rows.length][];
        int[] known = new int[rows.length];
        for (int r = 0; r < rows.length; r++) {
            known[r] = terms.start(r + 1) - terms.start(r);
            for (int k = 0; k < dense && byVectors; k++) {
                meaning[r][k] = material.vectors().at(rows[r], k) - mean[k];
            }
            normalise(meaning[r], 0, dense, 1);
            words[r] = latent.row(r);
        }
        float[][] subjects = byVectors ? subjects(texts, options.seed()) : new float[rows.length][SUBJECT_DIRECTIONS];
        double[] share = new double[rows.length];
        Arrays.fill(share, SUBJECTS_ALONE);
        for (List<Integer> answer : answers(rows, material)) {
            answer.forEach(r -> share[r] = SUBJECTS);
            for (float[][] part : List.of(meaning, words, subjects)) {
                readBeside(part, answer);
                readInAnswer(part, answer, known);
            }
        }
        for (int r = 0; r < rows.length; r++) {
            int at = rows[r] * space.dimension();
            double lexical = byVectors ? known[r] / (known[r] + options.lexicalHalf()) : 1;
            for (int k = 0; k < dense; k++) {
                space.values()[at + k] = (float) Math.sqrt(1 - lexical) * meaning[r][k];
            }
            for (int k = 0; k < latent.dimension(); k++) {
                space.values()[at + dense + k] = (float) Math.sqrt(lexical) * words[r][k];
            }
            normalise(space.values(), at, space.dimension(), 1);
            double named = isZero(subjects[r]) ? 0 : share[r];
            for (int k = 0; k < space.dimension(); k++) {
                space.values()[at + k] *= (float) Math.sqrt(1 - named);
            }
            for (int k = 0; k < SUBJECT_DIRECTIONS; k++) {
                space.values()[at + dense + LATENT + k] = (float) Math.sqrt(named) * subjects[r][k];
            }
            normalise(space.values(), at, space.dimension(), 1);
        }
    }

    /// What each text speaks of: the random directions of its subjects, those weighing more that few texts speak of.
    private static float[][] subjects(List<String> texts, long seed) {
        Subjects known = Subjects.ENGLISH;
        SplittableRandom random = new SplittableRandom(seed);
        float[][] directions = new float[known.size()][SUBJECT_DIRECTIONS];
        for (float[] direction : directions) {
            for (int k = 0; k < SUBJECT_DIRECTIONS; k++) {
                direction[k] = random.nextBoolean() ? 1 : -1;
            }
        }
        List<BitSet> spoken = texts.stream().map(known::of).toList();
        int[] count = new int[known.size()];
        spoken.forEach(subjects -> subjects.stream().forEach(s -> count[s]++));
        float[][] rows = new float[texts.size()][SUBJECT_DIRECTIONS];
        for (int r = 0; r < rows.length; r++) {
            float[] row = rows[r];
            spoken.get(r).stream().forEach(s -> {
                float weight = (float) Math.log((texts.size() + 1.0) / (count[s] + 1.0));
                for (int k = 0; k < SUBJECT_DIRECTIONS; k++) {
                    row[k] += weight * directions[s][k];
                }
            });
            normalise(row, 0, SUBJECT_DIRECTIONS, 1);
        }
        return rows;
    }

    private static boolean isZero(float[] row) {
        for (float x : row) {
            if (x != 0) {
                return false;
            }
        }
        return true;
    }

    /// Moves each passage towards those before and after it: a story is told in several sentences.
    private static void readBeside(float[][] vectors, List<Integer> answer) {
        List<float[]> alone = answer.stream().map(r -> vectors[r].clone()).toList();
        for (int i = 0; i < alone.size(); i++) {
            float[] row = vectors[answer.get(i)];
            for (int beside : new int[] {i - 1, i + 1}) {
                for (int k = 0; k < row.length && beside >= 0 && beside < alone.size(); k++) {
                    row[k] += BESIDE * alone.get(beside)[k];
                }
            }
            normalise(row, 0, row.length, 1);
        }
    }

    /// The rows of each answer that has several.
    private static List<List<Integer>> answers(int[] rows, Material material) {
        Map<Integer, List<Integer>> byAnswer = new LinkedHashMap<>();
        for (int r = 0; r < rows.length; r++) {
            byAnswer.computeIfAbsent(material.answers().get(rows[r]), _ -> new ArrayList<>())
                    .add(r);
        }
        return byAnswer.values().stream().filter(answer -> answer.size() > 1).toList();
    }

    /// Moves each passage towards the mean of its answer, short ones more: "It isn't right" says of what only there.
    private static void readInAnswer(float[][] vectors, List<Integer> answer, int[] known) {
        int d = vectors[answer.getFirst()].length;
        float[] whole = new float[d];
        for (int r : answer) {
            int weight = Math.min(LONG_PASSAGE, known[r]);
            for (int k = 0; k < d; k++) {
                whole[k] += weight * vectors[r][k];
            }
        }
        normalise(whole, 0, d, 1);
        for (int r : answer) {
            float share = (float) (CONTEXT * CONTEXT_HALF / (CONTEXT_HALF + known[r]));
            for (int k = 0; k < d; k++) {
                vectors[r][k] += share * (whole[k] - vectors[r][k]);
            }
            normalise(vectors[r], 0, d, 1);
        }
    }

    private static float[] mean(Vectors vectors, int[] rows) {
        double[] sum = new double[vectors.dimension()];
        for (int row : rows) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += vectors.at(row, k);
            }
        }
        float[] mean = new float[sum.length];
        for (int k = 0; k < sum.length; k++) {
            mean[k] = (float) (sum[k] / rows.length);
        }
        return mean;
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

    /// These texts alone, numbered in their order.
    Space only(int[] texts) {
        int[] place = new int[vectors.rows()];
        Arrays.fill(place, -1);
        for (int i = 0; i < texts.length; i++) {
            place[texts[i]] = i;
        }
        return new Space(
                rows(texts),
                routes.stream()
                        .map(route -> Arrays.stream(route)
                                .map(text -> place[text])
                                .filter(i -> i >= 0)
                                .toArray())
                        .filter(route -> route.length > 0)
                        .toList());
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
