package org.folkmoot.server.codebook;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.folkmoot.server.codebook.ThemeEdit.Split;
import org.jspecify.annotations.Nullable;

/// The themes of a draft in their order, and what may become one of them.
final class DraftThemes {
    private final Map<ThemeId, WorkingTheme> themes = new LinkedHashMap<>();
    private final Set<ThemeId> gone;

    /// @param gone ids of themes that are no more, as the draft goes on
    DraftThemes(List<WorkingTheme> from, Set<ThemeId> gone) {
        from.forEach(this::put);
        this.gone = gone;
    }

    /// Null if there is no such theme.
    @Nullable
    WorkingTheme get(@Nullable ThemeId id) {
        return id == null ? null : themes.get(id);
    }

    Collection<WorkingTheme> all() {
        return Collections.unmodifiableCollection(themes.values());
    }

    void remove(ThemeId id) {
        themes.remove(id);
    }

    void replaceAll(BiFunction<ThemeId, WorkingTheme, WorkingTheme> by) {
        themes.replaceAll(by);
    }

    /// Why a theme cannot be split into such parts, null if it can.
    @Nullable
    Refusal parts(Split edit, WorkingTheme theme, boolean beside) {
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

    /// Why a theme cannot be put under another, null if it can.
    @Nullable
    Refusal parent(@Nullable ThemeId id) {
        if (id == null) {
            return null;
        }
        WorkingTheme above = themes.get(id);
        if (above == null) {
            return new Refusal.UnknownTheme(id);
        }
        return above.parent() == null ? null : new Refusal.ThirdLevel(id);
    }

    /// Why a theme cannot be new, null if it can.
    @Nullable
    Refusal fresh(ThemeId id, SourceId source) {
        if (themes.containsKey(id) || gone.contains(id)) {
            return new Refusal.IdUsed(id);
        }
        return isUsed(source) ? new Refusal.SourceUsed(source) : null;
    }

    /// Why a theme cannot have a headline, null if it can.
    ///
    /// @param without themes that are about to go
    @Nullable
    Refusal headline(String headline, ThemeId of, Set<ThemeId> without) {
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

    boolean isUsed(SourceId source) {
        return themes.values().stream().anyMatch(theme -> theme.sources().contains(source));
    }

    boolean hasBelow(ThemeId id) {
        return themes.values().stream().anyMatch(theme -> id.equals(theme.parent()));
    }

    void put(WorkingTheme theme) {
        themes.put(theme.id(), theme);
    }

    void putInOrder(List<WorkingTheme> order) {
        themes.clear();
        order.forEach(this::put);
    }
}
