package org.folkmoot.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.ThemeShares;
import org.folkmoot.quality.multiplicity.AdjustedP;
import tools.jackson.databind.node.ObjectNode;

/// Corrected shares of themes in each group, and how each group differs from all others together. Of two groups only
/// the first is compared: the second is all its others, and the same difference counted twice would cost every
/// p-value its half.
///
/// @param groups comparisons of each group, by its name in alphabetical order
/// @param tooFew groups of which too few were read for any comparison
record GroupShares(Map<String, List<Row>> groups, List<String> tooFew) {
    /// One theme in one group.
    ///
    /// @param adjustedP of "no difference", adjusted for all themes and groups
    record Row(ThemeShares.Compared compared, Estimate share, Estimate others, double adjustedP) {}

    /// @param labels to compare
    static GroupShares of(CodingsFile machine, CodingsFile people, List<String> labels, ThemeShares.Options options) {
        TreeSet<String> names =
                machine.rows().stream().map(CodingsFile.Row::group).collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        List<String> tooFew = new ArrayList<>();
        String first = names.size() == 2 && names.first().isEmpty() ? names.last() : names.first();
        for (String name : names.size() == 2 ? Set.of(first) : names) {
            ThemeShares in = shares(machine, people, labels, row -> row.group().equals(name), options);
            ThemeShares out =
                    shares(machine, people, labels, row -> !row.group().equals(name), options);
            List<ThemeShares.Compared> compared = in.minus(out);
            if (compared.isEmpty()) {
                tooFew.add(name);
                continue;
            }
            List<Row> rows = new ArrayList<>();
            for (ThemeShares.Compared one : compared) {
                int at = labels.indexOf(one.theme());
                rows.add(new Row(
                        one, in.themes().get(at).share(), out.themes().get(at).share(), Double.NaN));
            }
            groups.put(name, rows);
        }
        return new GroupShares(adjusted(groups, options), tooFew);
    }

    private static Map<String, List<Row>> adjusted(Map<String, List<Row>> groups, ThemeShares.Options options) {
        double[] p = groups.values().stream()
                .flatMap(List::stream)
                .mapToDouble(row -> row.compared().difference().p())
                .toArray();
        double[] adjusted = AdjustedP.adjust(p, options.adjustment());
        int[] next = {0};
        Map<String, List<Row>> result = new LinkedHashMap<>();
        groups.forEach((name, rows) -> result.put(
                name,
                rows.stream()
                        .map(row -> new Row(row.compared(), row.share(), row.others(), adjusted[next[0]++]))
                        .toList()));
        return result;
    }

    private static ThemeShares shares(
            CodingsFile machine,
            CodingsFile people,
            List<String> labels,
            Predicate<CodingsFile.Row> member,
            ThemeShares.Options options) {
        List<CodingsFile.Row> rows = machine.rows().stream().filter(member).toList();
        Set<String> items = new HashSet<>();
        rows.forEach(row -> items.add(row.item()));
        List<CodingsFile.Row> read =
                people.rows().stream().filter(row -> items.contains(row.item())).toList();
        var part = new ReviewedCodings(
                new CodingsFile(rows, false, List.of()),
                new CodingsFile(read, people.hasProbability(), List.of()),
                labels);
        return ThemeShares.of(part.themes(), options);
    }

    /// A table for a person.
    String text(String by) {
        StringBuilder text = new StringBuilder();
        groups.forEach((name, rows) -> {
            text.append(String.format(Locale.ROOT, "%n%s = %s, against all others, in per cent%n", by, named(name)));
            String line = "%-30s %7s %7s  %-22s %s%n";
            text.append(String.format(Locale.ROOT, line, "theme", "here", "others", "difference", "p"));
            for (Row row : rows) {
                Estimate.Measured difference = row.compared().difference().estimate();
                text.append(String.format(
                        Locale.ROOT,
                        line,
                        row.compared().theme(),
                        percent(row.share()),
                        percent(row.others()),
                        String.format(
                                Locale.ROOT,
                                "%+.1f (%.1f to %.1f)",
                                100 * difference.value(),
                                100 * difference.interval().low(),
                                100 * difference.interval().high()),
                        String.format(Locale.ROOT, "%.3f", row.adjustedP())));
            }
        });
        tooFew.forEach(name -> text.append(String.format(
                Locale.ROOT, "%n! %s = %s: too few were read, or there is no one else.%n", by, named(name))));
        return text + "\"p\" asks whether the group differs, allowing for the number of themes and groups.";
    }

    private static String named(String group) {
        return group.isEmpty() ? "(blank)" : group;
    }

    private static String percent(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured
                ? String.format(Locale.ROOT, "%.1f", 100 * measured.value())
                : "-";
    }

    void into(ObjectNode root) {
        var array = root.putArray("groups");
        groups.forEach((name, rows) -> {
            var group = array.addObject();
            group.put("group", name);
            var themes = group.putArray("themes");
            for (Row row : rows) {
                var theme = themes.addObject();
                theme.put("label", row.compared().theme());
                JsonText.put(theme, "share", row.share());
                JsonText.put(theme, "others", row.others());
                JsonText.put(theme, "difference", row.compared().difference().estimate());
                theme.put("p", row.compared().difference().p());
                theme.put("adjustedP", row.adjustedP());
            }
        });
    }
}
