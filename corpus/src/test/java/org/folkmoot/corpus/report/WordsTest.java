package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private final Words words = new Words(Locale.UK);

    @ParameterizedTest
    @CsvSource({
        "0, 50, 0%",
        "1, 9, –",
        "5, 10, 50%",
        "1, 500, <1%",
        "1, 2000, <0.1%",
        "15, 2000, 0.8%",
        "1234, 2000, 62%",
        "2000, 2000, 100%"
    })
    void sharesHaveSensibleDecimals(int count, int base, String share) {
        assertThat(words.share(count, base)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 submission", "0, 0 submissions", "12345, '12,345 submissions'"})
    void countsHaveNumberAndPlural(int count, String text) {
        assertThat(words.count("theme.submissions", count)).isEqualTo(text);
    }
}
