package org.folkmoot.server.codebook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One change that a person makes to a codebook.
///
/// Ids of new themes and sources are given by the caller and never given twice: an edit applied again, after an undo,
/// makes the same themes.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThemeEdit.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = ThemeEdit.Describe.class, name = "describe"),
    @JsonSubTypes.Type(value = ThemeEdit.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = ThemeEdit.Split.class, name = "split"),
    @JsonSubTypes.Type(value = ThemeEdit.Move.class, name = "move"),
    @JsonSubTypes.Type(value = ThemeEdit.Add.class, name = "add"),
    @JsonSubTypes.Type(value = ThemeEdit.SetAside.class, name = "set-aside"),
    @JsonSubTypes.Type(value = ThemeEdit.Restore.class, name = "restore"),
    @JsonSubTypes.Type(value = ThemeEdit.Note.class, name = "note"),
    @JsonSubTypes.Type(value = ThemeEdit.Reorder.class, name = "reorder")
})
public sealed interface ThemeEdit {
    /// Gives a theme another headline; its codings stay.
    record Rename(ThemeId theme, String headline) implements ThemeEdit {}

    /// Says anew what belongs to a theme: it carries the codings of the new source, and of no other.
    record Describe(ThemeId theme, String description, SourceId source) implements ThemeEdit {}

    /// Merges themes into one of them or another, which then carries the codings of all; their sub-themes come with
    /// them.
    record Merge(List<ThemeId> themes, ThemeId into) implements ThemeEdit {
        public Merge {
            themes = List.copyOf(themes);
        }
    }

    /// Splits a theme; what it carried is carried by its parts.
    record Split(ThemeId theme, Form form, List<Part> parts) implements ThemeEdit {
        /// Where the parts stand.
        public enum Form {
            /// In the theme's place: it is no more, and what people decided on it stays with the first part.
            BESIDE,
            /// Under the theme, which has no codings of its own any more but keeps what people decided.
            BELOW
        }

        /// @param source the theme's codings restricted to the passages of this part
        public record Part(ThemeId theme, WorkingTheme.Wording wording, SourceId source) {}

        public Split {
            parts = List.copyOf(parts);
        }
    }

    /// Puts a theme under another, or at the top.
    record Move(ThemeId theme, @Nullable ThemeId parent) implements ThemeEdit {}

    /// Adds a theme.
    ///
    /// @param isOfPassages whether its source is made of passages, not of words alone
    record Add(
            ThemeId theme,
            WorkingTheme.Wording wording,
            @Nullable ThemeId parent,
            boolean isOfPassages,
            SourceId source)
            implements ThemeEdit {}

    /// Takes a theme, with its sub-themes, out of counts and reports.
    record SetAside(ThemeId theme) implements ThemeEdit {}

    /// Takes back a theme that was set aside.
    record Restore(ThemeId theme) implements ThemeEdit {}

    /// Leaves a note on a theme.
    record Note(ThemeId theme, String text) implements ThemeEdit {}

    /// Puts a theme before another, or at the end.
    record Reorder(ThemeId theme, @Nullable ThemeId before) implements ThemeEdit {}

    /// The sources that this edit brings, which must be scored before its codings can be shown.
    default List<SourceId> newSources() {
        return switch (this) {
            case Describe describe -> List.of(describe.source());
            case Split split -> split.parts().stream().map(Split.Part::source).toList();
            case Add add -> List.of(add.source());
            case Rename _, Merge _, Move _, SetAside _, Restore _, Note _, Reorder _ -> List.of();
        };
    }

    /// What was done, in the audit log, e.g. `theme.merged`.
    default String audit() {
        return switch (this) {
            case Rename _ -> "theme.renamed";
            case Describe _ -> "theme.described";
            case Merge _ -> "theme.merged";
            case Split _ -> "theme.split";
            case Move _ -> "theme.moved";
            case Add _ -> "theme.added";
            case SetAside _ -> "theme.set-aside";
            case Restore _ -> "theme.restored";
            case Note _ -> "theme.noted";
            case Reorder _ -> "theme.reordered";
        };
    }

    /// The themes it is an edit of, those it makes among them.
    default List<ThemeId> subjects() {
        return switch (this) {
            case Rename edit -> List.of(edit.theme());
            case Describe edit -> List.of(edit.theme());
            case Merge edit ->
                Stream.concat(edit.themes().stream(), Stream.of(edit.into())).toList();
            case Split edit ->
                Stream.concat(Stream.of(edit.theme()), edit.parts().stream().map(Split.Part::theme))
                        .toList();
            case Move edit -> List.of(edit.theme());
            case Add edit -> List.of(edit.theme());
            case SetAside edit -> List.of(edit.theme());
            case Restore edit -> List.of(edit.theme());
            case Note edit -> List.of(edit.theme());
            case Reorder edit -> List.of(edit.theme());
        };
    }

    /// The themes it makes.
    default List<ThemeId> made() {
        return switch (this) {
            case Add add -> List.of(add.theme());
            case Split split -> split.parts().stream().map(Split.Part::theme).toList();
            case Rename _, Describe _, Merge _, Move _, SetAside _, Restore _, Note _, Reorder _ -> List.of();
        };
    }

    /// The themes that must be there for it.
    default List<ThemeId> needed() {
        List<ThemeId> needed = new ArrayList<>(subjects());
        switch (this) {
            case Add add -> addIfAny(needed, add.parent());
            case Move move -> addIfAny(needed, move.parent());
            case Reorder reorder -> addIfAny(needed, reorder.before());
            case Rename _, Describe _, Merge _, Split _, SetAside _, Restore _, Note _ -> {}
        }
        needed.removeAll(made());
        return needed;
    }

    private static void addIfAny(List<ThemeId> needed, @Nullable ThemeId theme) {
        if (theme != null) {
            needed.add(theme);
        }
    }
}
