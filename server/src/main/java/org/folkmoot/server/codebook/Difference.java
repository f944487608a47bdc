package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What moved between two states of a codebook.
///
/// @param themes those that changed in themselves or in their answers, in the order of the later state, then those that
///     are no more
/// @param answers by answer what it lost and gained; only those that did
public record Difference(List<OfTheme> themes, SortedMap<Integer, OfAnswer> answers) {
    /// What became of one theme.
    ///
    /// @param before null if it was not there
    /// @param after null if it is no more
    /// @param into the theme into which it went, null if it is still there or went nowhere
    /// @param answersBefore how many answers carried it
    /// @param answersAfter how many carry it
    /// @param gained how many carry it that did not
    /// @param lost how many carried it that do not
    public record OfTheme(
            ThemeId theme,
            @Nullable WorkingTheme before,
            @Nullable WorkingTheme after,
            @Nullable ThemeId into,
            int answersBefore,
            int answersAfter,
            int gained,
            int lost) {}

    /// What became of one answer.
    public record OfAnswer(SortedSet<ThemeId> lost, SortedSet<ThemeId> gained) {}

    public Difference {
        themes = List.copyOf(themes);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static Difference between(Codebook before, Codebook after, CarriedThemes carried) {
        return between(before, carried, after, carried);
    }

    /// @param carriedBefore codings and decisions at the earlier time
    /// @param carriedAfter codings and decisions at the later time
    public static Difference between(
            Codebook before, CarriedThemes carriedBefore, Codebook after, CarriedThemes carriedAfter) {
        Map<ThemeId, BitSet> had = carriedBefore.in(before);
        Map<ThemeId, BitSet> has = carriedAfter.in(after);
        Set<ThemeId> ids = new LinkedHashSet<>();
        after.themes().forEach(theme -> ids.add(theme.id()));
        before.themes().forEach(theme -> ids.add(theme.id()));
        SortedMap<Integer, OfAnswer> moved = new TreeMap<>();
        List<OfTheme> themes = new ArrayList<>();
        for (ThemeId id : ids) {
            BitSet earlier = had.getOrDefault(id, new BitSet());
            BitSet later = has.getOrDefault(id, new BitSet());
            BitSet lost = without(earlier, later);
            BitSet gained = without(later, earlier);
            lost.stream().forEach(answer -> of(moved, answer).lost().add(id));
            gained.stream().forEach(answer -> of(moved, answer).gained().add(id));
            OfTheme change = new OfTheme(
                    id,
                    before.theme(id).orElse(null),
                    after.theme(id).orElse(null),
                    after.theme(id).isPresent() ? null : after.gone().get(id),
                    earlier.cardinality(),
                    later.cardinality(),
                    gained.cardinality(),
                    lost.cardinality());
            if (change.gained + change.lost > 0
                    || change.before == null
                    || change.after == null
                    || !change.before.equals(change.after)) {
                themes.add(change);
            }
        }
        return new Difference(themes, moved);
    }

    private static BitSet without(BitSet some, BitSet others) {
        BitSet left = (BitSet) some.clone();
        left.andNot(others);
        return left;
    }

    private static OfAnswer of(SortedMap<Integer, OfAnswer> moved, int answer) {
        return moved.computeIfAbsent(answer, _ -> new OfAnswer(new TreeSet<>(), new TreeSet<>()));
    }
}
