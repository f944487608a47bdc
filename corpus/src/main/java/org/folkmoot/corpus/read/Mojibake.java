package org.folkmoot.corpus.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.corpus.Source;
import org.jspecify.annotations.Nullable;

/// Notices text that was UTF-8 and was once read as windows-1252 before it reached us: `Â£` for `£`. The words
/// are kept as received; only a new export can restore them.
final class Mojibake {
    private static final Pattern SIGNS = Pattern.compile(
            "Â[\\u00A0-\\u00BF]|Ã[\\u00A0-\\u00BF\\u0178\\u2030\\u0160\\u0161]|â€[\u2122\u0153\u02DC\u201C\u201D\u00A6\u009D]");

    private final Faults faults;
    private int cells;
    private @Nullable Source first;
    private String sign = "";

    Mojibake(Faults faults) {
        this.faults = faults;
    }

    void check(Table table, List<Roles.Column> roles) {
        for (int c = 0; c < roles.size(); c++) {
            Role role = roles.get(c).role();
            if (role == Role.OPEN || role == Role.ANSWER) {
                check(table, c);
            }
        }
    }

    private void check(Table table, int column) {
        cells = 0;
        first = null;
        table.forEach((part, i, source) -> look(part.grid().cell(i, part.columns()[column]), source));
        if (first != null) {
            faults.warning(
                    "mojibake",
                    first,
                    table.heads().get(column).name(),
                    "\"%s\" looks like UTF-8 that was once read as windows-1252; so do %,d more cells of this column"
                            .formatted(sign, cells - 1),
                    "export again from the survey tool as UTF-8; the words were kept as they are");
        }
    }

    private void look(String cell, Source source) {
        if (cell.indexOf('Â') < 0 && cell.indexOf('Ã') < 0 && cell.indexOf('â') < 0) {
            return;
        }
        Matcher m = SIGNS.matcher(cell);
        if (m.find()) {
            if (cells++ == 0) {
                first = source;
                sign = m.group();
            }
        }
    }
}
