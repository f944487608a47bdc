package org.folkmoot.server.codebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.folkmoot.server.codebook.EditLog.Entry;

/// What must change together so that one edit, of any time, can be undone or made again.
///
/// @param number of the edit asked for
/// @param undone edits that stand and are to be undone: the one asked for, and later ones that could not be made
///     without it
/// @param redone undone edits that are to be made again: the one asked for, and earlier ones that it builds on
record Turn(long number, List<Entry> undone, List<Entry> redone) {
    Turn {
        undone = List.copyOf(undone);
        redone = List.copyOf(redone);
    }

    /// The fewest edits to turn: an edit is among them only because it cannot be made, or another could not.
    ///
    /// @return empty if there is no such edit, or it is undone and nothing brings it back
    static Optional<Turn> of(EditLog log, long number) {
        if (number < 1 || number > log.last()) {
            return Optional.empty();
        }
        Set<Long> again = new TreeSet<>(Set.of(number));
        while (true) {
            SortedSet<Long> turned = new TreeSet<>(again);
            Optional<Entry> lacking = fold(log, turned);
            if (lacking.isEmpty()) {
                return Optional.of(new Turn(number, those(log, turned, false), those(log, turned, true)));
            }
            Optional<Entry> maker = maker(log, lacking.get(), turned);
            if (maker.isEmpty()) {
                return Optional.empty();
            }
            again.add(maker.get().number());
        }
    }

    /// Numbers of the edits that go along with the one asked for.
    Set<Long> along() {
        SortedSet<Long> along = new TreeSet<>();
        undone.forEach(entry -> along.add(entry.number()));
        redone.forEach(entry -> along.add(entry.number()));
        along.remove(number);
        return along;
    }

    private static List<Entry> those(EditLog log, Set<Long> turned, boolean undone) {
        return log.entries().stream()
                .filter(entry -> turned.contains(entry.number()) && (entry.undone() != null) == undone)
                .toList();
    }

    /// Applies the log with some entries turned; what stands and cannot be made is turned as well.
    ///
    /// @return an entry that is to be made again and cannot, empty if all is well
    private static Optional<Entry> fold(EditLog log, SortedSet<Long> turned) {
        Draft draft = new Draft(log.base());
        for (Entry entry : log.entries()) {
            boolean again = entry.undone() != null && turned.contains(entry.number());
            boolean stands = entry.undone() == null && !turned.contains(entry.number());
            if ((again || stands) && draft.apply(entry.edit(), entry.number()).isPresent()) {
                if (again) {
                    return Optional.of(entry);
                }
                turned.add(entry.number());
            }
        }
        return Optional.empty();
    }

    /// The last undone edit before an entry that makes a theme which the entry needs.
    private static Optional<Entry> maker(EditLog log, Entry of, Set<Long> turned) {
        List<ThemeId> needed = of.edit().needed();
        return log.entries().reversed().stream()
                .filter(entry -> entry.number() < of.number()
                        && entry.undone() != null
                        && !turned.contains(entry.number())
                        && entry.edit().made().stream().anyMatch(needed::contains))
                .findFirst();
    }
}
