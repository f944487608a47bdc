package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static List<String> tags(String spec) {
        return List.of(spec.split(" "));
    }

    @Test
    void undeterminedTextsAreOfTheLanguageOfMost() {
        Languages languages = Languages.of(tags("de-AT und de cy und"));
        assertThat(languages.main()).isEqualTo("de");
        assertThat(languages.of()).containsExactly("de", "de", "de", "cy", "de");
    }

    @Test
    void englishIsTheMainLanguageInDoubt() {
        assertThat(Languages.of(tags("und und")).main()).isEqualTo("en");
        assertThat(Languages.of(List.of()).main()).isEqualTo("en");
        assertThat(Languages.of(tags("cy en")).main()).isEqualTo("en");
    }

    @Test
    void languagesOfEnoughDifferentAnswersHaveThemes() {
        List<String> tags = Stream.of("en ".repeat(9), "cy ".repeat(6), "pl ".repeat(3), "fr ".repeat(2))
                .flatMap(some -> Stream.of(some.trim().split(" ")))
                .toList();
        int[] group = IntStream.range(0, tags.size()).toArray();
        List<Integer> all = IntStream.range(0, tags.size()).boxed().toList();
        Languages languages = Languages.of(tags);
        assertThat(languages.withThemes(all, group)).containsExactly("en", "cy", "pl");
        // One of the three Polish answers is a copy of the first.
        group[16] = 15;
        assertThat(languages.withThemes(all, group)).containsExactly("en", "cy");
    }
}
