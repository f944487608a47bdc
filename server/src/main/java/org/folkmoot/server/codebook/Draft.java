package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<ThemeId, WorkingTheme> themes = new LinkedHashMap<>();
    private final SortedMap<ThemeId, ThemeId> gone;
    private final SortedMap<ThemeId, Long> splits;

    Draft(Codebook from) {
        from.themes().forEach(theme -> themes.put(theme.id(), theme));
        gone = new TreeMap<>(from.gone());
        splits = new TreeMap<>(from.splits());
    }

    Codebook codebook() {
        return new Codebook(List.copyOf(themes.values()), gone, splits);
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
        Refusal refusal = headline(edit.headline(), edit.theme(), Set.of());
        if (refusal == null) {
            put(theme.renamed(edit.headline()));
        }
        return refusal;
    }

    private @Nullable Refusal describe(Describe edit) {
        WorkingTheme theme = themes.get(edit.theme());
        if (theme == null) {
            return new Refusal.UnknownTheme(edit.theme());
        }
        if (isUsed(edit.source())) {
            return new Refusal.SourceUsed(edit.source());
        }
        put(theme.described(edit.description(), edit.source()));
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
            if (into.parent() != null && hasBelow(id)) {
                return new Refusal.ThirdLevel(edit.into());
            }
            sources.addAll(theme.sources());
        }
        put(into.carrying(sources));
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
        Refusal refusal = parts(edit, theme, beside);
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
        for (WorkingTheme each : themes.values()) {
            if (!each.id().equals(theme.id())) {
                order.add(each);
                continue;
            }
            if (!beside) {
                order.add(theme.carrying(List.of()));
            }
            parts.forEach(part -> order.add(theme.isSetAside() && beside ? part.setAside(true) : part));
        }
        putInOrder(order);
        splits.put(theme.id(), entry);
        if (beside) {
            gone.put(theme.id(), parts.getFirst().id());
        }
        return null;
    }

    private @Nullable Refusal parts(Split edit, WorkingTheme theme, boolean beside) {
        if (edit.parts().size() < 2) {
            return new Refusal.TooFew(theme.id());
        }
        if (beside && hasBelow(theme.id())) {
            return new Refusal.HasSubThemes(theme.id());
        }
        if (!beside && theme.parent() != null) {
            return new Refusal.ThirdLevel(theme.id());
        }
        Set<ThemeId> without = beside ? Set.of(theme.id()) : Set.of();
        Set<ThemeId> ids = new HashSet<>();
        Set<String> headlines = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<SourceId> sources = new HashSet<>();
        for (Split.Part part : edit.parts()) {
            String headline = part.wording().headline();
            Refusal refusal = fresh(part.theme(), part.source());
            if (refusal == null) {
                refusal = headline(headline, part.theme(), without);
            }
            if (refusal != null) {
                return refusal;
            }
            if (!ids.add(part.theme())) {
                return new Refusal.NamedTwice(part.theme());
            }
            if (!headlines.add(headline.strip())) {
                return new Refusal.HeadlineUsed(headline.strip(), part.theme());
            }
            if (!sources.add(part.source())) {
                return new Refusal.SourceUsed(part.source());
            }
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
        Refusal refusal = parent(edit.parent());
        if (refusal != null) {
            return refusal;
        }
        if (edit.parent() != null && hasBelow(edit.theme())) {
            return new Refusal.ThirdLevel(edit.theme());
        }
        put(theme.below(edit.parent()));
        return null;
    }

    private @Nullable Refusal add(Add edit) {
        Refusal refusal = fresh(edit.theme(), edit.source());
        if (refusal == null) {
            refusal = headline(edit.wording().headline(), edit.theme(), Set.of());
        }
        if (refusal == null) {
            refusal = parent(edit.parent());
        }
        if (refusal == null) {
            put(WorkingTheme.of(
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
        put(theme.setAside(aside));
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
        put(theme.noted(edit.text()));
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
        if (edit.before() != null && !themes.containsKey(edit.before())) {
            return new Refusal.UnknownTheme(edit.before());
        }
        List<WorkingTheme> order = new ArrayList<>();
        for (WorkingTheme each : themes.values()) {
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
        putInOrder(order);
        return null;
    }

    private @Nullable Refusal parent(@Nullable ThemeId id) {
        if (id == null) {
            return null;
        }
        WorkingTheme above = themes.get(id);
        if (above == null) {
            return new Refusal.UnknownTheme(id);
        }
        return above.parent() == null ? null : new Refusal.ThirdLevel(id);
    }

    private @Nullable Refusal fresh(ThemeId id, SourceId source) {
        if (themes.containsKey(id) || gone.containsKey(id)) {
            return new Refusal.IdUsed(id);
        }
        return isUsed(source) ? new Refusal.SourceUsed(source) : null;
    }

    private @Nullable Refusal headline(String headline, ThemeId of, Set<ThemeId> without) {
        if (headline.isBlank()) {
            return new Refusal.EmptyHeadline(of);
        }
        String stripped = headline.strip();
        for (WorkingTheme other : themes.values()) {
            boolean counts = !other.id().equals(of) && !without.contains(other.id());
            if (counts && other.headline().equalsIgnoreCase(stripped)) {
                return new Refusal.HeadlineUsed(stripped, other.id());
            }
        }
        return null;
    }

    private boolean isUsed(SourceId source) {
        return themes.values().stream().anyMatch(theme -> theme.sources().contains(source));
    }

    private boolean hasBelow(ThemeId id) {
        return themes.values().stream().anyMatch(theme -> id.equals(theme.parent()));
    }

    private void put(WorkingTheme theme) {
        themes.put(theme.id(), theme);
    }

    private void putInOrder(List<WorkingTheme> order) {
        themes.clear();
        order.forEach(this::put);
    }
}
