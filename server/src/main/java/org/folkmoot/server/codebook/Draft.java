package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.server.codebook.ThemeEdit.Add;
import org.folkmoot.server.codebook.ThemeEdit.Describe;
import org.folkmoot.server.codebook.ThemeEdit.Merge;
import org.folkmoot.server.codebook.ThemeEdit.Move;
import org.folkmoot.server.codebook.ThemeEdit.Note;
import org.folkmoot.server.codebook.ThemeEdit.Rename;
import org.folkmoot.server.codebook.ThemeEdit.Reorder;
import org.folkmoot.server.codebook.ThemeEdit.Restore;
import org.folkmoot.server.codebook.ThemeEdit.SetAside;
import org.folkmoot.server.codebook.ThemeEdit.Split;
import org.jspecify.annotations.Nullable;

/// A codebook while edits are applied to it, so that a thousand of them cost no thousand copies.
///
/// An edit that is refused leaves the draft as it was.
final class Draft {
    private final DraftThemes themes;
    private final SortedMap<ThemeId, ThemeId> gone;
    private final SortedMap<ThemeId, Long> splits;

    Draft(Codebook from) {
        gone = new TreeMap<>(from.gone());
        splits = new TreeMap<>(from.splits());
        themes = new DraftThemes(from.themes(), gone.keySet());
    }

    Codebook codebook() {
        return new Codebook(List.copyOf(themes.all()), gone, splits);
    }

    Optional<Refusal> apply(ThemeEdit edit, long entry) {
        return Optional.ofNullable(
                switch (edit) {
                    case Rename rename -> rename(rename);
                    case Describe describe -> describe(describe);
                    case Merge merge -> merge(merge);
                    case Split split -> split(split, entry);
                    case Move move -> move(move);
                    case Add add -> add(add);
                    case SetAside aside -> setAside(aside.theme(), true);
                    case Restore restore -> setAside(restore.theme(), false);
                    case Note note -> note(note);
                    case Reorder reorder -> reorder(reorder);
                });
    }

    private @Nullable Refusal rename(Rename edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        Refusal refusal = themes.headline(edit.headline(), edit.theme(), Set.of());
        if (refusal == null) {
            themes.put(theme.renamed(edit.headline()));
        }
        return refusal;
    }

    private @Nullable Refusal describe(Describe edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        if (themes.isUsed(edit.source())) {
            return new Refusal.SourceUsed(edit.source());
        }
        themes.put(theme.described(edit.description(), edit.source()));
        return null;
    }

    private @Nullable Refusal merge(Merge edit) {
        WorkingTheme into = themes.get(edit.into());
        if (into == null) {
            return new Refusal.UnknownTheme(edit.into());
        }
        if (edit.themes().isEmpty()) {
            return new Refusal.TooFew(edit.into());
        }
        Set<ThemeId> merged = new HashSet<>();
        SortedSet<SourceId> sources = new TreeSet<>(into.sources());
        for (ThemeId id : edit.themes()) {
            WorkingTheme theme = themes.get(id);
            if (theme == null) {
                return merged.contains(id) ? new Refusal.NamedTwice(id) : new Refusal.UnknownTheme(id);
            }
            if (id.equals(edit.into())) {
                return new Refusal.WithItself(id);
            }
            if (!merged.add(id)) {
                return new Refusal.NamedTwice(id);
            }
            // Sub-themes need a theme at the top: also where the theme goes into one of its own.
            if (into.parent() != null && themes.hasBelow(id)) {
                return new Refusal.ThirdLevel(edit.into());
            }
            sources.addAll(theme.sources());
        }
        themes.put(into.carrying(sources));
        for (ThemeId id : edit.themes()) {
            themes.remove(id);
            gone.put(id, edit.into());
        }
        themes.replaceAll((_, theme) ->
                theme.parent() != null && merged.contains(theme.parent()) ? theme.below(edit.into()) : theme);
        return null;
    }

    private @Nullable Refusal split(Split edit, long entry) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        boolean beside = edit.form() == Split.Form.BESIDE;
        Refusal refusal = themes.parts(edit, theme, beside);
        if (refusal != null) {
            return refusal;
        }
        List<WorkingTheme> parts = new ArrayList<>();
        for (Split.Part part : edit.parts()) {
            parts.add(WorkingTheme.of(
                    part.theme(),
                    part.wording(),
                    beside ? theme.parent() : theme.id(),
                    Provenance.partOf(theme.id()),
                    List.of(part.source())));
        }
        List<WorkingTheme> order = new ArrayList<>();
        for (WorkingTheme each : themes.all()) {
            if (!each.id().equals(theme.id())) {
                order.add(each);
                continue;
            }
            if (!beside) {
                order.add(theme.carrying(List.of()));
            }
            parts.forEach(part -> order.add(theme.isSetAside() && beside ? part.setAside(true) : part));
        }
        themes.putInOrder(order);
        // Where the parts stand in its place, whoever decided on the whole did so while this edit was undone.
        splits.put(theme.id(), beside ? Long.MAX_VALUE : entry);
        if (beside) {
            gone.put(theme.id(), parts.getFirst().id());
        }
        return null;
    }

    private @Nullable Refusal move(Move edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        if (Objects.equals(theme.parent(), edit.parent())) {
            return new Refusal.AlreadySo(edit.theme());
        }
        if (edit.theme().equals(edit.parent())) {
            return new Refusal.WithItself(edit.theme());
        }
        Refusal refusal = themes.parent(edit.parent());
        if (refusal != null) {
            return refusal;
        }
        if (edit.parent() != null && themes.hasBelow(edit.theme())) {
            return new Refusal.ThirdLevel(edit.theme());
        }
        themes.put(theme.below(edit.parent()));
        return null;
    }

    private @Nullable Refusal add(Add edit) {
        Refusal refusal = themes.fresh(edit.theme(), edit.source());
        if (refusal == null) {
            refusal = themes.headline(edit.wording().headline(), edit.theme(), Set.of());
        }
        if (refusal == null) {
            refusal = themes.parent(edit.parent());
        }
        if (refusal == null) {
            themes.put(WorkingTheme.of(
                    edit.theme(),
                    edit.wording(),
                    edit.parent(),
                    edit.isOfPassages() ? Provenance.OF_PASSAGES : Provenance.WRITTEN,
                    List.of(edit.source())));
        }
        return refusal;
    }

    private @Nullable Refusal setAside(ThemeId id, boolean aside) {
        WorkingTheme theme = themes.get(id);
        if (theme == null) {
            return new Refusal.UnknownTheme(id);
        }
        if (theme.isSetAside() == aside) {
            return new Refusal.AlreadySo(id);
        }
        themes.put(theme.setAside(aside));
        return null;
    }

    private @Nullable Refusal note(Note edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        if (edit.text().isBlank()) {
            return new Refusal.EmptyNote(edit.theme());
        }
        themes.put(theme.noted(edit.text()));
        return null;
    }

    private @Nullable Refusal reorder(Reorder edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        if (edit.theme().equals(edit.before())) {
            return new Refusal.WithItself(edit.theme());
        }
        if (edit.before() != null && themes.get(edit.before()) == null) {
            return new Refusal.UnknownTheme(edit.before());
        }
        List<WorkingTheme> order = new ArrayList<>();
        for (WorkingTheme each : themes.all()) {
            if (each.id().equals(edit.before())) {
                order.add(theme);
            }
            if (!each.id().equals(edit.theme())) {
                order.add(each);
            }
        }
        if (edit.before() == null) {
            order.add(theme);
        }
        themes.putInOrder(order);
        return null;
    }
}
