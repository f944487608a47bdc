package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.corpus.report.CheckedPart;
import org.folkmoot.corpus.sample.BlindCheck.ThemeCheck;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.corpus.write.SheetFile;
import org.folkmoot.quality.agreement.Caution.PrevalenceParadox;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.estimation.Caution;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.Estimate.Measured;

/// Checked figures as people read them, and as rows of a table.
public final class CheckedFigures {
    private static final String NONE = "–";

    private static final Set<String> PERCENT = Set.of(
            "share",
            "low",
            "high",
            "precision",
            "precision_low",
            "precision_high",
            "recall",
            "recall_low",
            "recall_high");

    private CheckedFigures() {}

    static CheckedPart part(CheckedQuestion question) {
        List<CheckedPart.Row> rows = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        BlindCheck check = question.check();
        for (int i = 0; i < check.themes().size(); i++) {
            rows.add(row(question.themes().get(i), check.themes().get(i)));
            notes(check.themes().get(i), check.readTwice() > 0, notes);
        }
        return new CheckedPart(
                question.question(),
                check.read(),
                check.population(),
                question.readers().size(),
                agreement(check),
                String.format(Locale.UK, "%.3g", 100 * check.options().reach()).replaceFirst("\\.?0+$", ""),
                rows,
                List.copyOf(notes));
    }

    private static CheckedPart.Agreement agreement(BlindCheck check) {
        int adjudicated = (int) check.differences().stream()
                .filter(BlindCheck.Difference::adjudicated)
                .count();
        return new CheckedPart.Agreement(
                check.readTwice(),
                check.agreement() instanceof Coefficient.Estimate ? coefficient(check.agreement()) : "",
                check.differences().size(),
                adjudicated,
                check.undecided());
    }

    /// A coefficient with its interval.
    public static String coefficient(Coefficient coefficient) {
        return switch (coefficient) {
            case Coefficient.Refused _ -> NONE;
            case Coefficient.Estimate estimate ->
                String.format(
                        Locale.UK,
                        "%.2f (%.2f to %.2f)",
                        estimate.value(),
                        estimate.interval().low(),
                        estimate.interval().high());
        };
    }

    private static CheckedPart.Row row(RunTheme named, ThemeCheck theme) {
        boolean measured = theme.figures().share() instanceof Measured;
        return new CheckedPart.Row(
                named.id(),
                named.headline(),
                !named.parent().isEmpty(),
                percent((double) theme.figures().coded() / theme.figures().population()),
                value(theme.figures().share()),
                measured ? percent(low(theme.figures().share())) : "",
                measured ? percent(high(theme.figures().share())) : "",
                withInterval(theme.figures().accuracy().precision()),
                withInterval(theme.figures().accuracy().recall()),
                coefficient(theme.agreement().alpha()),
                coefficient(theme.agreement().kappa()),
                theme.more() < 0 ? NONE : String.format(Locale.UK, "%,d", theme.more()));
    }

    private static void notes(ThemeCheck theme, boolean readTwice, Set<String> notes) {
        String id = theme.theme() + ": ";
        Estimate share = theme.figures().share();
        if (share instanceof Measured measured) {
            for (Caution caution : measured.cautions()) {
                notes.add(id + caution.message());
            }
        }
        for (Estimate estimate : List.of(
                share,
                theme.figures().accuracy().precision(),
                theme.figures().accuracy().recall())) {
            if (estimate instanceof Estimate.Refused refused) {
                notes.add(id + refused.reason().message());
            }
        }
        if (!readTwice) {
            return;
        }
        switch (theme.agreement().alpha()) {
            case Coefficient.Refused refused -> notes.add(id + refused.reason().message());
            case Coefficient.Estimate alpha ->
                alpha.cautions().stream()
                        .filter(caution -> caution instanceof PrevalenceParadox)
                        .forEach(caution -> notes.add(id + caution.message() + beside(theme.agreement())));
        }
    }

    private static String beside(ReaderAgreement agreement) {
        return " AC1 " + coefficient(agreement.ac1()) + "; of an answer one reader gives it, another gives it too: "
                + coefficient(agreement.present()) + ".";
    }

