package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.server.codebook.Edits.id;
import static org.folkmoot.server.codebook.Edits.part;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.server.codebook.ThemeEdit.Split.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodebookTest {
    private static final SourceId NEW = new SourceId("new");

    static Stream<Arguments> refused() {
        WorkingTheme.Wording words = WorkingTheme.Wording.of("Fresh");
        return Stream.of(
                arguments(new ThemeEdit.Rename(id("X"), "Fresh"), new Refusal.UnknownTheme(id("X"))),
                arguments(new ThemeEdit.Rename(id("A"), "  "), new Refusal.EmptyHeadline(id("A"))),
                arguments(
                        new ThemeEdit.Rename(id("A"), " headline OF b"),
                        new Refusal.HeadlineUsed("headline OF b", id("B"))),
                arguments(
                        new ThemeEdit.Describe(id("A"), "All of it", new SourceId("b")),
                        new Refusal.SourceUsed(new SourceId("b"))),
                arguments(new ThemeEdit.Merge(List.of(id("A")), id("A")), new Refusal.WithItself(id("A"))),
                arguments(new ThemeEdit.Merge(List.of(), id("A")), new Refusal.TooFew(id("A"))),
                arguments(new ThemeEdit.Merge(List.of(id("B"), id("B")), id("A")), new Refusal.NamedTwice(id("B"))),
                arguments(new ThemeEdit.Merge(List.of(id("C")), id("C1")), new Refusal.ThirdLevel(id("C1"))),
                arguments(new ThemeEdit.Move(id("A"), id("C1")), new Refusal.ThirdLevel(id("C1"))),
                arguments(new ThemeEdit.Move(id("C"), id("A")), new Refusal.ThirdLevel(id("C"))),
                arguments(new ThemeEdit.Move(id("A"), id("A")), new Refusal.WithItself(id("A"))),
                arguments(new ThemeEdit.Move(id("A"), null), new Refusal.AlreadySo(id("A"))),
                arguments(new ThemeEdit.Split(id("A"), Form.BESIDE, List.of(part("P"))), new Refusal.TooFew(id("A"))),
                arguments(
                        new ThemeEdit.Split(id("C"), Form.BESIDE, List.of(part("P"), part("Q"))),
                        new Refusal.HasSubThemes(id("C"))),
                arguments(
                        new ThemeEdit.Split(id("C1"), Form.BELOW, List.of(part("P"), part("Q"))),
                        new Refusal.ThirdLevel(id("C1"))),
                arguments(
                        new ThemeEdit.Split(id("A"), Form.BELOW, List.of(part("P"), part("B"))),
                        new Refusal.IdUsed(id("B"))),
                arguments(
                        new ThemeEdit.Split(id("A"), Form.BELOW, List.of(part("P"), part("P"))),
                        new Refusal.NamedTwice(id("P"))),
                arguments(new ThemeEdit.Add(id("A"), words, null, false, NEW), new Refusal.IdUsed(id("A"))),
                arguments(new ThemeEdit.Add(id("N"), words, id("C1"), false, NEW), new Refusal.ThirdLevel(id("C1"))),
                arguments(new ThemeEdit.Restore(id("A")), new Refusal.AlreadySo(id("A"))),
                arguments(new ThemeEdit.Note(id("A"), " "), new Refusal.EmptyNote(id("A"))),
                arguments(new ThemeEdit.Reorder(id("A"), id("X")), new Refusal.UnknownTheme(id("X"))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void editIsRefusedWithItsReason(ThemeEdit edit, Refusal reason) {
        assertThat(Edits.small().after(edit, 1)).isEqualTo(new Codebook.Edited.Refused(reason));
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void mergedThemeCarriesAllSourcesAndTakesSubThemesAlong() {
        Codebook merged = after(Edits.small(), new ThemeEdit.Merge(List.of(id("B"), id("C")), id("A")));
        WorkingTheme whole = merged.theme(id("A")).orElseThrow();
        assertThat(whole.sources()).containsExactly(new SourceId("a"), new SourceId("b"));
        assertThat(merged.below(id("A"))).extracting(WorkingTheme::id).containsExactly(id("C1"), id("C2"));
        assertThat(merged.resolve(id("B"))).isEqualTo(new Resolution.Carried(id("A"), false));
        Codebook further = after(merged, new ThemeEdit.Merge(List.of(id("A")), id("D")));
        assertThat(further.resolve(id("B"))).isEqualTo(new Resolution.Carried(id("D"), false));
    }

    @Test
    void partsOfASplitBesideTakeTheThemesPlaceAndDecisionsNeedASecondLook() {
        Codebook split = after(Edits.small(), new ThemeEdit.Split(id("B"), Form.BESIDE, List.of(part("P"), part("Q"))));
        assertThat(split.themes())
                .extracting(theme -> theme.id().value())
                .containsExactly("A", "P", "Q", "C", "C1", "C2", "D");
        assertThat(split.resolve(id("B"))).isEqualTo(new Resolution.Carried(id("P"), true));
        assertThat(split.theme(id("Q")).orElseThrow().provenance())
                .isEqualTo(new Provenance(Provenance.Kind.PART, id("B")));
    }

    @Test
    void themeSplitBelowKeepsOldDecisionsForASecondLookAndNewOnesWithout() {
        Codebook split = after(Edits.small(), new ThemeEdit.Split(id("B"), Form.BELOW, List.of(part("P"), part("Q"))));
        assertThat(split.theme(id("B")).orElseThrow().sources()).isEmpty();
        assertThat(split.below(id("B"))).hasSize(2);
        assertThat(split.resolve(id("B"), 0)).isEqualTo(new Resolution.Carried(id("B"), true));
        assertThat(split.resolve(id("B"), 1)).isEqualTo(new Resolution.Carried(id("B"), false));
    }

    @Test
    void themeBelowOneThatIsSetAsideIsSetAside() {
        Codebook aside = after(Edits.small(), new ThemeEdit.SetAside(id("C")));
        assertThat(aside.resolve(id("C1"))).isEqualTo(new Resolution.Aside(id("C1")));
        assertThat(after(aside, new ThemeEdit.Restore(id("C")))).isEqualTo(Edits.small());
        assertThat(aside.resolve(id("X"))).isEqualTo(new Resolution.Nowhere());
    }

    @Test
    void describedThemeCarriesTheNewSourceAlone() {
        Codebook described = after(Edits.small(), new ThemeEdit.Describe(id("A"), "Only this", NEW));
        assertThat(described.theme(id("A")).orElseThrow().sources()).containsExactly(NEW);
    }

    @Test
    void reorderedThemeStandsBeforeTheOther() {
        Codebook reordered = after(Edits.small(), new ThemeEdit.Reorder(id("D"), id("A")));
        assertThat(reordered.themes())
                .extracting(theme -> theme.id().value())
                .containsExactly("D", "A", "B", "C", "C1", "C2");
    }

    @Test
    void codebookThatContradictsItselfCannotBeMade() {
        assertThatThrownBy(() -> Codebook.of(List.of(Edits.theme("A", "B"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Codebook.of(List.of(Edits.theme("A", null), Edits.theme("A", null))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jsonOfAnotherVersionOrShapeIsRefused() {
        String json = CodebookJson.of(new ThemeEdit.Merge(List.of(id("A")), id("B")));
        assertThat(json).isEqualTo("{\"version\":1,\"edit\":{\"edit\":\"merge\",\"themes\":[\"A\"],\"into\":\"B\"}}");
        assertThatThrownBy(() -> CodebookJson.edit(json.replace("\"version\":1", "\"version\":2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
        for (String broken : List.of("", "[]", "{\"version\":1}", json.replace("into", "onto"), json + "x")) {
            assertThatThrownBy(() -> CodebookJson.edit(broken)).as(broken).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Codebook after(Codebook codebook, ThemeEdit edit) {
        return switch (codebook.after(edit, 1)) {
            case Codebook.Edited.Done done -> done.codebook();
            case Codebook.Edited.Refused refused -> throw new AssertionError(refused);
        };
    }
}
