package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Source;

/// An edited `themes.csv` (or the sheet "Themes" of an edited `results.xlsx`), read with all its faults.
///
/// What people do to it: rename (`headline`), describe (`description`), move (`parent`), drop (delete the row), merge
/// (`merge_into`: the id of the other theme), add (a new row, `id` left blank) and split (add rows with passages in
/// `examples`, separated by ` | `). Other columns are not read.
///
/// @param codebooks by question id, in the order of the consultation; only questions that have a row
/// @param faults with the row and the remedy; if one is an error the codebooks are not to be used
public record CodebookFile(Map<String, Codebook> codebooks, List<Fault> faults) {
    /// Reads an edited codebook for these open questions.
    ///
    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static CodebookFile read(Path file, List<Question> questions) {
        List<Fault> faults = new ArrayList<>();
        Map<String, CodebookRows> rows = new LinkedHashMap<>();
        for (Question question : questions) {
            rows.put(question.id(), new CodebookRows(question.id(), faults));
        }
        boolean[] anyRow = {false};
        new EditedTable(file, "Themes").forEach(line -> {
            if (!anyRow[0] && !line.has("headline")) {
                faults.add(error(
                        "missing-column",
                        new Source(line.source().file(), line.source().sheet(), 1),
                        "headline",
                        "there is no column \"headline\"",
                        "keep the header row of themes.csv"));
            }
            anyRow[0] = true;
            if (line.has("headline")) {
                rowsFor(line, rows, faults).ifPresent(ofQuestion -> ofQuestion.add(line));
            }
        });
        if (!anyRow[0]) {
            faults.add(error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "",
                    "there is no row with a theme",
                    "give back themes.csv with at least one theme"));
        }
        Map<String, Codebook> codebooks = new LinkedHashMap<>();
        rows.forEach((id, ofQuestion) -> {
            if (!ofQuestion.isEmpty()) {
                codebooks.put(id, ofQuestion.codebook());
            } else if (isUsable(faults)) {
                faults.add(new Fault(
                        Fault.Severity.WARNING,
                        "question-without-themes",
                        new Source(String.valueOf(file.getFileName()), "", 0),
                        "question",
                        "no row is of question " + id + ", so its themes are discovered anew",
                        "if that is not meant, put back the rows of " + id + " from themes.csv"));
            }
        });
        return new CodebookFile(codebooks, List.copyOf(faults));
    }

    private static Optional<CodebookRows> rowsFor(
            EditedTable.Line line, Map<String, CodebookRows> rows, List<Fault> faults) {
        String given = line.word("question");
        String id = line.word("id");
        for (Map.Entry<String, CodebookRows> question : rows.entrySet()) {
            boolean only = rows.size() == 1 || id.startsWith(question.getKey() + "-");
            if (given.isEmpty() ? only : given.equals(question.getKey())) {
                return Optional.of(question.getValue());
            }
        }
        faults.add(error(
                "unknown-question",
                line.source(),
                "question",
                given.isEmpty() ? "the theme is of no question" : "there is no open question \"" + given + "\"",
                "write one of " + String.join(", ", rows.keySet())));
        return Optional.empty();
    }

    static Fault error(String code, Source source, String column, String message, String remedy) {
        return new Fault(Fault.Severity.ERROR, code, source, column, message, remedy);
    }

    /// Whether the codebooks can be used.
    public boolean isUsable() {
        return isUsable(faults);
    }

    private static boolean isUsable(List<Fault> faults) {
        return faults.stream().noneMatch(fault -> fault.severity() == Fault.Severity.ERROR);
    }
}
