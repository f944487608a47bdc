package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Source;

/// Settles each column's role: stated by a person, else known from the format, else guessed.
final class Settling {
    private final Roles stated;
    private final List<Roles.Column> known;
    private final Faults faults;

    Settling(Roles stated, List<Roles.Column> known, Faults faults) {
        this.stated = stated;
        this.known = known;
        this.faults = faults;
    }

    List<RoleGuess> settle(Table table, Layout.Style style, List<ColumnProfile> profiles) {
        Layout base = table.parts().getFirst().layout();
        List<RoleGuess> guesses = RoleGuess.all(new Layout(base.grid(), base.first(), table.heads(), style), profiles);
        Map<String, Roles.Column> byName = byName(stated.columns());
        Map<String, Roles.Column> byFormat = byName(known);
        var settled = new ArrayList<RoleGuess>();
        for (int c = 0; c < guesses.size(); c++) {
            String name = table.heads().get(c).name();
            Roles.Column column = byName.remove(name);
            Roles.Column formal = byFormat.get(name);
            if (column != null) {
                settled.add(new RoleGuess(column.role(), "stated by a person"));
            } else if (formal != null) {
                settled.add(new RoleGuess(formal.role(), "known from the format"));
            } else {
                settled.add(guesses.get(c));
                if (!stated.columns().isEmpty()) {
                    faults.warning(
                            "unstated-column",
                            base.grid().source(),
                            name,
                            "nobody stated a role for this column; it was guessed as "
                                    + guesses.get(c).role().label(),
                            "state its role");
                }
            }
        }
        byName.values()
                .forEach(c -> faults.error(
                        "unknown-column",
                        base.grid().source(),
                        c.name(),
                        "the roles file%s names a column that no file has"
                                .formatted(c.line() > 0 ? ", line " + c.line() + "," : ""),
                        "write the header exactly as inspect shows it"));
        once(settled, table, Role.RESPONDENT);
        once(settled, table, Role.RESPONDENT_TYPE);
        once(settled, table, Role.CONSENT);
        once(settled, table, Role.QUESTION);
        once(settled, table, Role.ANSWER);
        return settled;
    }

    private static Map<String, Roles.Column> byName(List<Roles.Column> columns) {
        var byName = new HashMap<String, Roles.Column>();
        columns.forEach(c -> byName.putIfAbsent(c.name(), c));
        return byName;
    }

    private void once(List<RoleGuess> settled, Table table, Role role) {
        int first = -1;
        for (int c = 0; c < settled.size(); c++) {
            if (settled.get(c).role() != role) {
                continue;
            }
            if (first >= 0) {
                Source whole = table.parts().getFirst().grid().source();
                faults.error(
                        "role-twice",
                        whole,
                        table.heads().get(c).name(),
                        "the role \"%s\" is already given to \"%s\""
                                .formatted(
                                        role.label(), table.heads().get(first).name()),
                        "give it to one column only");
            } else {
                first = c;
            }
        }
    }

    /// The roles as used, with what a person stated of ids, texts and pairs.
    static List<Roles.Column> columns(Table table, List<RoleGuess> settled, Roles stated, List<Roles.Column> known) {
        Map<String, Roles.Column> byName = byName(known);
        stated.columns().forEach(c -> byName.put(c.name(), c));
        var columns = new ArrayList<Roles.Column>();
        for (int c = 0; c < settled.size(); c++) {
            String name = table.heads().get(c).name();
            Roles.Column column = byName.get(name);
            columns.add(
                    column != null
                            ? column
                            : new Roles.Column(name, settled.get(c).role()));
        }
        return columns;
    }
}
