package org.folkmoot.corpus.read;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes YAML with every text in double quotes, so that none can be misread.
final class RolesWriter {
    private final Roles roles;
    private final Map<String, Inspection.ColumnView> views;
    private final StringBuilder yaml = new StringBuilder();

    RolesWriter(Roles roles, Map<String, Inspection.ColumnView> views) {
        this.roles = roles;
        this.views = views;
    }

    String write(boolean comments) {
        if (comments) {
            yaml.append(HELP);
        }
        line("title: " + quoted(roles.title()));
        if (!roles.sheets().isEmpty()) {
            line("sheets: [" + roles.sheets().stream().map(RolesWriter::quoted).collect(Collectors.joining(", "))
                    + "]");
        }
        if (roles.headerRows() >= 0) {
            line("header-rows: " + roles.headerRows());
        }
        line(roles.columns().isEmpty() ? "columns: []" : "columns:");
        for (Roles.Column column : roles.columns()) {
            line("  - column: " + quoted(column.name()));
            Inspection.ColumnView view = views.get(column.name());
            line("    role: " + column.role().label() + (view == null ? "" : "  # " + view.why()));
            given("id", !column.id().isEmpty() || view == null ? column.id() : view.questionId());
            given("text", column.text());
            given("explains", !column.explains().isEmpty() || view == null ? column.explains() : view.explains());
        }
        return yaml.toString();
    }

    private static final String HELP = """
            # What each column is for. Correct what is wrong and give this file with --roles.
            #
            # role: respondent id    one value for each respondent
            #       open             answers in the respondent's own words: themed
            #       closed           answers chosen from options: counted
            #       about you        about the respondent: used to compare groups
            #       respondent type  the about-you question by which reports compare groups first
            #       consent          whether the words may be published
            #       identifier       name, e-mail and the like: never analysed, never written out
            #       question, answer for files with a row for each answer
            #       ignore           not read
            # id: the question's short name; text: the question as put; explains: id or column of the closed question
            # that an open one explains, or none. header-rows: rows down to the last header row, if it was not recognised.
            """;

    private void given(String key, String value) {
        if (!value.isEmpty()) {
            line("    " + key + ": " + quoted(value));
        }
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    boolean plain = c >= ' '
                            && c != 0x7F
                            && !(c >= 0x80 && c < 0xA0)
                            && c != 0xFEFF
                            && c < 0xFFFE
                            && c != 0x2028
                            && c != 0x2029;
                    quoted.append(plain ? Character.toString(c) : "\\u%04X".formatted((int) c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
