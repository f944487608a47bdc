package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A scheme keeps only themes that answers tell apart.
class SameAnswersTest {
    private final List<Theme> themes = new ArrayList<>();
    private final Map<Integer, int[]> answers = new TreeMap<>();

    private void parent(String id) {
        themes.add(new Theme(id, "about " + id, "", List.of(), null, List.of(), List.of("en")));
    }

    /// A theme that the answers `from` … `to - 1` carry.
    private void leaf(String id, @Nullable String parent, String language, int from, int to) {
        answers.put(themes.size(), IntStream.range(from, to).toArray());
        themes.add(new Theme(id, "about " + id, "", List.of(), parent, List.of(), List.of(language)));
    }

    private Scheme joined() {
        List<Integer> leaves = List.copyOf(answers.keySet());
        Vectors centres = Vectors.zeros(leaves.size(), 2);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            centres.values()[leaf * 2] = leaf + 1;
        }
        Codings.Builder codings = new Codings.Builder();
        for (int answer = 0; answer < 100; answer++) {
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                int of = answer;
                if (IntStream.of(answers.getOrDefault(leaves.get(leaf), new int[0]))
                        .anyMatch(a -> a == of)) {
                    codings.add(answer, new Span(0, 1), leaf, 0.9f);
                }
            }
        }
        return SameAnswers.joined(new Scheme(themes, leaves, centres, "Q1", Map.of(0, "mixes")), "en", codings.build());
    }

    private static List<String> ids(Scheme scheme) {
        return scheme.themes().stream().map(Theme::id).toList();
    }

    @Test
    void themesOfDifferentAnswersStay() {
        parent("A");
        leaf("A.1", "A", "en", 0, 10);
        leaf("A.2", "A", "en", 5, 15);
        leaf("B", null, "en", 0, 15);
        Scheme scheme = joined();
        assertThat(scheme.themes()).isEqualTo(themes);
        assertThat(scheme.leaves()).containsExactly(1, 2, 3);
    }

    @Test
    void largerOfTwoSiblingsOfTheSameAnswersTakesInTheOther() {
        parent("A");
        leaf("A.1", "A", "en", 0, 9);
        leaf("A.2", "A", "en", 0, 10);
        leaf("A.3", "A", "en", 20, 30);
        Scheme scheme = joined();
        assertThat(ids(scheme)).containsExactly("A", "A.2", "A.3");
        assertThat(scheme.leaves()).containsExactly(1, 2);
        assertThat(scheme.centres().values()).containsExactly(9 * 1 + 10 * 2, 0, 10 * 3, 0);
        assertThat(scheme.mixed()).isEqualTo(Map.of(0, "mixes"));
    }

    @Test
    void themeThatOneSubThemeFillsHasNone() {
        parent("A");
        leaf("A.1", "A", "en", 0, 19);
        leaf("A.2", "A", "en", 17, 20);
        leaf("B", null, "en", 30, 40);
        Scheme scheme = joined();
        assertThat(ids(scheme)).containsExactly("A", "B");
        assertThat(scheme.leaves()).containsExactly(0, 1);
    }

    @Test
    void themesAtTheTopOfTheSameAnswersAreOne() {
        leaf("A", null, "en", 0, 10);
        leaf("B", null, "en", 0, 10);
        assertThat(ids(joined())).containsExactly("A");
    }

    @Test
    void themeOfOneOrTwoAnswersOfAnotherLanguageIsNone() {
        leaf("A", null, "en", 0, 1);
        parent("B");
        leaf("B.1", "B", "cy", 10, 12);
        leaf("B.2", "B", "cy", 13, 14);
        leaf("C", null, "cy", 20, 23);
        Scheme scheme = joined();
        assertThat(ids(scheme)).containsExactly("A", "C");
        assertThat(scheme.leaves()).containsExactly(0, 1);
    }
}
