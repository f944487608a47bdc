package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Labels.Bar BAR = new Labels.Bar(0.2, 0.4);
    private static final int WAITING = Subjects.ENGLISH.named("Waiting times and delays");
    private static final int BUSES = Subjects.ENGLISH.named("Buses and public transport");

    @Test
    void aThemeIsNamedByWhatItsTextsSpeakOfMoreThanTheRest() {
        Labels labels = new Labels(material("There was a delay of %s days", 5, "The bus of %s was full", 5));
        assertThat(labels.of(List.of(texts(0, 5), texts(5, 10)), BAR)).containsExactly(WAITING, BUSES);
    }

    @Test
    void whatEveryTextSpeaksOfNamesNoTheme() {
        Labels labels = new Labels(material("The bus of %s was full", 5, "The bus of %s was dirty", 5));
        assertThat(labels.strongest(texts(0, 5), BAR)).isNotEqualTo(BUSES);
    }

    @Test
    void aNameIsGivenOnceToTheThemeWhereItIsStrongest() {
        Material material = material("A delay of %s days", 6, "No %s opinion at all", 20);
        List<Integer> diluted = new ArrayList<>(texts(4, 6));
        diluted.addAll(texts(6, 9));
        Labels labels =
                new Labels(material.withAnswers(IntStream.range(0, 26).boxed().toList()));
        assertThat(labels.of(List.of(diluted, texts(0, 4)), BAR)).containsExactly(Labels.NONE, WAITING);
    }

    @Test
    void onePersonsStoryNamesNothingAndNeitherDoOtherLanguages() {
        Material one = material("A delay of %s days", 6, "No %s opinion at all", 20);
        List<Integer> answers = new ArrayList<>(IntStream.range(0, 26).boxed().toList());
        for (int i = 0; i < 6; i++) {
            answers.set(i, 100);
        }
        assertThat(new Labels(one.withAnswers(answers)).strongest(texts(0, 6), BAR))
                .isEqualTo(Labels.NONE);
        Material welsh = one.withLanguages(
                IntStream.range(0, 26).mapToObj(i -> i < 6 ? "cy" : "en").toList());
        assertThat(new Labels(welsh).strongest(texts(0, 6), BAR)).isEqualTo(Labels.NONE);
    }

    private static Material material(String one, int ones, String other, int others) {
        List<String> texts = new ArrayList<>();
        IntStream.range(0, ones).forEach(i -> texts.add(one.formatted("a".repeat(i + 1))));
        IntStream.range(0, others).forEach(i -> texts.add(other.formatted("b".repeat(i + 1))));
        return Material.of(texts, Vectors.zeros(ones + others, 1));
    }

    private static List<Integer> texts(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
