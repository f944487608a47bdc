package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.server.codebook.Edits.id;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.server.codebook.CarriedThemes.Decision;
import org.folkmoot.server.codebook.Difference.OfAnswer;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final CarriedThemes CARRIED = new CarriedThemes(
            Map.of(
                    new SourceId("a"), List.of(1, 2, 3),
                    new SourceId("b"), List.of(3, 4),
                    new SourceId("c1"), List.of(5, 6),
                    new SourceId("c2"), List.of(),
                    new SourceId("d"), List.of(6, 7)),
            Map.of(7, new Decision(new TreeSet<>(List.of(id("A"))), 0)));

    @Test
    void mergeMovesAnswersOfTheMergedThemeAlone() {
        Codebook after = after(new ThemeEdit.Merge(List.of(id("A")), id("B")));
        Difference difference = Difference.between(Edits.small(), after, CARRIED);
        assertThat(difference.answers())
                .isEqualTo(Map.of(
                        1, moved("A", "B"),
                        2, moved("A", "B"),
                        3, new OfAnswer(new TreeSet<>(List.of(id("A"))), new TreeSet<>()),
                        // A person gave answer 7 theme A, not the D that the machine saw.
                        7, moved("A", "B")));
        assertThat(difference.themes()).hasSize(2);
        Difference.OfTheme b = difference.themes().getFirst();
        assertThat(List.of(b.answersBefore(), b.answersAfter(), b.gained(), b.lost()))
                .containsExactly(2, 5, 3, 0);
        Difference.OfTheme a = difference.themes().getLast();
        assertThat(a.into()).isEqualTo(id("B"));
        assertThat(List.of(a.answersBefore(), a.answersAfter(), a.gained(), a.lost()))
                .containsExactly(4, 0, 0, 4);
    }

    @Test
    void renamingMovesNoAnswer() {
        Codebook after = after(new ThemeEdit.Rename(id("A"), "Otherwise"));
        Difference difference = Difference.between(Edits.small(), after, CARRIED);
        assertThat(difference.answers()).isEmpty();
        assertThat(difference.themes())
                .singleElement()
                .satisfies(theme -> assertThat(theme.theme()).isEqualTo(id("A")));
    }

    @Test
    void settingAThemeAsideTakesItsSubThemesAway() {
        Codebook after = after(new ThemeEdit.SetAside(id("C")));
        assertThat(Difference.between(Edits.small(), after, CARRIED).answers().keySet())
                .containsExactly(5, 6);
    }

    @Test
    void sameStatesDoNotDiffer() {
        assertThat(Difference.between(Edits.small(), Edits.small(), CARRIED))
                .isEqualTo(new Difference(List.of(), new TreeMap<>()));
    }

    private static OfAnswer moved(String from, String to) {
        return new OfAnswer(new TreeSet<>(List.of(id(from))), new TreeSet<>(List.of(id(to))));
    }

    private static Codebook after(ThemeEdit edit) {
        return ((Codebook.Edited.Done) Edits.small().after(edit, 1)).codebook();
    }
}
