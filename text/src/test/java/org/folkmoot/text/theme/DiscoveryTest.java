package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final List<String> SUBJECTS = List.of(
            "The bus never comes on time in %s street",
            "We need a larger car park behind %s school",
            "Please mend the broken lamps along %s lane",
            "Our doctor has no appointments left this %s");
    private static final List<String> PLACES = List.of(
            "north", "south", "mill", "church", "bridge", "market", "castle", "river", "forest", "garden", "station",
            "harbour");

    @Test
    void subjectsBecomeThemesWithVerbatimHeadlines() {
        Material material = material();
        ThemeTree tree = Discovery.discover(material, Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        assertThat(tree.nodes()).hasSize(4);
        assertThat(tree.nodes()).allSatisfy(node -> {
            assertThat(material.texts()).contains(node.headline());
            assertThat(node.keyPhrases()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            assertThat(node.texts()).hasSize(12);
            assertThat(node.weight()).isEqualTo(12);
        });
        for (int i = 0; i < material.size(); i++) {
            assertThat(tree.themeOf().get(i)).isEqualTo(tree.themeOf().get(i / 12 * 12));
        }
    }

    @Test
    void everyTextIsInAThemeOrInAnUncoveredGroup() {
        ThemeTree tree = Discovery.discover(material(), Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        List<Integer> seen = new ArrayList<>();
        for (int t = 0; t < tree.nodes().size(); t++) {
            if (!tree.isParent(t)) {
                seen.addAll(tree.nodes().get(t).texts());
            }
        }
        tree.uncovered().forEach(group -> seen.addAll(group.texts()));
        assertThat(seen).hasSize(48).doesNotHaveDuplicates();
    }

    @Test
    void threadsDoNotChangeTheThemes() {
        ThemeTree one = Discovery.discover(material(), Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        ThemeTree two = Discovery.discover(material(), Discovery.Options.DEFAULT, new Crew(2), Progress.SILENT);
        assertThat(two).isEqualTo(one);
    }

    @Test
    void otherLanguagesAreThemedByTheirWords() {
        List<String> texts = new ArrayList<>(material().texts());
        List<String> languages = new ArrayList<>(Collections.nCopies(texts.size(), "en"));
        for (String place : PLACES) {
            texts.add("Mae angen mwy o fysiau ar bobl " + place);
            languages.add("cy");
        }
        Vectors vectors = Vectors.zeros(texts.size(), 8);
        System.arraycopy(material().vectors().values(), 0, vectors.values(), 0, 48 * 8);
        Material mixed = Material.of(texts, vectors).withLanguages(languages);
        ThemeTree tree = Discovery.discover(mixed, Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        assertThat(tree.themeOf().subList(48, 60)).containsOnly(tree.themeOf().get(48));
        assertThat(tree.themeOf().subList(0, 48)).doesNotContain(tree.themeOf().get(48));
    }

    @Test
    void whatOnePersonWroteMakesNoTheme() {
        List<Integer> answers = new ArrayList<>(IntStream.range(0, 48).boxed().toList());
        Collections.fill(answers.subList(0, 12), 0);
        ThemeTree tree = Discovery.discover(
                material().withAnswers(answers), Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        assertThat(tree.nodes()).isNotEmpty();
        assertThat(tree.nodes())
                .allSatisfy(node -> assertThat(
                                node.texts().stream().map(answers::get).distinct())
                        .hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void storiesJoinTheThemeOfTheirClaims() {
        Material plain = material();
        List<String> texts = new ArrayList<>(plain.texts());
        texts.set(1, "She told me twice last week.");
        List<Integer> answers = new ArrayList<>(IntStream.range(0, 48).boxed().toList());
        answers.set(1, 0);
        ThemeTree tree = Discovery.discover(
                Material.of(texts, plain.vectors()).withAnswers(answers),
                Discovery.Options.DEFAULT,
                new Crew(1),
                Progress.SILENT);
        ThemeTree.Node theme = tree.nodes().get(tree.themeOf().getFirst());
        assertThat(tree.themeOf().get(1)).isEqualTo(tree.themeOf().getFirst());
        assertThat(theme.texts().getLast()).isEqualTo(1);
    }

    @Test
    void noTextsNoThemes() {
        ThemeTree tree = Discovery.discover(
                Material.of(List.of(), Vectors.zeros(0, 8)), Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        assertThat(tree).isEqualTo(new ThemeTree(List.of(), List.of(), List.of()));
    }

    @Test
    void oneTextIsOneTheme() {
        Material material = Material.of(List.of("Open the baths on Sundays too"), Vectors.zeros(1, 8));
        ThemeTree tree = Discovery.discover(material, Discovery.Options.DEFAULT, new Crew(1), Progress.SILENT);
        assertThat(tree.nodes()).hasSize(1);
        assertThat(tree.themeOf()).containsExactly(0);
    }

    @Test
    void optionsOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discovery.Options.DEFAULT.withGranularity(0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Material.of(List.of("a"), Vectors.zeros(2, 8)))
                .withMessageContaining("1: 2");
    }

    /// Twelve texts on each of four subjects, each subject's vectors around an axis of its own.
    static Material material() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> texts = new ArrayList<>();
        Vectors vectors = Vectors.zeros(SUBJECTS.size() * PLACES.size(), 8);
        for (int s = 0; s < SUBJECTS.size(); s++) {
            for (String place : PLACES) {
                for (int k = 0; k < 8; k++) {
                    float noise = (float) random.nextGaussian() * 0.1f;
                    vectors.values()[texts.size() * 8 + k] = k == s ? 1 + noise : noise;
                }
                texts.add(SUBJECTS.get(s).formatted(place));
            }
        }
        return Material.of(texts, vectors);
    }
}
