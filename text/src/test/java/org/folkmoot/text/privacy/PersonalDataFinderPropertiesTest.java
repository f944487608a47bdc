package org.folkmoot.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataFinderPropertiesTest {
    private static final String[] PIECES = {
        "Mr",
        "Dear",
        "Regards",
        "my name is",
        "I am",
        "Ann",
        "Lee",
        "J.",
        "born",
        "May",
        "12",
        "0",
        "07700",
        "900123",
        "+44",
        "(",
        ")",
        "-",
        "/",
        ".",
        ",",
        "\n",
        " ",
        " ",
        "@",
        "a@b.org",
        "SW1A",
        "1AA",
        "AB",
        "Mill",
        "Lane",
        "www.",
        "facebook.com/",
        "x",
        "Ł",
        "\uD83D\uDE00",
        "\uD83D",
        "4111111111111111",
        "sort code",
        "\u0000",
        "'",
        "Heol",
        "straße",
        "ﬀ"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findingsAreOrderedAndDontOverlap(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) > 0 ? " " : "");
            }
            int last = 0;
            for (PersonalData finding : PersonalDataFinder.find(text.toString())) {
                assertThat(finding.span().start()).as("%s", text).isGreaterThanOrEqualTo(last);
                assertThat(finding.span().length()).as("%s", text).isPositive();
                assertThat(finding.span().end()).as("%s", text).isLessThanOrEqualTo(text.length());
                last = finding.span().end();
            }
        }
    }

    /// A million characters take well under a second; work that grows with the square would take minutes to hours, so
    /// a limit a hundred times as high as needed tells them apart on any machine.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@",
                "a.",
                "0",
                "0 ",
                "(",
                "+",
                "Mr ",
                "Mr J. ",
                "my name is ",
                "Regards ",
                "born 1 ",
                "AB 1",
                "12 Mill ",
                "www.",
                "\n",
                "I am A",
                ".",
                "A ",
                "' ",
                "A. "
            })
    void workIsLinearInTheLength(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> PersonalDataFinder.find(text));
    }
}
