package org.folkmoot.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionMarksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nurse Name Redacted was kind|Name Redacted",
                "my consultant [name] listened|[name]",
                "Write to me, address withheld, please|address withheld",
                "Dr XXXX saw me|XXXX",
                "ring [phone number] any time|[phone number]",
                "we met [REDACTED] there|REDACTED",
                "at (name of hospital) they wait|(name of hospital)",
                "Personal details removed|Personal details removed"
            })
    void marksAreFound(String text, String mark) {
        assertThat(RedactionMarks.find(text)).extracting(span -> span.of(text)).containsExactly(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My name is not on the list",
                "the trees were removed last year",
                "payments should never be stopped",
                "the details were clear (in part)",
                "an X-ray in ward 6",
                "see section [4]"
            })
    void ordinaryWordsAreNoMarks(String text) {
        assertThat(RedactionMarks.isIn(text)).isFalse();
    }
}
