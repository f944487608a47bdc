package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Serial dates checked against a spreadsheet program: 46000 is 9 December 2025; 60 is its 29 February 1900,
/// which never was; 1 is 1 January 1900.
class CellFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General|42|42",
                "General|1234567890123|1234567890123",
                "General|0.1|0.1",
                "General|2.9999999999999996|3",
                "General|1.0000000000000001E-2|0.01",
                "00000|42|00042",
                "#,##0.00|1234.5|1,234.50",
                "0%|0.45|45%",
                "\"£\"#,##0|1234|£1,234",
                "[$£-809]#,##0.00|3.5|£3.50",
                "0.00_);[Red](0.00)|2.5|2.50",
                "dd/mm/yyyy|46000|09/12/2025",
                "d mmmm yyyy|46000|9 December 2025",
                "ddd d mmm yy|46000|Tue 9 Dec 25",
                "yyyy-mm-dd hh:mm:ss|46000.75|2025-12-09 18:00:00",
                "h:mm AM/PM|0.5|12:00 PM",
                "mm:ss|0.0104166666666667|15:00",
                "dd/mm/yyyy|1|01/01/1900",
                "dd/mm/yyyy|not a number|not a number",
                "dd/mm/yyyy|-5|-5",
                "# ??/??|7|7",
            })
    void numberIsShownAsItsUserSeesIt(String pattern, String raw, String shown) {
        assertThat(CellFormat.of(pattern).show(raw, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"14,46000,2025-12-09", "22,46000.5,2025-12-09 12:00", "9,0.5,50%", "0,7,7", "99,7,7"})
    void builtInFormatsAreKnownByNumber(int id, String raw, String shown) {
        assertThat(CellFormat.builtIn(id).show(raw, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"44538,2025-12-09", "0,1904-01-01"})
    void workbooksSince1904CountFromThere(String raw, String shown) {
        assertThat(CellFormat.builtIn(14).show(raw, true)).isEqualTo(shown);
    }
}
