package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.server.codebook.Edits.NOON;
import static org.folkmoot.server.codebook.Edits.id;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final EditLog SPLIT_AND_SHAPED = log(
            new ThemeEdit.Rename(id("D"), "Last"),
            new ThemeEdit.Split(id("A"), ThemeEdit.Split.Form.BESIDE, List.of(Edits.part("A1"), Edits.part("A2"))),
            new ThemeEdit.Rename(id("A1"), "First half"),
            new ThemeEdit.Note(id("B"), "Look at this"),
            new ThemeEdit.Merge(List.of(id("B")), id("A1")),
            new ThemeEdit.Note(id("A1"), "Two in one"),
            new ThemeEdit.SetAside(id("D")));

    @Test
    void editThatOthersBuildOnIsUndoneWithThemAndNoOther() {
        Turn turn = Turn.of(SPLIT_AND_SHAPED, 2).orElseThrow();
        assertThat(turn.undone()).extracting(EditLog.Entry::number).containsExactly(2L, 3L, 5L, 6L);
        assertThat(turn.redone()).isEmpty();
        EditLog without = turned(SPLIT_AND_SHAPED, turn);
        assertThat(without.state().theme(id("A"))).isPresent();
        assertThat(without.state().theme(id("A1"))).isEmpty();
        assertThat(without.state().theme(id("B")).orElseThrow().notes()).containsExactly("Look at this");
        assertThat(without.state().theme(id("D")).orElseThrow().isSetAside()).isTrue();
    }

    @Test
    void editIsMadeAgainWithThoseItBuildsOn() {
        EditLog without = turned(SPLIT_AND_SHAPED, Turn.of(SPLIT_AND_SHAPED, 2).orElseThrow());
        Turn again = Turn.of(without, 6).orElseThrow();
        assertThat(again.redone()).extracting(EditLog.Entry::number).containsExactly(2L, 6L);
        assertThat(again.undone()).isEmpty();
        EditLog back = turned(without, again);
        for (long number : List.of(3L, 5L)) {
            assertThat(Turn.of(back, number).orElseThrow().along()).isEmpty();
            back = turned(back, Turn.of(back, number).orElseThrow());
        }
        assertThat(back).usingRecursiveComparison().isEqualTo(SPLIT_AND_SHAPED);
    }

    @Test
    void whatWasDoneInsteadIsUndoneWhenAnEditIsMadeAgain() {
        EditLog undone = turned(SPLIT_AND_SHAPED, Turn.of(SPLIT_AND_SHAPED, 2).orElseThrow());
        EditLog onWhole = added(undone, new ThemeEdit.Rename(id("A"), "The whole"));
        Turn again = Turn.of(onWhole, 2).orElseThrow();
        assertThat(again.redone()).extracting(EditLog.Entry::number).containsExactly(2L);
        assertThat(again.undone()).extracting(EditLog.Entry::number).containsExactly(8L);
        assertThat(turned(onWhole, again).state().theme(id("A1"))).isPresent();
    }

    @Test
    void editThatNothingBringsBackHasNoTurn() {
        EditLog undone = turned(SPLIT_AND_SHAPED, Turn.of(SPLIT_AND_SHAPED, 4).orElseThrow());
        // The note on B comes before the merge that ended B, so it can be made again.
        assertThat(Turn.of(undone, 4).orElseThrow().along()).isEmpty();
        EditLog twice = added(turned(undone, Turn.of(undone, 1).orElseThrow()), new ThemeEdit.Rename(id("C"), "Last"));
        assertThat(Turn.of(twice, 1).orElseThrow().undone())
                .as("who took the name meanwhile gives it back")
                .extracting(EditLog.Entry::number)
                .containsExactly(8L);
        EditLog first = log(new ThemeEdit.Rename(id("C"), "Last"), new ThemeEdit.Rename(id("C"), "Third"));
        EditLog later = added(first, new ThemeEdit.Rename(id("D"), "Last"));
        EditLog without = turned(later, Turn.of(later, 3).orElseThrow());
        EditLog taken = turned(without, Turn.of(without, 2).orElseThrow());
        assertThat(Turn.of(taken, 3)).as("an earlier edit holds the name").isEmpty();
        assertThat(Turn.of(taken, 9)).isEmpty();
    }

    @Test
    void decisionOnAWholeThemeIsLookedAtAgainWhenItsSplitIsMadeAgain() {
        EditLog undone = turned(SPLIT_AND_SHAPED, Turn.of(SPLIT_AND_SHAPED, 2).orElseThrow());
        long decidedAfter = undone.last();
        assertThat(undone.state().resolve(id("A"), decidedAfter)).isEqualTo(new Resolution.Carried(id("A"), false));
        EditLog again = turned(undone, Turn.of(undone, 2).orElseThrow());
        assertThat(again.state().resolve(id("A"), decidedAfter)).isEqualTo(new Resolution.Carried(id("A1"), true));
    }

    private static EditLog log(ThemeEdit... edits) {
        EditLog log = EditLog.of(Edits.small());
        for (ThemeEdit edit : edits) {
            log = added(log, edit);
        }
        return log;
    }

    private static EditLog added(EditLog log, ThemeEdit edit) {
        return done(log.add(edit, "Ann", NOON));
    }

    private static EditLog turned(EditLog log, Turn turn) {
        return done(log.turn(turn.number(), Set.copyOf(turn.along()), "Ben", NOON));
    }

    private static EditLog done(EditLog.Changed changed) {
        if (changed instanceof EditLog.Changed.Done done) {
            return done.log();
        }
        throw new AssertionError(changed);
    }
}
