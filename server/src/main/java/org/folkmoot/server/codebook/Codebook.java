package org.folkmoot.server.codebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The themes of a question as people have them at one moment.
///
/// The machine's codings are stored by source, so that no edit but one that brings a source needs scoring, and undoing
/// an edit brings back exactly what was. People's decisions name themes and are never touched: `resolve` says which
/// theme carries them now.
///
/// @param themes in the order people see them; a sub-theme stands anywhere
/// @param gone themes that are no more, each with the theme into which it went
/// @param splits themes that were split, each with the number of the log's entry up to which decisions on it are in
///     doubt: that which split it last, or any at all where its parts took its place
public record Codebook(List<WorkingTheme> themes, SortedMap<ThemeId, ThemeId> gone, SortedMap<ThemeId, Long> splits) {
    /// What came of an edit.
    public sealed interface Edited {
        record Done(Codebook codebook) implements Edited {}

        record Refused(Refusal refusal) implements Edited {}
    }

    public Codebook {
        themes = List.copyOf(themes);
        gone = Collections.unmodifiableSortedMap(new TreeMap<>(gone));
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
        Map<ThemeId, WorkingTheme> byId = new LinkedHashMap<>();
        for (WorkingTheme theme : themes) {
            if (byId.put(theme.id(), theme) != null) {
                throw new IllegalArgumentException("two themes have the id " + theme.id());
            }
        }
        for (WorkingTheme theme : themes) {
            WorkingTheme above = byId.get(theme.parent());
            if (theme.parent() != null && (above == null || above.parent() != null)) {
                throw new IllegalArgumentException("a sub-theme must stand below a theme at the top: " + theme.id());
            }
        }
    }

    /// A codebook nobody has edited: the engine's proposal, or none.
    public static Codebook of(List<WorkingTheme> themes) {
        return new Codebook(themes, new TreeMap<>(), new TreeMap<>());
    }

    public Optional<WorkingTheme> theme(ThemeId id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /// The sub-themes of a theme, in order.
    public List<WorkingTheme> below(ThemeId id) {
        return themes.stream().filter(theme -> id.equals(theme.parent())).toList();
    }

    /// Whether a theme, or the one above it, is set aside.
    public boolean isSetAside(WorkingTheme theme) {
        return theme.isSetAside()
                || themes.stream().anyMatch(above -> above.id().equals(theme.parent()) && above.isSetAside());
    }

    /// This codebook after an edit, or why it cannot be made. This one does not change.
    ///
    /// @param entry number of the log's entry
    public Edited after(ThemeEdit edit, long entry) {
        Draft draft = new Draft(this);
        Optional<Refusal> refusal = draft.apply(edit, entry);
        return refusal.<Edited>map(Edited.Refused::new).orElseGet(() -> new Edited.Done(draft.codebook()));
    }

    /// Which theme carries a decision made on a theme before any edit.
    public Resolution resolve(ThemeId theme) {
        return resolve(theme, -1);
    }

    /// Which theme carries a decision on a theme.
    ///
    /// Of a merge, the theme that remains. Of a split beside, the first part; of one below, the theme itself.
    /// After a split a person must look again at what was decided before: only they know which part was meant.
    ///
    /// @param decidedAfter number of the last entry of the log when it was decided
    public Resolution resolve(ThemeId theme, long decidedAfter) {
        ThemeId at = theme;
        boolean look = false;
        for (int step = 0; step <= gone.size(); step++) {
            look |= splits.getOrDefault(at, Long.MIN_VALUE) > decidedAfter;
            ThemeId next = gone.get(at);
            if (next == null) {
                break;
            }
            at = next;
        }
        Optional<WorkingTheme> current = theme(at);
        if (current.isEmpty()) {
            return new Resolution.Nowhere();
        }
        return isSetAside(current.get()) ? new Resolution.Aside(at) : new Resolution.Carried(at, look);
    }
}
