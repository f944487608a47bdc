package org.folkmoot.corpus.write;

import java.util.ArrayList;
import java.util.List;

/// Several texts in one cell, separated by ` | `, for people to read and edit.
///
/// A vertical bar, backslash or line break inside a text is written `\|`, `\\`, `\n`, `\r`, so that reading gives back
/// what was written, except white space around a text. On reading, a line break separates too, because that is what
/// people type into a cell.
public final class ItemList {
    private ItemList() {}

    /// All of `items` in one cell.
    public static String join(List<String> items) {
        StringBuilder cell = new StringBuilder();
        for (String item : items) {
            if (!cell.isEmpty()) {
                cell.append(" | ");
            }
            escape(item.strip(), cell);
        }
        return cell.toString();
    }

    private static void escape(String item, StringBuilder cell) {
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            switch (c) {
                case '\n' -> cell.append("\\n");
                case '\r' -> cell.append("\\r");
                case '|', '\\' -> cell.append('\\').append(c);
                default -> cell.append(c);
            }
        }
    }

    /// The texts of a cell, without the empty ones.
    public static List<String> split(String cell) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '|' || c == '\n' || c == '\r') {
                take(item, items);
            } else if (c == '\\' && i + 1 < cell.length() && "|\\nr".indexOf(cell.charAt(i + 1)) >= 0) {
                char escaped = cell.charAt(++i);
                item.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                item.append(c);
            }
        }
        take(item, items);
        return List.copyOf(items);
    }

    private static void take(StringBuilder item, List<String> items) {
        String text = item.toString().strip();
        if (!text.isEmpty()) {
            items.add(text);
        }
        item.setLength(0);
    }
}
