package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.corpus.report.CheckedPart;
import org.folkmoot.corpus.sample.BlindCheck.ThemeCheck;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.estimation.Caution;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.Estimate.Measured;

/// Checked figures as people read them, and as rows of a table.
public final class CheckedFigures {
    private static final String NONE = "–";

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
                check.readTwice(),
                String.format(Locale.UK, "%.3g", 100 * check.options().reach()).replaceFirst("\\.?0+$", ""),
                rows,
                List.copyOf(notes));
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
                switch (theme.agreement().alpha()) {
                    case Coefficient.Refused _ -> NONE;
                    case Coefficient.Estimate alpha ->
                        String.format(
                                Locale.UK,
                                "%.2f (%.2f to %.2f)",
                                alpha.value(),
                                alpha.interval().low(),
                                alpha.interval().high());
                },
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
        if (readTwice && theme.agreement().alpha() instanceof Coefficient.Refused refused) {
            notes.add(id + refused.reason().message());
        }
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
                if (theme.agreement().alpha() instanceof Coefficient.Estimate alpha) {
                    row.add(Double.toString(alpha.value()));
                    row.add(Double.toString(alpha.interval().low()));
                    row.add(Double.toString(alpha.interval().high()));
                } else {
                    row.addAll(List.of("", "", ""));
                }
                row.add(theme.more() < 0 ? "" : Long.toString(theme.more()));
                rows.add(List.copyOf(row));
            }
        }
        return rows;
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
