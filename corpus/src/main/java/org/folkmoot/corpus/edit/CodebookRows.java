package org.folkmoot.corpus.edit;

import static org.folkmoot.corpus.edit.CodebookFile.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.write.ItemList;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The rows of one question's codebook on their way to themes.
final class CodebookRows {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final String question;
    private final List<Fault> faults;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<EditedTable.Line> withoutId = new ArrayList<>();

    CodebookRows(String question, List<Fault> faults) {
        this.question = question;
        this.faults = faults;
    }

    private record Row(
            Source source,
            String id,
            String parent,
            String mergeInto,
            String headline,
            String description,
            List<String> keyPhrases,
            List<String> examples,
            List<String> languages) {
        Row(EditedTable.Line line, String id) {
            this(
                    line.source(),
                    id,
                    line.word("parent"),
                    line.word("merge_into"),
                    line.word("headline"),
                    line.text("description"),
                    ItemList.split(line.text("key_phrases")),
                    ItemList.split(line.text("examples")),
                    ItemList.split(line.text("languages")).stream()
                            .map(language -> language.toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList());
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && withoutId.isEmpty();
    }

    void add(EditedTable.Line line) {
        String id = line.word("id");
        if (id.isEmpty()) {
            withoutId.add(line);
            return;
        }
        Row earlier = rows.putIfAbsent(id, new Row(line, id));
        if (earlier != null) {
            fault(
                    "duplicate-id",
                    line.source(),
                    "id",
                    "the id " + id + " stands in row " + earlier.source().row() + " too",
                    "leave the id of an added theme blank, or delete one of the rows");
        }
    }

    Codebook codebook() {
        List<String> added = new ArrayList<>();
        for (EditedTable.Line line : withoutId) {
            String id = newId(line.word("parent"));
            rows.put(id, new Row(line, id));
            added.add(id);
        }
        SortedMap<String, String> merged = merges();
        List<Theme> top = new ArrayList<>();
        Map<String, List<Theme>> below = new HashMap<>();
        for (Row row : rows.values()) {
            if (!merged.containsKey(row.id())) {
                Theme theme = theme(row, merged);
                String parent = theme.parent();
                (parent == null ? top : below.computeIfAbsent(parent, _ -> new ArrayList<>())).add(theme);
            }
        }
        List<Theme> themes = new ArrayList<>();
        for (Theme theme : top) {
            themes.add(theme);
            themes.addAll(below.getOrDefault(theme.id(), List.of()));
        }
        return new Codebook(themes, merged, added);
    }

    private String newId(String parent) {
        String stem = parent.isEmpty() ? question + "-" : parent + ".";
        int highest = 0;
        for (String id : rows.keySet()) {
            if (id.startsWith(stem) && id.substring(stem.length()).matches("\\d{1,8}")) {
                highest = Math.max(highest, Integer.parseInt(id.substring(stem.length())));
            }
        }
        return stem + (parent.isEmpty() ? String.format(Locale.ROOT, "%02d", highest + 1) : highest + 1);
    }

    /// Every merged theme with the theme it ends in, however many merges lie between.
    private SortedMap<String, String> merges() {
        SortedMap<String, String> merged = new TreeMap<>();
        for (Row row : rows.values()) {
            Set<String> passed = new HashSet<>();
            Row target = row;
            while (target != null && !target.mergeInto().isEmpty() && passed.add(target.id())) {
                target = rows.get(target.mergeInto());
            }
            if (target == null) {
                fault(
                        "unknown-theme",
                        row.source(),
                        "merge_into",
                        "there is no theme to merge into: " + row.mergeInto(),
                        "write the id of a theme of " + question + " that stays");
            } else if (!target.mergeInto().isEmpty()) {
                fault(
                        "merge-cycle",
                        row.source(),
                        "merge_into",
                        row.id() + " is merged into itself by way of " + row.mergeInto(),
                        "clear merge_into in the theme that shall stay");
            } else if (!row.mergeInto().isEmpty()) {
                merged.put(row.id(), target.id());
            }
        }
        return merged;
    }

    private Theme theme(Row row, SortedMap<String, String> merged) {
        if (row.headline().isEmpty()) {
            fault(
                    "missing-headline",
                    row.source(),
                    "headline",
                    "the theme " + row.id() + " has no headline",
                    "write a short name, or delete the row to drop the theme");
        }
        List<Row> mergedHere = rows.values().stream()
                .filter(other -> row.id().equals(merged.get(other.id())))
                .toList();
        return new Theme(
                row.id(),
                row.headline(),
                row.description(),
                joined(row.keyPhrases(), mergedHere.stream().map(Row::keyPhrases)),
                parent(row, merged),
                joined(row.examples(), mergedHere.stream().map(Row::examples)),
                languages(row, mergedHere));
    }

    /// A theme takes the languages of all that were merged into it; any if one of them takes any.
    private List<String> languages(Row row, List<Row> mergedHere) {
        for (String language : row.languages()) {
            if (!LANGUAGES.contains(language) && !language.matches("[a-z]{3}")) {
                fault(
                        "unknown-language",
                        row.source(),
                        "languages",
                        "there is no language \"" + language + "\"",
                        "write the two letters of a language, such as en or cy, several separated by |,"
                                + " or clear the cell for answers in any language");
            }
        }
        return row.languages().isEmpty()
                        || mergedHere.stream()
                                .anyMatch(other -> other.languages().isEmpty())
                ? List.of()
                : joined(row.languages(), mergedHere.stream().map(Row::languages));
    }

    private static List<String> joined(List<String> own, Stream<List<String>> others) {
        return Stream.concat(own.stream(), others.flatMap(List::stream))
                .distinct()
                .toList();
    }

    private @Nullable String parent(Row row, SortedMap<String, String> merged) {
        if (row.parent().isEmpty()) {
            return null;
        }
        Row parent = rows.get(merged.getOrDefault(row.parent(), row.parent()));
        if (parent == null) {
            fault(
                    "unknown-theme",
                    row.source(),
                    "parent",
                    "there is no theme " + row.parent() + " to stand above " + row.id(),
                    "write the id of a theme of " + question + ", or clear the cell");
            return null;
        }
        if (parent.id().equals(row.id())) {
            return null;
        }
        if (!parent.parent().isEmpty() && rows.containsKey(parent.parent())) {
            if (merged.containsKey(row.parent())) {
                return parent.parent();
            }
            fault(
                    "too-deep",
                    row.source(),
                    "parent",
                    row.parent() + " is a sub-theme and cannot have sub-themes",
                    "write the id of a theme that stands at the top, or clear the cell");
            return null;
        }
        return parent.id();
    }

    private void fault(String code, Source source, String column, String message, String remedy) {
        faults.add(error(code, source, column, message, remedy));
    }
}
