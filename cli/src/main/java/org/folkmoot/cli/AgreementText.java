package org.folkmoot.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.cli.AgreementFigures.Kind;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.Coefficient.Basis;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Figures of agreement as a table for a person to read.
final class AgreementText {
    private final AgreementFigures figures;
    private final RatingLevel level;
    private final String percent;
    private final StringBuilder text = new StringBuilder();

    private AgreementText(AgreementFigures figures, RatingLevel level, double confidence) {
        this.figures = figures;
        this.level = level;
        this.percent = BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String of(AgreementFigures figures, RatingLevel level, double confidence) {
        return new AgreementText(figures, level, confidence).write();
    }

    private String write() {
        figures.leading().ifPresent(kind -> basis(kind));
        line(String.format(Locale.ROOT, "%-22s %7s  %s", "", "value", percent + " % interval"));
        figures.coefficients().forEach((kind, coefficient) -> row(kind.title(level), coefficient));
        if (!figures.labels().isEmpty()) {
            line("");
            line("If one rater gives the label, how likely another gives it too:");
            figures.labels().forEach(this::row);
        }
        if (!figures.cautions().isEmpty()) {
            line("");
            figures.cautions().forEach(caution -> line("! " + caution));
        }
        figures.leading().flatMap(this::meaning).ifPresent(meaning -> {
            line("");
            line(meaning);
        });
        return text.toString();
    }

    private void basis(Kind kind) {
        if (figures.coefficients().get(kind) instanceof Estimate estimate) {
            Basis basis = estimate.basis();
            line(String.format(
                    Locale.ROOT,
                    "%,d ratings by %,d raters of %,d items rated twice or more, %s level",
                    basis.ratings(),
                    basis.raters(),
                    basis.items(),
                    level));
            line("");
        }
    }

    private void row(String name, Coefficient coefficient) {
        String shown = name.length() > 22 ? name.substring(0, 21) + "…" : name;
        switch (coefficient) {
            case Estimate estimate ->
                line(String.format(
                        Locale.ROOT,
                        "%-22s %7.3f  %.3f to %.3f",
                        shown,
                        estimate.value(),
                        estimate.interval().low(),
                        estimate.interval().high()));
            case Refused refused ->
                line(String.format(
                        Locale.ROOT,
                        "%-22s %7s  %s",
                        shown,
                        "none",
                        refused.reason().message()));
        }
    }

    /// What the leading figure means, and what it does not, in one sentence.
    private Optional<String> meaning(Kind kind) {
        if (!(figures.coefficients().get(kind) instanceof Estimate estimate)) {
            return Optional.empty();
        }
        String limits = "it says neither who is right nor whether the labels are the right ones, and it holds for items"
                + " like these only.";
        double value = estimate.value();
        if (kind == Kind.PERCENT) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "What this means: two raters of an item give it the same label %.0f %% of the time, chance included;"
                            + " %s",
                    100 * value,
                    limits));
        }
        if (value <= 0) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "What this means: by %s raters agree no more than chance would make them; %s",
                    kind.title(level),
                    limits));
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "What this means: by %s raters avoid %.0f %% of the disagreement that chance would give; %s",
                kind.title(level),
                100 * value,
                limits));
    }

    private void line(String content) {
        text.append(content.stripTrailing()).append(System.lineSeparator());
    }
}
