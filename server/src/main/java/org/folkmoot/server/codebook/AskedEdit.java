package org.folkmoot.server.codebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// An edit of themes as a form or a program asks for it; which fields it needs depends on its kind.
///
/// @param edit rename, describe, merge, split, move, add, set-aside, restore, note or reorder
/// @param theme the theme it is an edit of
/// @param themes to merge
/// @param into the theme that remains of a merge
/// @param parent where to move or add it; empty for the top
/// @param before the theme to place it before; empty for the end
/// @param form of a split: beside or below
/// @param headlines of a split's parts
/// @param passages to make a theme of, each as `answer:start:end`
record AskedEdit(
        @Nullable String edit,
        @Nullable String theme,
        @Nullable String headline,
        @Nullable String description,
        @Nullable List<String> themes,
        @Nullable String into,
        @Nullable String parent,
        @Nullable String before,
        @Nullable String text,
        @Nullable String form,
        @Nullable List<String> headlines,
        @Nullable List<String> passages) {
    private static final int MOST_CHARACTERS = 4000;

    /// Makes the edit.
    ///
    /// @throws Refused if it lacks something
    Outcome make(EditingThemes editing, long question, AuditLog.Actor by) {
        return switch (edit == null ? "" : edit) {
            case "rename" -> editing.edit(question, new ThemeEdit.Rename(subject(), words(headline)), by);
            case "describe" -> editing.describe(question, subject(), words(description), by);
            case "merge" -> editing.edit(question, merge(), by);
            case "split" -> editing.split(question, subject(), place(), each(headlines), by);
            case "move" -> editing.edit(question, new ThemeEdit.Move(subject(), other(parent)), by);
            case "add" -> editing.add(question, wording(), Optional.ofNullable(other(parent)), spans(passages), by);
            case "set-aside" -> editing.edit(question, new ThemeEdit.SetAside(subject()), by);
            case "restore" -> editing.edit(question, new ThemeEdit.Restore(subject()), by);
            case "note" -> editing.edit(question, new ThemeEdit.Note(subject(), words(text)), by);
            case "reorder" -> editing.edit(question, new ThemeEdit.Reorder(subject(), other(before)), by);
            default -> throw badRequest();
        };
    }

    private ThemeId subject() {
        ThemeId id = other(theme);
        if (id == null) {
            throw badRequest();
        }
        return id;
    }

    private ThemeEdit.Merge merge() {
        ThemeId target = other(into);
        if (target == null) {
            throw badRequest();
        }
        // The theme that remains may be ticked as well.
        return new ThemeEdit.Merge(
                each(themes).stream()
                        .map(ThemeId::new)
                        .filter(id -> !id.equals(target))
                        .toList(),
                target);
    }

    private ThemeEdit.Split.Form place() {
        return switch (form == null ? "" : form) {
            case "beside" -> ThemeEdit.Split.Form.BESIDE;
            case "below" -> ThemeEdit.Split.Form.BELOW;
            default -> throw badRequest();
        };
    }

    private WorkingTheme.Wording wording() {
        return new WorkingTheme.Wording(
                words(headline), description == null ? "" : words(description).strip(), List.of());
    }

    private static @Nullable ThemeId other(@Nullable String id) {
        return id == null || id.isBlank() ? null : new ThemeId(id);
    }

    private static String words(@Nullable String words) {
        if (words == null || words.length() > MOST_CHARACTERS) {
            throw badRequest();
        }
        return words;
    }

    private static List<String> each(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().map(AskedEdit::words).toList();
    }

    /// By answer the passage named; of several of one answer the last.
    static Map<Long, Span> spans(@Nullable List<String> passages) {
        Map<Long, Span> spans = new TreeMap<>();
        for (String passage : each(passages)) {
            String[] parts = passage.split(":", -1);
            try {
                if (parts.length != 3) {
                    throw badRequest();
                }
                spans.put(Long.valueOf(parts[0]), new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            } catch (IllegalArgumentException _) {
                throw badRequest();
            }
        }
        return spans;
    }

    private static Refused badRequest() {
        return new Refused(HttpStatus.BAD_REQUEST, "bad-request");
    }
}
