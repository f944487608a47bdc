package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.Moments;
import org.folkmoot.quality.estimation.PredictedMean;
import org.folkmoot.quality.estimation.PredictionPowered;
import org.folkmoot.quality.estimation.PredictionPowered.Lambda;
import org.folkmoot.quality.estimation.SurveyMean;
import org.folkmoot.quality.estimation.ThemeShare;

/// Coverage of nominal 95 % intervals on the five real arrays published with prediction-powered inference.
final class CoverageOfArrays {
    static final int[] SIZES = {50, 100, 300, 1000};
    private static final String NOTE = """
            Each cell: how many of 2,000 seeded samples without replacement gave an interval that held the mean of all, in \
            per cent, and the mean width. Classical: guarded Wilson for shares, Student's t for gene_expression. Published: \
            prediction-powered, tuned λ, normal interval, for the process and not the finite population. Predicted mean: the \
            same for the finite population, with Student's t. Corrected share: post-stratified on the machine's value cut at \
            0.5, the default for yes/no themes. Standard error of a cell: 0.5 points.""";

    private final String name;
    private final double[] y;
    private final double[] f;
    private final boolean yesNo;
    private final double truth;
    private final double machineMean;
    private final long coded;

    private CoverageOfArrays(String name, double[] y, double[] f) {
        this.name = name;
        this.y = y;
        this.f = f;
        this.yesNo = Arrays.stream(y).allMatch(value -> value == 0 || value == 1);
        this.truth = Arrays.stream(y).average().orElseThrow();
        this.machineMean = Arrays.stream(f).average().orElseThrow();
        this.coded = Arrays.stream(f).filter(value -> value >= 0.5).count();
    }

    static Table table(Path data, int draws) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String name : List.of("forest", "forest_badmodel", "galaxies", "alphafold", "gene_expression")) {
            List<NamedCsvRecord> records = LabelledTexts.rows(data.resolve("ppi-reference/" + name + ".csv"));
            var set = new CoverageOfArrays(name, column(records, "Y"), column(records, "Yhat"));
            for (int n : SIZES) {
                rows.add(set.row(n, draws));
            }
        }
        return new Table(
                "Coverage on published arrays",
                NOTE,
                List.of("set", "mean", "n", "classical", "published", "predicted mean", "corrected share"),
                rows);
    }

    private static double[] column(List<NamedCsvRecord> records, String name) {
        return records.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(name)))
                .toArray();
    }

    private List<String> row(int n, int draws) {
        Tally classical = new Tally(truth);
        Tally published = new Tally(truth);
        Tally predicted = new Tally(truth);
        Tally corrected = new Tally(truth);
        var samples = new RepeatedSample(y.length, n);
        Moments all = Moments.of(f);
        double[] chance = new double[n];
        Arrays.fill(chance, (double) n / y.length);
        for (int draw = 0; draw < draws; draw++) {
            int[] order = samples.next(n);
            double[] human = new double[n];
            double[] machine = new double[n];
            boolean[] has = new boolean[n];
            boolean[] says = new boolean[n];
            for (int i = 0; i < n; i++) {
                human[i] = y[order[i]];
                machine[i] = f[order[i]];
                has[i] = human[i] == 1;
                says[i] = machine[i] >= 0.5;
            }
            published.add(interval(PredictionPowered.mean(
                    PredictionPowered.Labelled.of(human, machine),
                    without(all, Moments.of(machine)),
                    PredictionPowered.Options.DEFAULT)));
            var read = new PredictedMean.Read(human, machine, chance, new int[0]);
            predicted.add(interval(PredictedMean.of(read, machineMean, y.length, new Lambda.Tuned(), 0.95)));
            if (yesNo) {
                BlindSample sample = BlindSample.simple(has, says, y.length);
                MachineCount count = MachineCount.of(coded, y.length);
                classical.add(interval(ThemeShare.classical(sample, count, 0.95)));
                corrected.add(interval(ThemeShare.corrected(sample, count, 0.95)));
            } else {
                classical.add(interval(SurveyMean.hajek(human, chance, y.length, SurveyMean.Design.FIXED_SIZE, 0.95)));
            }
        }
        return List.of(
                name,
                String.format(Locale.ROOT, "%.3f", truth),
                Integer.toString(n),
                classical.text(true),
                published.text(true),
                predicted.text(true),
                yesNo ? corrected.text(true) : "");
    }

    /// The moments of the units not read.
    private static Moments without(Moments all, Moments read) {
        double n = all.size();
        double k = read.size();
        double mean = (all.mean() * n - read.mean() * k) / (n - k);
        double square = (all.w2f2() * n - read.w2f2() * k) / (n - k);
        return new Moments(all.size() - read.size(), mean, 1, mean, square);
    }

    static Interval interval(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Measured measured -> measured.interval();
            case Estimate.Refused refused ->
                throw new IllegalStateException(refused.reason().message());
        };
    }
}
