package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Intake.Opened;
import org.jspecify.annotations.Nullable;

/// Chooses, of all sheets of all inputs, the one that sets the columns and those that are read with it.
final class SheetChoice {
    private final Roles stated;
    private final List<Opened> opened;
    private final Faults faults;

    SheetChoice(Roles stated, List<Opened> opened, Faults faults) {
        this.stated = stated;
        this.opened = List.copyOf(opened);
        this.faults = faults;
    }

    /// The sheet that sets the columns: one with answers before one without, then the one with most rows.
    @Nullable
    Layout base() {
        Layout best = null;
        double most = -1;
        boolean any = false;
        for (Opened o : opened) {
            for (Layout layout : o.layouts()) {
                any |= layout.grid().size() > 0;
                if (layout.heads().isEmpty() || !isWanted(layout)) {
                    continue;
                }
                double score = layout.rows();
                if (o.layouts().size() > 1) {
                    var table = new Table(layout.heads(), List.of(part(layout, layout.names())));
                    boolean answers = RoleGuess.all(layout, table.profiles()).stream()
                            .anyMatch(g -> g.role() == Role.OPEN || g.role() == Role.ANSWER);
                    score += answers ? 1e9 : 0;
                }
                if (score > most) {
                    best = layout;
                    most = score;
                }
            }
        }
        if (best == null && !opened.isEmpty() && !faults.anyError()) {
            Opened first = opened.getFirst();
            var whole = new Source(first.path().getFileName().toString(), "", 0);
            if (any && !stated.sheets().isEmpty()) {
                faults.error(
                        "no-sheet",
                        whole,
                        "",
                        "no sheet is called " + stated.sheets(),
                        "correct \"sheets\" in the roles file");
            } else {
                faults.error("empty-file", whole, "", "the file holds no cells", "export the responses again");
            }
        }
        return best;
    }

    /// Sheets with the columns of the base; others are set aside with a warning, other files refused.
    Set<Layout> alike(Layout base) {
        var names = new HashSet<>(base.names());
        var used = new HashSet<Layout>();
        for (Opened o : opened) {
            boolean any = false;
            for (Layout layout : o.layouts()) {
                boolean same = isWanted(layout) && new HashSet<>(layout.names()).equals(names);
                if (same) {
                    used.add(layout);
                    any = true;
                } else if (layout.rows() > 0 && o.layouts().size() > 1) {
                    faults.warning(
                            "sheet-not-read",
                            layout.grid().source(),
                            "",
                            "%,d rows were not read: the sheet's columns are not those of \"%s\""
                                    .formatted(layout.rows(), base.grid().sheet()),
                            "if it holds responses, read it alone: name it under \"sheets\" in a roles file");
                }
            }
            if (!any && !o.layouts().isEmpty()) {
                differs(base, o.layouts().getFirst());
            }
        }
        return used;
    }

    /// The table that sheets make together.
    Table table(Layout base, Set<Layout> used) {
        var parts = new ArrayList<Table.Part>();
        for (Opened o : opened) {
            for (Layout layout : o.layouts()) {
                if (used.contains(layout)) {
                    parts.add(part(layout, base.names()));
                }
            }
        }
        return new Table(base.heads(), parts);
    }

    private boolean isWanted(Layout layout) {
        return stated.sheets().isEmpty()
                || layout.grid().sheet().isEmpty()
                || stated.sheets().contains(layout.grid().sheet());
    }

    private void differs(Layout base, Layout other) {
        var missing = new ArrayList<>(base.names());
        missing.removeAll(other.names());
        var extra = new ArrayList<>(other.names());
        extra.removeAll(base.names());
        faults.error(
                "layout-differs",
                other.grid().source(),
                "",
                "its columns are not those of %s%s%s"
                        .formatted(base.grid().file(), listed("; missing: ", missing), listed("; only here: ", extra)),
                "give the columns the same headers, or read the files one by one");
    }

    private static String listed(String lead, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = String.join(
                ", ",
                names.stream()
                        .limit(5)
                        .map(n -> "\"" + Assembly.brief(n) + "\"")
                        .toList());
        return lead + first + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
    }

    private static Table.Part part(Layout layout, List<String> names) {
        Map<String, Integer> at = new HashMap<>();
        for (Layout.Head head : layout.heads()) {
            at.put(head.name(), head.column());
        }
        return new Table.Part(
                layout, names.stream().mapToInt(n -> at.getOrDefault(n, 0)).toArray());
    }
}
