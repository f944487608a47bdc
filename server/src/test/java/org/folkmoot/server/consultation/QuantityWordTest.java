package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.server.review.CheckedShares.Range;
import org.junit.jupiter.api.Test;

/// Which word a report has for the share of a theme.
class QuantityWordTest {
    private static String of(int part, int analysed, Range... checked) {
        return QuestionWriting.quantity(
                "T1",
                part,
                analysed,
                checked.length == 0
                        ? CheckedShares.NONE
                        : new CheckedShares(80, analysed, Map.of("T1", checked[0], "T2", new Range(0.9, 0.8, 1))));
    }

    @Test
    void uncheckedShareHasTheWordOfWhatWasCounted() {
        assertThat(of(120, 300)).isEqualTo("Many (120 of 300 answers analysed, 40%)");
        assertThat(of(3, 300)).startsWith("A few (");
        assertThat(of(299, 300)).startsWith("Nearly all (");
    }

    @Test
    void checkedShareHasTheWordOfItsRangeWhateverWasCounted() {
        assertThat(of(120, 300, new Range(0.2, 0.12, 0.28)))
                .isEqualTo(
                        "Some (checked share 20.0% (12.0% to 28.0%); the program counted 120 of 300 answers analysed,"
                                + " 40%)");
        assertThat(of(0, 300, new Range(0.04, 0.01, 0.09))).startsWith("A few (checked share 4.0% (");
    }

    @Test
    void rangeOverSeveralWordsSaysThemAll() {
        assertThat(of(120, 300, new Range(0.27, 0.21, 0.33))).startsWith("Some or many (checked share 27.0% (");
        assertThat(of(120, 300, new Range(0.3, 0.05, 0.6))).startsWith("From a few to most (checked share 30.0% (");
    }

    @Test
    void numbersStandAloneOnASmallBase() {
        assertThat(of(5, 19, new Range(0.2, 0.1, 0.4))).isEqualTo("5 of 19 answers analysed");
        assertThat(of(0, 300)).isEqualTo("0 of 300 answers analysed");
    }
}
