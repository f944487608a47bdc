package org.folkmoot.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.evaluation.CodedComments.Machine;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.CoderAccuracy;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.Moments;
import org.folkmoot.quality.estimation.PredictionPowered;
import org.folkmoot.quality.estimation.ThemeShare;

/// Coverage of nominal 95 % intervals for one theme of real comments and one machine.
final class CoverageOfThemes {
    private final boolean[] human;
    private final boolean[] coded;
    private final MachineCount count;
    private final int n;
    private final Map<Counts, Figures> known = new HashMap<>();
    final Tally classical;
    final Tally published;
    final Tally corrected;
    final Tally precision;
    final Tally recall;

    /// What a sample of n holds of the four combinations: all that the intervals depend on.
    private record Counts(int bothYes, int machineOnly, int humanOnly) {}

    private record Figures(
            Interval classical, Interval published, Interval corrected, Estimate precision, Estimate recall) {}

    CoverageOfThemes(boolean[] human, boolean[] coded, int n) {
        this.human = human;
        this.coded = coded;
        this.n = n;
        int size = human.length;
        int hits = 0;
        for (int i = 0; i < size; i++) {
            hits += human[i] && coded[i] ? 1 : 0;
        }
        int present = CodedComments.count(human);
        int said = CodedComments.count(coded);
        count = MachineCount.of(said, size);
        double share = present / (double) size;
        classical = new Tally(share);
        published = new Tally(share);
        corrected = new Tally(share);
        precision = new Tally(said == 0 ? Double.NaN : hits / (double) said);
        recall = new Tally(hits / (double) present);
    }

    /// Takes in the sample in the first n places.
    void add(int[] order) {
        int both = 0;
        int machineOnly = 0;
        int humanOnly = 0;
        for (int i = 0; i < n; i++) {
            int unit = order[i];
            if (coded[unit]) {
                both += human[unit] ? 1 : 0;
                machineOnly += human[unit] ? 0 : 1;
            } else {
                humanOnly += human[unit] ? 1 : 0;
            }
        }
        Figures figures = known.computeIfAbsent(new Counts(both, machineOnly, humanOnly), this::figures);
        classical.add(figures.classical);
        published.add(figures.published);
        corrected.add(figures.corrected);
        if (figures.precision instanceof Estimate.Measured measured) {
            precision.add(measured.interval());
        }
        if (figures.recall instanceof Estimate.Measured measured) {
            recall.add(measured.interval());
        }
    }

    private Figures figures(Counts counts) {
        boolean[] has = new boolean[n];
        boolean[] says = new boolean[n];
        double[] y = new double[n];
        double[] f = new double[n];
        int yes = counts.bothYes + counts.machineOnly;
        for (int i = 0; i < n; i++) {
            says[i] = i < yes;
            has[i] = i < counts.bothYes || (i >= yes && i < yes + counts.humanOnly);
            y[i] = has[i] ? 1 : 0;
            f[i] = says[i] ? 1 : 0;
        }
        BlindSample sample = BlindSample.simple(has, says, human.length);
        CoderAccuracy accuracy = CoderAccuracy.of(sample, count, 0.95);
        Moments rest = Moments.ofCodings(CodedComments.count(coded) - (long) yes, human.length - (long) n);
        return new Figures(
                CoverageOfArrays.interval(ThemeShare.classical(sample, count, 0.95)),
                CoverageOfArrays.interval(PredictionPowered.mean(
                        PredictionPowered.Labelled.of(y, f), rest, PredictionPowered.Options.DEFAULT)),
                CoverageOfArrays.interval(ThemeShare.corrected(sample, count, 0.95)),
                accuracy.precision(),
                accuracy.recall());
    }

    /// Every theme, machine by machine, for one size of sample; all see the same samples.
    static List<CoverageOfThemes> simulate(CodedComments comments, Machine machine, int n, int draws) {
        List<CoverageOfThemes> themes = new ArrayList<>();
        for (int t = 0; t < comments.themes().size(); t++) {
            themes.add(new CoverageOfThemes(comments.human()[t], machine.coded()[t], n));
        }
        var samples = new RepeatedSample(comments.size(), n);
        for (int draw = 0; draw < draws; draw++) {
            int[] order = samples.next(n);
            themes.forEach(theme -> theme.add(order));
        }
        return themes;
    }

    double share() {
        return CodedComments.count(human) / (double) human.length;
    }

    String recallAndPrecision() {
        int hits = 0;
        for (int i = 0; i < human.length; i++) {
            hits += human[i] && coded[i] ? 1 : 0;
        }
        double said = CodedComments.count(coded);
        return String.format(
                Locale.ROOT,
                "%.2f / %s",
                hits / (double) CodedComments.count(human),
                said == 0 ? "–" : String.format(Locale.ROOT, "%.2f", hits / said));
    }
}
