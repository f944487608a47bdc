package org.folkmoot.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.quality.estimation.Caution;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.ThemeShares;
import tools.jackson.databind.node.ObjectNode;

/// Corrected shares of themes, for people and for machines.
final class SharesTable {
    private final ThemeShares shares;
    private final int read;

    SharesTable(ThemeShares shares, int read) {
        this.shares = shares;
        this.read = read;
    }

    /// A table for a person, with the cautions and what the figures mean.
    String text() {
        long population = shares.themes().stream()
                .mapToLong(ThemeShares.Row::population)
                .max()
                .orElse(0);
        int width = shares.themes().stream()
                .mapToInt(row -> row.theme().length())
                .max()
                .orElse(5);
        String name = "%-" + Math.clamp(width, 5, 50) + "s";
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d of %,d read blind; %s %% intervals%s, in per cent%n%n",
                read,
                population,
                plain(100 * shares.options().confidence()),
                shares.options().together() ? " that hold all at once" : ""));
        String head = name + " %8s %10s  %-14s %10s %8s  %s%n";
        text.append(String.format(
                Locale.ROOT, head, "theme", "machine", "corrected", "interval", "precision", "recall", "p"));
        for (ThemeShares.Row row : shares.themes()) {
            text.append(String.format(
                    Locale.ROOT,
                    head,
                    row.theme(),
                    percent((double) row.coded() / row.population()),
                    value(row.share()),
                    interval(row.share()),
                    value(row.accuracy().precision()),
                    value(row.accuracy().recall()),
                    Double.isNaN(row.adjustedP()) ? "-" : String.format(Locale.ROOT, "%.3f", row.adjustedP())));
        }
        text.append('\n');
        few().ifPresent(line -> text.append(line).append("\n\n"));
        Set<String> refusals = refusals();
        refusals.forEach(reason -> text.append("! ").append(reason).append('\n'));
        text.append(refusals.isEmpty() ? "" : "\n");
        text.append("""
                "corrected" is the share of all items that readers would give the theme, had they read all; it counts
                items, not opinions, and says nothing of people who did not write. "p" asks whether the machine's count
                is right (small: it is not), allowing for the number of themes.""");
        return text.toString();
    }

    private Optional<String> few() {
        List<String> names = shares.themes().stream()
                .filter(row -> row.share() instanceof Estimate.Measured measured
                        && measured.cautions().stream().anyMatch(caution -> caution instanceof Caution.FewSeen))
                .map(ThemeShares.Row::theme)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("! Fewer than ten read with (or without) it, so that the interval is on the safe"
                        + " side: " + String.join(", ", names) + ".");
    }

    private Set<String> refusals() {
        Set<String> reasons = new LinkedHashSet<>();
        for (ThemeShares.Row row : shares.themes()) {
            for (Estimate estimate : List.of(
                    row.share(), row.accuracy().precision(), row.accuracy().recall())) {
                if (estimate instanceof Estimate.Refused refused) {
                    reasons.add(row.theme() + ": " + refused.reason().message());
                }
            }
        }
        return reasons;
    }

    /// The table as rows of text, header first; shares in [0, 1], a blank cell for what is refused.
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "label",
                "coded",
                "items",
                "read",
                "share",
                "low",
                "high",
                "precision",
                "recall",
                "f1",
                "p",
                "p_adjusted"));
        for (ThemeShares.Row row : shares.themes()) {
            boolean measured = row.share() instanceof Estimate.Measured;
            rows.add(List.of(
                    row.theme(),
                    Long.toString(row.coded()),
                    Long.toString(row.population()),
                    Integer.toString(read),
                    raw(row.share()),
                    row.share() instanceof Estimate.Measured low
                            ? Double.toString(low.interval().low())
                            : "",
                    row.share() instanceof Estimate.Measured high
                            ? Double.toString(high.interval().high())
                            : "",
                    raw(row.accuracy().precision()),
                    raw(row.accuracy().recall()),
                    raw(row.accuracy().f1()),
                    measured ? Double.toString(row.p()) : "",
                    measured ? Double.toString(row.adjustedP()) : ""));
        }
        return rows;
    }

    ObjectNode json() {
        ObjectNode root = JsonText.object();
        root.put("confidence", shares.options().confidence());
        root.put("together", shares.options().together());
        root.put("adjustment", shares.options().adjustment().name().toLowerCase(Locale.ROOT));
        root.put("read", read);
        var themes = root.putArray("themes");
        for (ThemeShares.Row row : shares.themes()) {
            var node = themes.addObject();
            node.put("label", row.theme());
            node.put("coded", row.coded());
            node.put("items", row.population());
            JsonText.put(node, "share", row.share());
            JsonText.put(node, "readingOnly", row.readingOnly());
            JsonText.put(node, "precision", row.accuracy().precision());
            JsonText.put(node, "recall", row.accuracy().recall());
            JsonText.put(node, "f1", row.accuracy().f1());
            if (!Double.isNaN(row.p())) {
                node.put("p", row.p());
                node.put("adjustedP", row.adjustedP());
            }
        }
        return root;
    }

    private static String raw(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured ? Double.toString(measured.value()) : "";
    }

    private static String value(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured ? percent(measured.value()) : "-";
    }

    private static String interval(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured
                ? percent(measured.interval().low()) + " to "
                        + percent(measured.interval().high())
                : "-";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
