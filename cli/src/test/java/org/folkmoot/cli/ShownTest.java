package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            'Café – שלום 😀', 'Café – שלום 😀'
            'a\u001b[2Jb',    'a\uFFFD[2Jb'
            'a\u009b2Jb',     'a\uFFFD2Jb'
            'a\u202eb',       'a\uFFFDb'
            'a\r\nb\tc',      'a  b c'
            'a\u0007\u0000',   'a\uFFFD\uFFFD'
            """)
    void whatWouldDriveTheTerminalIsReplaced(String text, String shown) {
        assertThat(Shown.of(text)).isEqualTo(shown);
    }

    @Test
    void faultIsOneLineWhateverItNames() {
        StringWriter text = new StringWriter();
        FaultList.print(
                List.of(new Fault(
                        Fault.Severity.ERROR,
                        "code",
                        new Source("a\u001b]0;x\u0007.csv", "s\nheet", 3),
                        "c\u001b[31mol",
                        "the value \u001b[1A",
                        "mend\rit")),
                new PrintWriter(text));
        assertThat(text.toString().lines()).hasSize(1);
        assertThat(text.toString().strip().chars()).noneMatch(Character::isISOControl);
        assertThat(text.toString()).contains("a\uFFFD]0;x\uFFFD.csv", "c\uFFFD[31mol", "mend it");
    }
}
