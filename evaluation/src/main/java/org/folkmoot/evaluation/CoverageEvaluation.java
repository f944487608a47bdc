package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.folkmoot.evaluation.CodedComments.Machine;
import org.folkmoot.text.Progress;

/// How often nominal 95 % intervals hold the truth, and how much reading the machine's codings save.
public final class CoverageEvaluation implements Evaluation {
    private static final int DRAWS = 2000;
    private static final long SEED = 20261121;
    private static final String MACHINES = """
            5,043 comments of nhs-fft-themes, all themes given to at least ten; truth: people's themes. Learnt machine: \
            logistic regression on words, five-fold, coding at 0.3. Noisy machine: people's themes, missed in 10 % of short \
            to 40 % of long comments, false ones at about 30 % of the number of true ones.""";
    private static final String BANDS_NOTE = MACHINES + " " + """
            Cells: 2,000 seeded samples each, themes × machines in the band; the share of cells whose coverage lies in 94 to \
            96.5 % (widened by 1 point, two standard errors of a cell), below, above; the least. A rare theme can be seen \
            in few numbers only, so that no interval without added chance can hold in 94 to 96.5 % exactly: what is missed \
            is meant to be missed above.""";

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public List<String> needs() {
        return List.of("ppi-reference", "nhs-fft-themes");
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        return run(data, DRAWS, progress);
    }

    List<Table> run(Path data, int draws, Progress progress) throws IOException {
        List<Table> tables = new ArrayList<>();
        progress.at("coverage on published arrays", 0, 0);
        tables.add(CoverageOfArrays.table(data, draws));
        progress.at("coverage of themes", 0, 0);
        CodedComments comments = CodedComments.nhs(data);
        List<Machine> machines = List.of(comments.learnt(SEED), comments.noisy(SEED));
        List<List<List<CoverageOfThemes>>> found = new ArrayList<>();
        for (Machine machine : machines) {
            List<List<CoverageOfThemes>> sizes = new ArrayList<>();
            for (int n : CoverageOfArrays.SIZES) {
                sizes.add(CoverageOfThemes.simulate(comments, machine, n, draws));
            }
            found.add(sizes);
        }
        tables.add(bands(found));
        tables.add(accuracy(found));
        for (int m = 0; m < machines.size(); m++) {
            tables.add(themes(comments, machines.get(m), found.get(m)));
        }
        progress.at("unequal chances", 0, 0);
        tables.add(UnsureReading.table(comments, machines.getFirst(), draws));
        progress.at("reading saved", 0, 0);
        tables.add(ReadingSaved.table(comments, machines, found));
        return tables;
    }

    private record Band(String name, double from, double to) {}

    private static final List<Band> BANDS = List.of(
            new Band("5 % and more", 0.05, 1), new Band("0.8 to 5 %", 0.008, 0.05), new Band("below 0.8 %", 0, 0.008));

    private static Table bands(List<List<List<CoverageOfThemes>>> found) {
        List<List<String>> rows = new ArrayList<>();
        for (Band band : BANDS) {
            for (int s = 0; s < CoverageOfArrays.SIZES.length; s++) {
                List<CoverageOfThemes> cells = cells(found, band, s);
                rows.add(band(band, s, "reading only", cells, cell -> cell.classical));
                rows.add(band(band, s, "published normal", cells, cell -> cell.published));
                rows.add(band(band, s, "corrected (default)", cells, cell -> cell.corrected));
            }
        }
        return new Table(
                "Coverage of shares of themes",
                BANDS_NOTE,
                List.of("share", "n", "interval", "cells", "mean", "least", "below, %", "within, %", "above, %"),
                rows);
    }

    private static List<CoverageOfThemes> cells(List<List<List<CoverageOfThemes>>> found, Band band, int size) {
        return found.stream()
                .flatMap(machine -> machine.get(size).stream())
                .filter(cell -> cell.share() >= band.from && cell.share() < band.to)
                .toList();
    }

    private static List<String> band(
            Band band,
            int size,
            String method,
            List<CoverageOfThemes> cells,
            Function<CoverageOfThemes, Tally> interval) {
        double[] coverage = cells.stream()
                .mapToDouble(cell -> interval.apply(cell).coverage())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double sum = 0;
        double least = 1;
        int below = 0;
        int above = 0;
        for (double value : coverage) {
            sum += value;
            least = Math.min(least, value);
            below += value < 0.93 ? 1 : 0;
            above += value > 0.975 ? 1 : 0;
        }
        double all = coverage.length;
        return List.of(
                band.name,
                Integer.toString(CoverageOfArrays.SIZES[size]),
                method,
                Integer.toString(coverage.length),
                percent(sum / all),
                percent(least),
                percent(below / all),
                percent(1 - (below + above) / all),
                percent(above / all));
    }

    private static Table accuracy(List<List<List<CoverageOfThemes>>> found) {
        List<List<String>> rows = new ArrayList<>();
        for (int s = 1; s < CoverageOfArrays.SIZES.length; s++) {
            List<CoverageOfThemes> cells = cells(found, BANDS.getFirst(), s);
            rows.add(band(BANDS.getFirst(), s, "precision", cells, cell -> cell.precision));
            rows.add(band(BANDS.getFirst(), s, "recall", cells, cell -> cell.recall));
        }
        return new Table(
                "Coverage of precision and recall",
                "As above, for themes of 5 % and more; samples in which the figure was refused are left out.",
                List.of("share", "n", "figure", "cells", "mean", "least", "below, %", "within, %", "above, %"),
                rows);
    }

    private static Table themes(CodedComments comments, Machine machine, List<List<CoverageOfThemes>> found) {
        List<String> header = new ArrayList<>(List.of("theme", "share, %", "recall / precision"));
        for (int n : CoverageOfArrays.SIZES) {
            header.add("n = " + n);
        }
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < comments.themes().size(); t++) {
            CoverageOfThemes first = found.getFirst().get(t);
            List<String> row = new ArrayList<>(
                    List.of(comments.themes().get(t), percent(first.share()), first.recallAndPrecision()));
            for (List<CoverageOfThemes> size : found) {
                CoverageOfThemes cell = size.get(t);
                row.add(cell.classical.text(false) + " / " + cell.published.text(false) + " / "
                        + cell.corrected.text(false));
            }
            rows.add(row);
        }
        return new Table(
                "Coverage theme by theme, " + machine.name() + " machine",
                "Per cent of 2,000 samples: reading only / published normal / corrected (default).",
                header,
                rows);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
