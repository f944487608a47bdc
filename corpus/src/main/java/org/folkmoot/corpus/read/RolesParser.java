package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Reads events, so that every mistake has its line.
final class RolesParser {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Roles.Column> columns = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private String title = "";
    private int headerRows = -1;

    RolesParser(String file) {
        this.file = file;
    }

    RolesFile parse(String yaml) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                top(parser);
            } else {
                complain(parser, "", "expected \"columns:\" and the like", "draft a file with inspect --write-roles");
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String said =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            faults.add(fault(file, Math.max(0, line), "", "not valid YAML: " + said, "check indentation and quotes"));
        }
        return faults.isEmpty()
                ? new RolesFile.Stated(new Roles(title, sheets, headerRows, columns))
                : new RolesFile.Faulty(faults);
    }

    private void top(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int line = line(parser);
            JsonToken value = parser.nextToken();
            switch (key) {
                case "title" -> title = scalar(parser, key);
                case "header-rows" -> headerRows(parser);
                case "sheets" -> {
                    if (value == JsonToken.START_ARRAY) {
                        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                            sheets.add(scalar(parser, key));
                        }
                    } else {
                        sheets.add(scalar(parser, key));
                    }
                }
                case "columns" -> columns(parser, value);
                default -> {
                    faults.add(fault(
                            file,
                            line,
                            key,
                            "unknown key \"" + key + "\"",
                            "known: title, sheets, header-rows, columns"));
                    parser.skipChildren();
                }
            }
        }
    }

    private void headerRows(JsonParser parser) {
        String text = scalar(parser, "header-rows");
        if (text.matches("\\d{1,3}")) {
            headerRows = Integer.parseInt(text);
        } else {
            complain(parser, "header-rows", "\"" + text + "\" is no number of rows", "write 0, 1, 2 …");
        }
    }

    private void columns(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            complain(parser, "columns", "expected a list of columns", "begin each with \"- column:\"");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                column(parser);
            } else {
                complain(parser, "columns", "expected \"column:\" and \"role:\"", "begin each with \"- column:\"");
                parser.skipChildren();
            }
        }
    }

    private void column(JsonParser parser) {
        int line = line(parser);
        Map<String, String> given = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int at = line(parser);
            parser.nextToken();
            switch (key) {
                case "column", "role", "id", "text", "explains" -> given.put(key, scalar(parser, key));
                default -> {
                    faults.add(fault(
                            file, at, key, "unknown key \"" + key + "\"", "known: column, role, id, text, explains"));
                    parser.skipChildren();
                }
            }
        }
        String name = given.getOrDefault("column", "");
        String id = given.getOrDefault("id", "");
        Role role = Role.parse(given.getOrDefault("role", "")).orElse(null);
        if (name.isEmpty()) {
            faults.add(fault(file, line, "", "a column without its name", "add \"column:\" with the header"));
        } else if (!names.add(name)) {
            faults.add(fault(file, line, name, "the column is named twice", "keep one of the two"));
        }
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            faults.add(fault(
                    file, line, name, "\"" + id + "\" is no question id", "a letter, then letters, digits, _ or -"));
        } else if (!id.isEmpty() && !ids.add(id)) {
            faults.add(fault(file, line, name, "the id \"" + id + "\" is given twice", "choose another"));
        }
        if (role == null) {
            String roles = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
            faults.add(fault(
                    file, line, name, "unknown role \"" + given.getOrDefault("role", "") + "\"", "one of: " + roles));
        } else {
            columns.add(new Roles.Column(
                    name, role, id, given.getOrDefault("text", ""), given.getOrDefault("explains", ""), line));
        }
    }

    private String scalar(JsonParser parser, String key) {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            complain(parser, key, "expected a single value for \"" + key + "\"", "write it on the same line");
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    private void complain(JsonParser parser, String key, String message, String remedy) {
        faults.add(fault(file, line(parser), key, message, remedy));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Fault fault(String file, int line, String column, String message, String remedy) {
        return new Fault(ERROR, "roles", new Source(file, "", line), column, message, remedy);
    }
}
