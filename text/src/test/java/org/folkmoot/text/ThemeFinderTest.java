package org.folkmoot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThemeFinderTest {
    private static final List<String> BUSES = List.of(
            "The last bus leaves before my shift ends.",
            "Buses to the villages come once in two hours.",
            "A bus pass costs more than running my old car.",
            "The number nine bus never turns up on time.",
            "We need an evening bus from the hospital.",
            "Bus fares went up twice this year.",
            "Please bring back the Sunday bus.",
            "The bus stop has no shelter and no timetable.",
            "Drivers skip our bus stop when they are late.",
            "Without a bus my mother cannot reach the shops.",
            "More buses would get people out of their cars.",
            "The school bus is so full that children stand.",
            "Smaller buses that run more often would help.");

    private static final List<String> PARKS = List.of(
            "The park has no benches where older people can rest.",
            "Please plant more trees in the park.",
            "Litter lies around the pond in the park for weeks.",
            "The playground in the park is rusty and broken.",
            "Dogs run loose in the park and frighten toddlers.",
            "I love the flower beds, they make the park beautiful.",
            "The park gates are locked too early in summer.",
            "A toilet in the park would help young families.",
            "Please stop mowing the wild flowers in the park.",
            "The paths in the park flood after every rain.",
            "Lights in the park would make an evening walk safer.",
            "Volunteers should help to look after the park gardens.",
            "Our park is the only green space for these streets.");

    private static final List<String> LIBRARIES = List.of(
            "The library should open on Saturdays.",
            "Children need the story hour at the library.",
            "Please buy more large-print books for the library.",
            "The library computers are how I apply for jobs.",
            "Closing the branch library would be a disgrace.",
            "Librarians know every reader by name.",
            "I borrow ten books a month from the library.",
            "The library is the only warm and quiet place to study.",
            "Let us borrow e-books from the library at home.",
            "The mobile library no longer visits our street with its books.",
            "Waiting for a reserved library book takes two months.",
            "The reading group at the library keeps me company.",
            "Library fines put poor families off reading.");

    private static final List<String> TEXTS =
            Stream.of(BUSES, PARKS, LIBRARIES).flatMap(List::stream).toList();

    private static ThemeFinder finder;
    private static Themes themes;

    @BeforeAll
    static void find() {
        finder = ThemeFinder.open(ThemeFinder.Options.DEFAULT, new Crew(1));
        themes = finder.find(TEXTS, Progress.SILENT);
    }

    @AfterAll
    static void close() {
        finder.close();
    }

    @Test
    void threePlainSubjectsComeOut() {
        assertThat(themes.codebook()).hasSizeBetween(3, 6);
        Set<String> subjects = new HashSet<>();
        for (int theme = 0; theme < themes.codebook().size(); theme++) {
            subjects.add(subject(theme));
        }
        assertThat(subjects).containsExactlyInAnyOrder("buses", "parks", "libraries");
    }

    /// The subject of two thirds of a theme's texts or more.
    private static String subject(int theme) {
        int[] of = new int[3];
        for (int i = 0; i < themes.codings().size(); i++) {
            if (themes.codings().theme(i) == theme) {
                of[themes.codings().answer(i) / BUSES.size()]++;
            }
        }
        int all = themes.texts(theme);
        assertThat(all).as("texts that carry theme " + theme).isPositive();
        for (int subject = 0; subject < of.length; subject++) {
            if (3 * of[subject] >= 2 * all) {
                return List.of("buses", "parks", "libraries").get(subject);
            }
        }
        return "mixed";
    }

    @Test
    void themesBearTheNameOfTheirSubjectWithAVerbatimSentenceOrTheSentence() {
        for (Theme theme : themes.codebook()) {
            String sentence = theme.description().isEmpty()
                    ? theme.headline()
                    : theme.description().substring(1, theme.description().length() - 1);
            assertThat(TEXTS).anyMatch(text -> text.contains(sentence));
        }
        assertThat(themes.codebook())
                .extracting(Theme::headline)
                .contains("Buses and public transport", "Libraries, culture and leisure");
        for (Passage passage : themes.uncovered()) {
            assertThat(passage.span().of(TEXTS.get(passage.answer()))).isNotBlank();
        }
    }

    @Test
    void mostTextsCarryATheme() {
        Set<Integer> coded = new HashSet<>();
        for (int i = 0; i < themes.codings().size(); i++) {
            coded.add(themes.codings().answer(i));
        }
        assertThat(coded).hasSizeGreaterThanOrEqualTo(TEXTS.size() * 3 / 4);
    }

    @Test
    void sameTextsGiveTheSameThemesOnTwoThreads() {
        try (ThemeFinder other = ThemeFinder.open(ThemeFinder.Options.DEFAULT, new Crew(2))) {
            Themes two = other.find(TEXTS, Progress.SILENT);
            assertThat(two.codebook()).isEqualTo(themes.codebook());
            assertThat(lines(two)).isEqualTo(lines(themes));
            assertThat(two.uncovered()).isEqualTo(themes.uncovered());
        }
    }

    private static List<String> lines(Themes found) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < found.codings().size(); i++) {
            lines.add(found.codings().answer(i) + " " + found.codings().span(i) + " "
                    + found.codings().theme(i) + " " + found.codings().confidence(i));
        }
        return lines;
    }

    @Test
    void textsThatSayNothingCarryNothing() {
        Themes none = finder.find(List.of("", " ", "n/a", "No comment."), Progress.SILENT);
        assertThat(none.codebook()).isEmpty();
        assertThat(none.codings().size()).isZero();
        assertThat(none.uncovered()).isEmpty();
    }

    @Test
    void samplesWhatIsTooMuchToCompare() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (String text : TEXTS) {
                many.add(text.replace(".", " since year " + (2020 + i) + "."));
            }
        }
        var options = new ThemeFinder.Options(Discovery.Options.DEFAULT, 0.5, 100);
        try (ThemeFinder small = ThemeFinder.open(options, new Crew(1))) {
            assertThat(small.find(many, Progress.SILENT).codebook()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void optionsHaveBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThemeFinder.Options(Discovery.Options.DEFAULT, 1, 12_000))
                .withMessage("threshold must be in (0, 1): 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThemeFinder.Options(Discovery.Options.DEFAULT, 0.5, 99))
                .withMessage("passages must be at least 100: 99");
    }

    @Test
    void readmeShowsThisExample() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String source = Files.readString(Path.of("src/test/java/org/folkmoot/text/ReadmeExample.java"));
        int from = source.indexOf("try (ThemeFinder");
        String example = source.substring(from, source.indexOf("\n        // end", from));
        assertThat(words(readme)).contains(words(example));
        List<String> out = new ArrayList<>();
        ReadmeExample.run(TEXTS, out::add);
        assertThat(out).hasSize(themes.codebook().size() + themes.codings().size());
        assertThat(out.getFirst())
                .endsWith(" texts: " + themes.codebook().getFirst().headline());
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }
}
