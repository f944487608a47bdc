package org.folkmoot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.evaluation.CodedComments.Machine;
import org.folkmoot.quality.distribution.Binomial;
import org.folkmoot.quality.estimation.Proportion;

/// How many fewer comments must be read when the machine's codings are used.
final class ReadingSaved {
    private static final int SIZE = 2;

    private ReadingSaved() {}

    static Table table(CodedComments comments, List<Machine> machines, List<List<List<CoverageOfThemes>>> found) {
        List<String> header = new ArrayList<>(List.of("theme", "share, %"));
        for (Machine machine : machines) {
            header.add(machine.name() + ": ± points");
            header.add("without");
            header.add("saved, %");
        }
        List<List<String>> rows = new ArrayList<>();
        double[] saved = new double[machines.size()];
        for (int t = 0; t < comments.themes().size(); t++) {
            CoverageOfThemes first = found.getFirst().get(SIZE).get(t);
            List<String> row =
                    new ArrayList<>(List.of(comments.themes().get(t), CoverageEvaluation.percent(first.share())));
            for (int m = 0; m < machines.size(); m++) {
                double width = found.get(m).get(SIZE).get(t).corrected.width();
                int n = CoverageOfArrays.SIZES[SIZE];
                int without = readingAlone(first.share(), comments.size(), width);
                double part = 1 - n / (double) without;
                saved[m] += part / comments.themes().size();
                row.add(String.format(Locale.ROOT, "%.2f", 100 * width / 2));
                row.add(Integer.toString(without));
                row.add(CoverageEvaluation.percent(part));
            }
            rows.add(row);
        }
        List<String> mean = new ArrayList<>(List.of("mean of themes", ""));
        for (double part : saved) {
            mean.addAll(List.of("", "", CoverageEvaluation.percent(part)));
        }
        rows.add(mean);
        return new Table(
                "Reading saved",
                "300 read with the machine's codings: half the mean width of the corrected interval, how many would have to"
                        + " be read without the machine for the same mean width (guarded Wilson), and the share saved.",
                header,
                rows);
    }

    /// The least n at which the mean width of the classical interval is at most `width`.
    private static int readingAlone(double share, int population, double width) {
        int low = 1;
        int high = population - 1;
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (meanWidth(share, population, mid) > width) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    private static double meanWidth(double share, int population, int n) {
        var binomial = new Binomial(n, share);
        double factor = 1 / (1 - (double) n / population);
        double sum = 0;
        int least = binomial.quantile(1e-6);
        int most = binomial.quantile(1 - 1e-6);
        for (int k = least; k <= most; k++) {
            sum += binomial.probability(k)
                    * new Proportion(k * factor, n * factor).guarded(0.95).width();
        }
        return sum;
    }
}
