package org.folkmoot.corpus.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads records of JSON Lines, or of one JSON array: a row for each object, a column for each field.
///
/// Objects inside an object become columns named `outer.inner`, except inside `demographic_data`, whose fields
/// keep their names; lists become one text with `; ` between their values.
final class JsonFile {
    private static final String DEMOGRAPHICS = "demographic_data";
    private static final int DEEPEST = 50;

    /// Size up to which a file that is not JSON is read once more, line by line.
    private static final long MOST_BYTES_AGAIN = 256L << 20;

    private final Path path;
    private final String file;
    private final Limits limits;
    private final Faults faults;
    private final Progress progress;
    private final Pool pool = new Pool();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Grid grid;
    private int records;

    JsonFile(Path path, String file, Limits limits, Faults faults, Progress progress) {
        this.path = path;
        this.file = file;
        this.limits = limits;
        this.faults = faults;
        this.progress = progress;
        this.grid = new Grid(file, "", false);
    }

    FileContent read() throws IOException, Unreadable {
        Grid rows = records();
        String kind = Format.ending(path.getFileName().toString()).equals("json") ? "JSON" : "JSONL";
        return new FileContent(kind, "UTF-8", List.of(rows), List.of(), List.of(), List.of());
    }

    /// The records below a row 0 that names the fields.
    Grid records() throws IOException, Unreadable {
        grid.add(0, new String[0]);
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.cellChars())
                        .maxNestingDepth(DEEPEST)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> record(parser);
                    case START_ARRAY, END_ARRAY -> {}
                    default ->
                        throw refuse(
                                "json-shape",
                                records + 1,
                                "",
                                "expected records like {\"response_id\": …, \"response\": …}, found a bare value",
                                "export one object for each response");
                }
            }
        } catch (JacksonException e) {
            List<Fault> lines = badLines(factory);
            lines.forEach(faults::add);
            throw lines.isEmpty() ? new Unreadable(fault(records + 1, e, true)) : new Unreadable(lines.getFirst());
        }
        grid.replaceFirst(columns.keySet().toArray(String[]::new));
        return grid;
    }

    /// Every line that is no JSON, where most are: a file of JSON Lines with a few bad ones.
    private List<Fault> badLines(JsonFactory factory) throws IOException {
        if (Files.size(path) > MOST_BYTES_AGAIN) {
            return List.of();
        }
        var bad = new ArrayList<Fault>();
        int filled = 0;
        int number = 0;
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                filled++;
                try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        parser.skipChildren();
                    }
                } catch (JacksonException e) {
                    bad.add(fault(number, e, false));
                }
            }
        }
        return bad.size() * 2 > filled ? List.of() : bad;
    }

    /// @param tellsLine whether the row is not the line
    private Fault fault(int row, JacksonException e, boolean tellsLine) {
        String said = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        var at = new Source(file, "", row);
        if (said.contains("nesting depth")) {
            return new Fault(
                    ERROR,
                    "json-shape",
                    at,
                    "",
                    "values are nested more than %d deep".formatted(DEEPEST),
                    "export one flat object for each response");
        }
        if (said.contains("exceeds the maximum")) {
            return new Fault(
                    ERROR,
                    "cell-too-long",
                    at,
                    "",
                    "a text holds more than %,d characters".formatted(limits.cellChars()),
                    "split texts that really are so long");
        }
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new Fault(
                ERROR,
                "json",
                at,
                "",
                "not valid JSON%s: %s".formatted(tellsLine ? " in line %,d".formatted(line) : "", harmless(said)),
                "export the file again; it may have been cut off");
    }

    /// What the parser said, without the piece of the file that it may quote.
    private static String harmless(String said) {
        if (said.startsWith("Unexpected end-of-input")) {
            return "it breaks off in the middle";
        }
        int quote = said.indexOf('\'');
        return quote < 0 ? said : said.substring(0, quote) + "…";
    }

    private void record(JsonParser parser) throws Unreadable {
        records++;
        if (records > limits.rows()) {
            throw refuse(
                    "too-many-rows", records, "", "more than %,d records".formatted(limits.rows()), "split the file");
        }
        var cells = new ArrayList<String>();
        fields(parser, "", cells);
        grid.add(records, cells.toArray(String[]::new));
        if (records % 50_000 == 0) {
            progress.at("reading " + file, records, 0);
        }
    }

    private void fields(JsonParser parser, String prefix, List<String> cells) throws Unreadable {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                fields(parser, name.equals(DEMOGRAPHICS) ? "" : name + ".", cells);
            } else {
                put(name, token == JsonToken.START_ARRAY ? list(parser) : scalar(parser), cells);
            }
        }
    }

    private String list(JsonParser parser) throws Unreadable {
        var values = new StringBuilder();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null || token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                throw refuse(
                        "json-shape",
                        records,
                        "",
                        "a field holds a list of objects; responses must be the outermost list",
                        "export one object for each response");
            }
            values.append(values.isEmpty() ? "" : "; ").append(scalar(parser));
        }
        return values.toString();
    }

    private static String scalar(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    private void put(String name, String text, List<String> cells) throws Unreadable {
        int column = columns.computeIfAbsent(name, _ -> columns.size());
        if (column >= limits.columns()) {
            throw refuse(
                    "too-many-columns",
                    records,
                    "",
                    "more than %,d different fields".formatted(limits.columns()),
                    "keep only the fields to analyse");
        }
        if (text.indexOf('\0') >= 0) {
            faults.error(
                    "nul",
                    new Source(file, "", records),
                    name,
                    "the text holds a NUL character, which no text has",
                    "remove NUL characters, or export the file again");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, pool.of(text));
    }

    private Unreadable refuse(String code, int row, String column, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, code, new Source(file, "", row), column, message, remedy));
    }

    /// Fields by which records name their respondent, in ThemeFinder's and Consult's files.
    static final Set<String> IDS = Set.of("themefinder_id", "response_id");
}
