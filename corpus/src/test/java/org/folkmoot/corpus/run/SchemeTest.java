package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class SchemeTest {
    @Test
    void noTwoThemesHaveOneNameWhateverItsCase() {
        assertThat(names(node("Parking", "More bays"), node("", "parking"), node("", ""), node("", "")))
                .containsExactly("Parking", "parking (2)", "No passage may be quoted", "No passage may be quoted (2)");
    }

    private static List<String> names(ThemeTree.Node... nodes) {
        List<Integer> themeOf = new ArrayList<>();
        List<String> passages = new ArrayList<>();
        for (int n = 0; n < nodes.length; n++) {
            themeOf.add(n);
            passages.add("passage " + n);
        }
        ThemeTree tree = new ThemeTree(List.of(nodes), themeOf, List.of());
        return Scheme.discovered(List.of(new Found("en", tree, passages, Vectors.zeros(nodes.length, 1))), "Q1")
                .themes()
                .stream()
                .map(Theme::headline)
                .toList();
    }

    private static ThemeTree.Node node(String label, String headline) {
        return new ThemeTree.Node(-1, label, headline, List.of(), List.of(0), 1, null);
    }
}
