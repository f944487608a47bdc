package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Where a grid's header ends and what its columns are called.
///
/// @param grid the cells
/// @param first index in the grid of the first row of data
/// @param heads one for each column
/// @param style of the header, for a person to read
record Layout(Grid grid, int first, List<Head> heads, Style style) {
    /// A column's name, unique in its grid, and what was asked.
    ///
    /// @param column index in the grid
    /// @param name the header, or the column's letter if it has none
    /// @param text the question as put; the header where the file has no other
    record Head(int column, String name, String text) {}

    /// Kinds of header that survey tools write.
    enum Style {
        PLAIN("one header row"),
        QUALTRICS("Qualtrics: ids, question texts, import ids"),
        TWO_ROWS("two header rows: question, option"),
        FIELDS("fields of each record"),
        NONE("no header row");

        private final String label;

        Style(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final int LONGEST_HEADER = 2000;

    /// Finds header rows, or takes as many as are stated.
    ///
    /// @param stated rows from the top that are header, -1 to find out
    static Layout of(Grid grid, int stated, Faults faults) {
        if (grid.size() > 0 && grid.source(0).row() == 0) {
            return named(grid, 1, grid.row(0), grid.row(0), Style.FIELDS, faults);
        }
        int top = 0;
        while (top < grid.size() && grid.isBlank(top)) {
            top++;
        }
        if (stated >= 0) {
            int first = 0;
            while (first < grid.size() && grid.source(first).row() <= stated) {
                first++;
            }
            if (stated == 0 || first == 0) {
                return named(grid, first, new String[0], new String[0], Style.NONE, faults);
            }
            while (top + 1 < first && isTitle(grid, top)) {
                top++;
            }
            return detect(grid, Math.min(top, first - 1), first, faults);
        }
        while (top + 1 < grid.size() && isTitle(grid, top)) {
            top++;
        }
        return detect(grid, top, -1, faults);
    }

    /// A line above the header proper: one cell, where the rows below fill many.
    private static boolean isTitle(Grid grid, int row) {
        if (grid.filled(row) > 1) {
            return false;
        }
        int below = 0;
        for (int i = row + 1; i < Math.min(grid.size(), row + 5); i++) {
            below = Math.max(below, grid.filled(i));
        }
        return below >= 3 && grid.row(row).length <= below;
    }

    private static Layout detect(Grid grid, int top, int first, Faults faults) {
        if (top >= grid.size()) {
            return new Layout(grid, grid.size(), List.of(), Style.PLAIN);
        }
        String[] names = grid.row(top);
        boolean second = top + 1 < grid.size();
        if (second && isQualtrics(grid, top)) {
            boolean third = top + 2 < grid.size() && startsWithImportId(grid, top + 2);
            int data = first >= 0 ? first : top + (third ? 3 : 2);
            return named(grid, data, names, grid.row(top + 1), Style.QUALTRICS, faults);
        }
        if (second && (first >= 0 ? first - top >= 2 : isSubheading(grid, top))) {
            String[] joined = join(names, grid.row(top + 1), grid.width());
            return named(grid, first >= 0 ? first : top + 2, joined, joined, Style.TWO_ROWS, faults);
        }
        return named(grid, first >= 0 ? first : top + 1, names, names, Style.PLAIN, faults);
    }

    private static boolean startsWithImportId(Grid grid, int row) {
        return grid.cell(row, 0).startsWith("{\"ImportId\"");
    }

    private static boolean isQualtrics(Grid grid, int top) {
        if (top + 2 < grid.size() && startsWithImportId(grid, top + 2)) {
            return true;
        }
        return List.of(grid.row(top)).contains("StartDate")
                && List.of(grid.row(top + 1)).contains("Start Date")
                && List.of(grid.row(top + 1)).contains("Response ID");
    }

    /// A second header row names the options of questions whose heading spans several columns: it is empty
    /// where the first row has a single heading at the left, filled where the first row is empty, and short.
    private static boolean isSubheading(Grid grid, int top) {
        String[] names = grid.row(top);
        String[] options = grid.row(top + 1);
        if (names.length == 0 || options.length == 0 || names[0].isBlank() || !options[0].isBlank()) {
            return false;
        }
        int under = 0;
        int orphans = 0;
        for (int c = 1; c < Math.max(names.length, options.length); c++) {
            boolean named = c < names.length && !names[c].isBlank();
            boolean optioned = c < options.length && !options[c].isBlank();
            under += !named && optioned ? 1 : 0;
            orphans += !named && !optioned ? 1 : 0;
            if (optioned && options[c].length() > 300) {
                return false;
            }
        }
        boolean responses = false;
        for (String option : options) {
            String lower = option.strip().toLowerCase(Locale.ROOT);
            responses |= lower.equals("response") || lower.equals("open-ended response");
        }
        return (under > 0 || responses) && orphans <= under + 1;
    }

    private static String[] join(String[] names, String[] options, int width) {
        String[] joined = new String[width];
        String heading = "";
        for (int c = 0; c < width; c++) {
            String name = c < names.length ? names[c].strip() : "";
            String option = c < options.length ? options[c].strip() : "";
            heading = name.isEmpty() ? heading : name;
            boolean plain = option.isEmpty()
                    || option.equalsIgnoreCase("response")
                    || option.equalsIgnoreCase("open-ended response");
            if (plain) {
                joined[c] = name.isEmpty() && option.isEmpty() ? "" : heading;
            } else {
                joined[c] = heading.isEmpty() ? option : heading + " – " + option;
            }
        }
        return joined;
    }

    private static Layout named(Grid grid, int first, String[] names, String[] texts, Style style, Faults faults) {
        int width = grid.lines() && names.length > 0 ? names.length : grid.width();
        boolean[] used = used(grid, first, width);
        var heads = new ArrayList<Head>();
        Map<String, Integer> seen = new HashMap<>();
        for (int c = 0; c < width; c++) {
            String header = c < names.length ? oneLine(names[c]) : "";
            String letters = Grid.letters(c);
            if (header.isEmpty() && !used[c]) {
                continue;
            }
            if (header.length() > LONGEST_HEADER) {
                header = header.substring(0, LONGEST_HEADER);
                faults.warning(
                        "long-header",
                        grid.source(),
                        letters,
                        "the header is longer than %,d characters; is it a row of data?".formatted(LONGEST_HEADER),
                        "if the file has no header row, state 0 header rows (header-rows: 0)");
            }
            if (header.isEmpty() && style != Style.NONE) {
                faults.warning(
                        "no-header",
                        grid.source(),
                        letters,
                        "the column has no header; it is called \"" + letters + "\"",
                        "give it a header in the file, or a role by that name");
            }
            String name = header.isEmpty() ? letters : header;
            int times = seen.merge(name, 1, Integer::sum);
            if (times > 1) {
                while (seen.containsKey(name + " (" + times + ")")) {
                    times++;
                }
                name = name + " (" + times + ")";
                seen.put(name, 1);
                faults.warning(
                        "duplicate-header",
                        grid.source(),
                        letters,
                        "the header \"%s\" occurs more than once; this column is called \"%s\""
                                .formatted(shortened(header), shortened(name)),
                        "rename it in the file, or use that name for its role");
            }
            String text = c < texts.length ? texts[c].strip() : "";
            heads.add(new Head(c, name, text.isEmpty() ? name : text));
        }
        return new Layout(grid, first, List.copyOf(heads), style);
    }

    private static boolean[] used(Grid grid, int first, int width) {
        boolean[] used = new boolean[width];
        int open = width;
        for (int i = first; i < grid.size() && open > 0; i++) {
            String[] cells = grid.row(i);
            for (int c = 0; c < Math.min(width, cells.length); c++) {
                if (!used[c] && !cells[c].isBlank()) {
                    used[c] = true;
                    open--;
                }
            }
        }
        return used;
    }

    static String oneLine(String header) {
        return SPACES.matcher(header).replaceAll(" ").strip();
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 59) + "…";
    }

    /// Data rows.
    int rows() {
        return grid.size() - first;
    }

    List<String> names() {
        return heads.stream().map(Head::name).toList();
    }
}
