package org.folkmoot.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaGuardPropertiesTest {
    private static final String LETTERS = "'''=+-@\t\r\n ab1";

    @Test
    void restoreGivesBackEveryGuardedText() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(7); n > 0; n--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String plain = text.toString();
            assertThat(FormulaGuard.restore(FormulaGuard.guard(plain))).isEqualTo(plain);
        }
    }

    @Test
    void guardedTextNeverBeginsLikeAFormula() {
        for (String text : new String[] {"=1+1", "+44 20", "-5", "@home", "\tx", "\rx"}) {
            assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        }
    }

    @Test
    void apostrophesOfOrdinaryWordsStay() {
        assertThat(FormulaGuard.restore("'tis so")).isEqualTo("'tis so");
        assertThat(FormulaGuard.guard("'tis so")).isEqualTo("'tis so");
    }

    @Test
    void textWithItsOwnApostropheBeforeASignIsGuardedOnce() {
        assertThat(FormulaGuard.guard("'=x")).isEqualTo("''=x");
        assertThat(FormulaGuard.restore("''=x")).isEqualTo("'=x");
    }
}
