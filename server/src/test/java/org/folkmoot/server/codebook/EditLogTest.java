package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.server.codebook.Edits.NOON;
import static org.folkmoot.server.codebook.Edits.id;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditLogTest {
    private static final ThemeEdit MERGE = new ThemeEdit.Merge(List.of(id("A")), id("B"));
    private static final ThemeEdit RENAME = new ThemeEdit.Rename(id("B"), "Both");
    private static final ThemeEdit NAMED_AS_B = new ThemeEdit.Rename(id("D"), "Headline of B");

    private final EditLog log = done(done(done(EditLog.of(Edits.small()), MERGE), RENAME), NAMED_AS_B);

    @Test
    void undoThatALaterEditBuildsOnNamesThatEdit() {
        assertThat(log.undo(2, "Ben", NOON))
                .isEqualTo(new EditLog.Changed.Blocked(
                        log.entries().get(2), new Refusal.HeadlineUsed("Headline of B", id("B"))));
    }

    @Test
    void anyEditThatNothingBuildsOnCanBeUndone() {
        EditLog undone = done(log.undo(1, "Ben", NOON));
        assertThat(undone.state().theme(id("A"))).isPresent();
        assertThat(undone.state().theme(id("B")).orElseThrow().headline()).isEqualTo("Both");
        assertThat(undone.entries().getFirst().undone()).isEqualTo(new EditLog.Undoing("Ben", NOON));
        assertThat(done(undone.redo(1, "Ben", NOON)).state()).isEqualTo(log.state());
    }

    @Test
    void redoThatWouldBreakALaterEditIsRefused() {
        EditLog undone = done(log.undo(1, "Ben", NOON));
        EditLog onA = done(undone, new ThemeEdit.Rename(id("A"), "Alone"));
        assertThat(onA.redo(1, "Ben", NOON))
                .isEqualTo(new EditLog.Changed.Blocked(onA.entries().getLast(), new Refusal.UnknownTheme(id("A"))));
    }

    @Test
    void whatIsNotThereCannotBeUndoneOrRedone() {
        assertThat(log.undo(4, "Ben", NOON)).isEqualTo(new EditLog.Changed.NotThere(4));
        assertThat(log.redo(1, "Ben", NOON)).isEqualTo(new EditLog.Changed.NotThere(1));
        assertThat(done(log.undo(3, "Ben", NOON)).undo(3, "Ann", NOON)).isEqualTo(new EditLog.Changed.NotThere(3));
    }

    @Test
    void refusedEditLeavesNoEntry() {
        assertThat(log.add(MERGE, "Ann", NOON))
                .isEqualTo(new EditLog.Changed.Refused(new Refusal.UnknownTheme(id("A"))));
        assertThat(log.last()).isEqualTo(3);
    }

    @Test
    void storedLogIsTheSameAndABrokenOneIsRefused() {
        EditLog stored = EditLog.of(Edits.small(), log.entries());
        assertThat(stored.state()).isEqualTo(log.state());
        assertThat(stored.stateAfter(0)).isEqualTo(Edits.small());
        assertThatThrownBy(() -> EditLog.of(Edits.small(), log.entries().subList(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1");
        assertThatThrownBy(() -> EditLog.of(Codebook.of(List.of()), log.entries()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown-theme");
    }

    private static EditLog done(EditLog to, ThemeEdit edit) {
        return done(to.add(edit, "Ann", NOON));
    }

    private static EditLog done(EditLog.Changed changed) {
        if (changed instanceof EditLog.Changed.Done done) {
            return done.log();
        }
        throw new AssertionError(changed);
    }
}
