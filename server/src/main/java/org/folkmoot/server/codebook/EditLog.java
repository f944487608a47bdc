package org.folkmoot.server.codebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All edits of a codebook, in order, those that are undone among them.
///
/// The state is the base with every edit that is not undone applied in order. So any edit can be undone at any time, by
/// anyone: alone where no later one builds on it, else together with those that do (`Turn`). Immutable.
public final class EditLog {
    private final Codebook base;
    private final List<Entry> entries;
    private final Codebook state;

    private EditLog(Codebook base, List<Entry> entries, Codebook state) {
        this.base = base;
        this.entries = entries;
        this.state = state;
    }

    /// One edit.
    ///
    /// @param number counts from 1, without gaps
    /// @param undone who undid it and when, null while it stands
    public record Entry(
            long number,
            String person,
            Instant at,
            ThemeEdit edit,
            @Nullable Undoing undone) {
        Entry with(@Nullable Undoing newUndone) {
            return new Entry(number, person, at, edit, newUndone);
        }
    }

    /// Who undid an edit, and when.
    public record Undoing(String person, Instant at) {}

    /// What came of a wish to change the log.
    public sealed interface Changed {
        /// @param entry the entry added, undone or redone
        /// @param along those undone or redone together with it
        record Done(EditLog log, Entry entry, List<Entry> along) implements Changed {
            public Done {
                along = List.copyOf(along);
            }
        }

        /// The edit itself cannot be made.
        record Refused(Refusal refusal) implements Changed {}

        /// A later edit could not be made any more: it must be undone first, or together with this one (`Turn`).
        record Blocked(Entry by, Refusal refusal) implements Changed {}

        /// There is no such entry, or it is undone already (or, to redo: it is not undone).
        record NotThere(long number) implements Changed {}

        /// A stable name of why it was not changed, in kebab-case.
        default String code() {
            return switch (this) {
                case Refused refused -> "theme-" + refused.refusal().code();
                case Blocked _ -> "edit-blocked";
                case NotThere _ -> "edit-not-there";
                case Done _ -> throw new IllegalStateException("not refused: " + this);
            };
        }
    }

    public static EditLog of(Codebook base) {
        return new EditLog(base, List.of(), base);
    }

    /// A log as it was stored.
    ///
    /// @throws IllegalArgumentException if the entries are not numbered from 1, or one cannot be applied
    public static EditLog of(Codebook base, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).number() != i + 1) {
                throw new IllegalArgumentException("entry " + (i + 1) + " of the log has the number "
                        + entries.get(i).number());
            }
        }
        return switch (folded(base, List.copyOf(entries))) {
            case Folded.Whole whole -> whole.log();
            case Folded.Broken broken ->
                throw new IllegalArgumentException("entry " + broken.at().number() + " of the log cannot be applied: "
                        + broken.refusal().code());
        };
    }

    /// The codebook before any edit.
    public Codebook base() {
        return base;
    }

    public List<Entry> entries() {
        return entries;
    }

    /// The codebook now.
    public Codebook state() {
        return state;
    }

    /// The codebook as it would be had the entries after `number` never been made: what a person saw then, but for
    /// what is undone since.
    public Codebook stateAfter(long number) {
        return of(base, entries.subList(0, (int) number)).state;
    }

    /// Number of the last entry, 0 if there is none.
    public long last() {
        return entries.size();
    }

    /// Makes an edit.
    public Changed add(ThemeEdit edit, String person, Instant at) {
        Entry entry = new Entry(entries.size() + 1, person, at, edit, null);
        return switch (state.after(edit, entry.number())) {
            case Codebook.Edited.Refused refused -> new Changed.Refused(refused.refusal());
            case Codebook.Edited.Done done -> {
                List<Entry> more = new ArrayList<>(entries);
                more.add(entry);
                yield new Changed.Done(new EditLog(base, List.copyOf(more), done.codebook()), entry, List.of());
            }
        };
    }

    /// Undoes the edit of that number.
    public Changed undo(long number, String person, Instant at) {
        return isUndone(number) ? new Changed.NotThere(number) : turn(number, Set.of(), person, at);
    }

    /// Makes an undone edit again, in its old place among the others.
    public Changed redo(long number, String person, Instant at) {
        return isUndone(number) ? turn(number, Set.of(), person, at) : new Changed.NotThere(number);
    }

    private boolean isUndone(long number) {
        return number >= 1 && number <= last() && entries.get((int) number - 1).undone() != null;
    }

    /// Undoes an edit or makes it again, and others with it: of all of them, those that stand are undone and those that
    /// are undone are made again.
    ///
    /// @param along numbers of the others, as `Turn` tells them
    public Changed turn(long number, Set<Long> along, String person, Instant at) {
        SortedSet<Long> all = new TreeSet<>(along);
        all.add(number);
        if (all.first() < 1 || all.last() > last()) {
            return new Changed.NotThere(number);
        }
        List<Entry> turned = new ArrayList<>(entries);
        List<Entry> others = new ArrayList<>();
        Undoing undoing = new Undoing(person, at);
        for (long each : all) {
            Entry entry = entries.get((int) each - 1);
            Entry after = entry.with(entry.undone() == null ? undoing : null);
            turned.set((int) each - 1, after);
            if (each != number) {
                others.add(after);
            }
        }
        Entry asked = turned.get((int) number - 1);
        return switch (folded(base, List.copyOf(turned))) {
            case Folded.Whole whole -> new Changed.Done(whole.log(), asked, others);
            case Folded.Broken broken ->
                broken.at().number() == number
                        ? new Changed.Refused(broken.refusal())
                        : new Changed.Blocked(broken.at(), broken.refusal());
        };
    }

    private sealed interface Folded {
        record Whole(EditLog log) implements Folded {}

        record Broken(Entry at, Refusal refusal) implements Folded {}
    }

    private static Folded folded(Codebook base, List<Entry> entries) {
        Draft draft = new Draft(base);
        for (Entry entry : entries) {
            if (entry.undone() == null) {
                Optional<Refusal> refusal = draft.apply(entry.edit(), entry.number());
                if (refusal.isPresent()) {
                    return new Folded.Broken(entry, refusal.get());
                }
            }
        }
        return new Folded.Whole(new EditLog(base, entries, draft.codebook()));
    }
}