    /// All figures as rows, header first; shares in [0, 1], a blank cell for what cannot be said.
    public static List<List<String>> rows(List<CheckedQuestion> questions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "question",
                "theme",
                "parent",
                "headline",
                "coded",
                "answers",
                "read",
                "readers",
                "share",
                "low",
                "high",
                "precision",
                "precision_low",
                "precision_high",
                "recall",
                "recall_low",
                "recall_high",
                "p_adjusted",
                "alpha",
                "alpha_low",
                "alpha_high",
                "kappa",
                "kappa_low",
                "kappa_high",
                "more_to_read"));
        for (CheckedQuestion question : questions) {
            for (int i = 0; i < question.themes().size(); i++) {
                RunTheme named = question.themes().get(i);
                ThemeCheck theme = question.check().themes().get(i);
                List<String> row = new ArrayList<>(List.of(
                        question.question(),
                        named.id(),
                        named.parent(),
                        named.headline(),
                        Long.toString(theme.figures().coded()),
                        Integer.toString(question.check().population()),
                        Integer.toString(question.check().read()),
                        Integer.toString(question.readers().size())));
                add(row, theme.figures().share());
                add(row, theme.figures().accuracy().precision());
                add(row, theme.figures().accuracy().recall());
                double p = theme.figures().adjustedP();
                row.add(Double.isNaN(p) ? "" : Double.toString(p));
                add(row, theme.agreement().alpha());
                add(row, theme.agreement().kappa());
                row.add(theme.more() < 0 ? "" : Long.toString(theme.more()));
                rows.add(List.copyOf(row));
            }
        }
        return rows;
    }

    /// All figures as a sheet, shares in percent.
    static SheetFile.Sheet sheet(List<CheckedQuestion> questions) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = rows(questions).getFirst();
        for (List<String> row : rows(questions)) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                boolean percent = PERCENT.contains(header.get(c)) && !row.get(c).isEmpty();
                if (!percent) {
                    cells.add(row.get(c));
                } else if (rows.isEmpty()) {
                    cells.add(row.get(c) + " %");
                } else {
                    cells.add(Double.toString(100 * Double.parseDouble(row.get(c))));
                }
            }
            rows.add(cells);
        }
        Set<String> numbers = new LinkedHashSet<>(rows.getFirst());
        numbers.removeAll(List.of("question", "theme", "parent", "headline"));
        return new SheetFile.Sheet("Checked", rows, numbers);
    }

    /// What the workbook says of its figures.
    static String status(List<CheckedQuestion> questions, List<String> unread) {
        List<String> lines = new ArrayList<>();
        for (CheckedQuestion question : questions) {
            lines.add(String.format(
                    Locale.UK,
                    "%s: checked by people, %,d answers read blind; corrected shares are on the sheet Checked, all other"
                            + " counts are the machine's",
                    question.question(),
                    question.check().read()));
        }
        unread.forEach(question -> lines.add(question + ": machine draft, not yet checked by people"));
        return String.join("\n", lines);
    }

    private static void add(List<String> row, Estimate estimate) {
        if (estimate instanceof Measured measured) {
            row.add(Double.toString(measured.value()));
            row.add(Double.toString(measured.interval().low()));
            row.add(Double.toString(measured.interval().high()));
        } else {
            row.addAll(List.of("", "", ""));
        }
    }

    private static void add(List<String> row, Coefficient coefficient) {
        if (coefficient instanceof Coefficient.Estimate estimate) {
            row.add(Double.toString(estimate.value()));
            row.add(Double.toString(estimate.interval().low()));
            row.add(Double.toString(estimate.interval().high()));
        } else {
            row.addAll(List.of("", "", ""));
        }
    }

    private static double low(Estimate estimate) {
        return estimate instanceof Measured measured ? measured.interval().low() : Double.NaN;
    }

    private static double high(Estimate estimate) {
        return estimate instanceof Measured measured ? measured.interval().high() : Double.NaN;
    }

    private static String value(Estimate estimate) {
        return estimate instanceof Measured measured ? percent(measured.value()) : NONE;
    }

    private static String withInterval(Estimate estimate) {
        return estimate instanceof Measured measured
                ? String.format(
                        Locale.UK,
                        "%.0f%% (%.0f–%.0f)",
                        100 * measured.value(),
                        100 * measured.interval().low(),
                        100 * measured.interval().high())
                : NONE;
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f%%", 100 * share);
    }
}
