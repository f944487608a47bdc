package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Comments with the themes people gave them, and what imperfect machines say of the same themes.
///
/// @param themes names
/// @param texts comments
/// @param human by theme and comment, whether people gave the theme
record CodedComments(List<String> themes, List<String> texts, boolean[][] human) {
    /// Rarer themes are left out: 10 of 5,043 comments are 0.2 %.
    private static final int LEAST = 10;

    /// What a machine says.
    ///
    /// @param coded by theme and comment
    /// @param unsure by theme and comment, p(1 - p) of its probability; empty for a machine without any
    record Machine(String name, boolean[][] coded, double[][] unsure) {}

    static CodedComments nhs(Path data) throws IOException {
        List<NamedCsvRecord> rows = LabelledTexts.rows(data.resolve("nhs-fft-themes/nhs_fft_v6_dev.csv"));
        List<String> header = rows.getFirst().getHeader();
        List<String> all = header.subList(header.indexOf("Comment sentiment") + 1, header.indexOf("themes"));
        List<String> themes = new ArrayList<>();
        List<boolean[]> human = new ArrayList<>();
        for (String theme : all) {
            boolean[] given = new boolean[rows.size()];
            int count = 0;
            for (int i = 0; i < given.length; i++) {
                given[i] = !rows.get(i).getField(theme).isBlank();
                count += given[i] ? 1 : 0;
            }
            if (count >= LEAST) {
                themes.add(theme);
                human.add(given);
            }
        }
        List<String> texts =
                rows.stream().map(row -> row.getField("FFT answer")).toList();
        return new CodedComments(themes, texts, human.toArray(boolean[][]::new));
    }

    int size() {
        return texts.size();
    }

    static int count(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }

    /// A learnt coder: logistic regression on words, five-fold, so that no comment is coded by a model that saw it.
    Machine learnt(long seed) {
        WordModel.Folds folds = WordModel.folds(texts, 5, seed);
        boolean[][] coded = new boolean[themes.size()][];
        double[][] unsure = new double[themes.size()][];
        for (int t = 0; t < coded.length; t++) {
            double[] probability = folds.outOfFold(human[t]);
            coded[t] = new boolean[size()];
            unsure[t] = new double[size()];
            for (int i = 0; i < size(); i++) {
                coded[t][i] = probability[i] >= 0.3;
                unsure[t][i] = Math.sqrt(probability[i] * (1 - probability[i]));
            }
        }
        return new Machine("learnt", coded, unsure);
    }

    /// A noisy coder: people's themes, of which it misses 10 % in the shortest comments and 40 % in the longest,
    /// and false ones at 15 to 45 % of the number of true ones.
    Machine noisy(long seed) {
        double[] length = lengthRank();
        var random = new SplittableRandom(seed);
        boolean[][] coded = new boolean[themes.size()][size()];
        for (int t = 0; t < coded.length; t++) {
            double present = count(human[t]);
            double odds = present / (size() - present);
            for (int i = 0; i < size(); i++) {
                double draw = random.nextDouble();
                coded[t][i] = human[t][i] ? draw >= 0.1 + 0.3 * length[i] : draw < odds * 0.3 * (0.5 + length[i]);
            }
        }
        return new Machine("noisy", coded, new double[0][]);
    }

    private double[] lengthRank() {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
                .mapToInt(i -> i)
                .toArray();
        double[] rank = new double[size()];
        for (int k = 0; k < order.length; k++) {
            rank[order[k]] = k / (double) order.length;
        }
        return rank;
    }
}
