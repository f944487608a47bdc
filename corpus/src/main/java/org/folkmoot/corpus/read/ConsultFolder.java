package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Reads Consult's input folder: `respondents.jsonl`, and for each question part `question.json`,
/// `responses.jsonl` and `multi_choice.jsonl` where there are options.
final class ConsultFolder {
    private static final String RESPONDENTS = "respondents.jsonl";

    private final Path folder;
    private final String name;
    private final Limits limits;
    private final Faults faults;
    private final Progress progress;
    private final List<Roles.Column> known = new ArrayList<>();
    private final Map<String, List<String>> cells = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    private ConsultFolder(Path folder, String name, Limits limits, Faults faults, Progress progress) {
        this.folder = folder;
        this.name = name;
        this.limits = limits;
        this.faults = faults;
        this.progress = progress;
    }

    /// Whether the folder, or its `inputs`, is one of Consult's.
    static boolean isOne(Path folder) throws IOException {
        return Files.isRegularFile(inputs(folder).resolve(RESPONDENTS))
                || !parts(inputs(folder)).isEmpty();
    }

    static FileContent read(Path folder, Limits limits, Faults faults, Progress progress)
            throws IOException, Unreadable {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new ConsultFolder(inputs(folder), name, limits, faults, progress).read();
    }

    private static Path inputs(Path folder) {
        Path inner = folder.resolve("inputs");
        return Files.isDirectory(inner) ? inner : folder;
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(p -> p.getFileName().toString().startsWith("question_part_"))
                    .filter(p -> Files.isRegularFile(p.resolve("question.json")))
                    .sorted(Comparator.comparingInt(ConsultFolder::number).thenComparing(Path::toString))
                    .toList();
        }
    }

    private static int number(Path part) {
        String digits = part.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private FileContent read() throws IOException, Unreadable {
        var table = new ArrayList<String>();
        table.add("response_id");
        known.add(new Roles.Column("response_id", Role.RESPONDENT));
        respondents(table);
        List<Path> parts = parts(folder);
        for (Path part : parts) {
            question(part, table);
        }
        var grid = new Grid(name, "", false);
        grid.add(0, table.toArray(String[]::new));
        for (int i = 0; i < order.size(); i++) {
            grid.add(i + 1, cells.getOrDefault(order.get(i), List.of()).toArray(String[]::new));
        }
        String details = parts.size() + (parts.size() == 1 ? " question part" : " question parts");
        return new FileContent("Consult input folder", details, List.of(grid), known, List.of(), List.of());
    }

    private void respondents(List<String> table) throws IOException, Unreadable {
        Path file = folder.resolve(RESPONDENTS);
        if (!Files.isRegularFile(file)) {
            return;
        }
        Grid grid = new JsonFile(file, RESPONDENTS, limits, faults, progress).records();
        int id = id(grid, RESPONDENTS);
        for (int c = 0; c < grid.width(); c++) {
            if (c == id) {
                continue;
            }
            int column = table.size();
            String field = Layout.oneLine(grid.cell(0, c));
            while (table.contains(field)) {
                field += "_";
            }
            table.add(field);
            boolean type = HeaderWords.RESPONDENT_TYPE.matcher(field).find()
                    && known.stream().noneMatch(k -> k.role() == Role.RESPONDENT_TYPE);
            known.add(new Roles.Column(field, type ? Role.RESPONDENT_TYPE : Role.ABOUT_YOU));
            for (int i = 1; i < grid.size(); i++) {
                put(grid, i, id, column, grid.cell(i, c));
            }
        }
        for (int i = 1; i < grid.size(); i++) {
            put(grid, i, id, 0, grid.cell(i, id));
        }
    }

    private void question(Path part, List<String> table) throws IOException, Unreadable {
        String label = part.getFileName().toString();
        Grid about = new JsonFile(part.resolve("question.json"), label + "/question.json", limits, faults, progress)
                .records();
        List<String> fields = List.of(about.row(0));
        int textAt = fields.indexOf("question_text");
        int numberAt = fields.indexOf("question_number");
        if (textAt < 0 || about.size() < 2) {
            throw refuse(label + "/question.json", 1, "there is no question_text", "write the question's text there");
        }
        String number = numberAt < 0 ? label.replaceAll("\\D", "") : about.cell(1, numberAt);
        String text = about.cell(1, textAt);
        boolean options = Files.isRegularFile(part.resolve("multi_choice.jsonl"));
        boolean open = Files.isRegularFile(part.resolve("responses.jsonl"));
        if (options) {
            String id = "Q" + number + (open ? "a" : "");
            known.add(new Roles.Column(label + " options", Role.CLOSED, id, text, "", 0));
            answers(part.resolve("multi_choice.jsonl"), label + "/multi_choice.jsonl", table, label + " options");
        }
        if (open) {
            String id = "Q" + number + (options ? "b" : "");
            known.add(new Roles.Column(label, Role.OPEN, id, text, options ? "Q" + number + "a" : "none", 0));
            answers(part.resolve("responses.jsonl"), label + "/responses.jsonl", table, label);
        }
    }

    private void answers(Path file, String shown, List<String> table, String column) throws IOException, Unreadable {
        Grid grid = new JsonFile(file, shown, limits, faults, progress).records();
        int at = table.size();
        table.add(column);
        if (grid.size() < 2) {
            return;
        }
        int id = id(grid, shown);
        int text = -1;
        for (int c = 0; c < grid.width(); c++) {
            switch (grid.cell(0, c)) {
                case "response", "text", "options", "free_text" -> text = c;
                default -> {}
            }
        }
        if (text < 0) {
            throw refuse(shown, 1, "no field response, text or options", "name the field with the answer so");
        }
        for (int i = 1; i < grid.size(); i++) {
            put(grid, i, id, at, grid.cell(i, text));
        }
    }

    private void put(Grid grid, int row, int id, int column, String text) {
        String respondent = grid.cell(row, id);
        if (respondent.isBlank()) {
            faults.error(
                    "missing-id", grid.source(row), "", "the record names no respondent", "give it its response_id");
            return;
        }
        List<String> values = cells.computeIfAbsent(respondent, key -> {
            order.add(key);
            return new ArrayList<>(List.of(key));
        });
        while (values.size() <= column) {
            values.add("");
        }
        if (column > 0
                && !values.get(column).isEmpty()
                && !text.isEmpty()
                && !values.get(column).equals(text)) {
            faults.error(
                    "repeated-answer",
                    grid.source(row),
                    "",
                    "respondent \"%s\" is here a second time, with another value".formatted(Assembly.brief(respondent)),
                    "keep one record for each respondent");
            return;
        }
        values.set(column, text);
    }

    private int id(Grid grid, String file) throws Unreadable {
        for (int c = 0; c < grid.width(); c++) {
            if (JsonFile.IDS.contains(grid.cell(0, c))) {
                return c;
            }
        }
        throw refuse(file, 1, "no field response_id or themefinder_id", "name the respondent in each record");
    }

    private static Unreadable refuse(String file, int row, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, "consult-folder", new Source(file, "", row), "", message, remedy));
    }
}
