package org.folkmoot.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

    /// Eight times the text: linear work is eight times as much, quadratic 64 times.
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
        int times = 10_000 / unit.length();
        assertThat(work(unit.repeat(8 * times))).isLessThan(24 * work(unit.repeat(times)));
    }

    /// CPU time of this thread, the least of several runs, so that other work on the machine does not count.
    private static long work(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long start = threads.getCurrentThreadCpuTime();
            PersonalDataFinder.find(text);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        return least;
    }
}
