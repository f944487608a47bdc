package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicateEvaluationTest {
    private static final String LETTER =
            "Please keep the night ferry running because the hospital is on the other shore and "
                    + "nurses on late shifts have no other way home after the last bridge bus has left at nine in the evening.";

    @Test
    void pairsOfOneGroupAreCounted(@TempDir Path data) throws IOException {
        Path folder = data.resolve("regs-comments-nearduplicates");
        Files.createDirectories(folder.resolve("pairs"));
        Files.writeString(folder.resolve("comments.csv"), """
                comment_id,docket,text
                d#0,d,"%s"
                d#1,d,"%s Thank you."
                d#2,d,A cycle path along the canal would be lovely and need not cost much money at all.
                d#3,d,A few more words on an altogether different matter that nobody else has raised so far.
                """.formatted(LETTER, LETTER));
        Files.writeString(folder.resolve("pairs/d.csv"), "i,j,jaccard\n0,1,0.92\n2,3,0.55\n");
        Table real = new NearDuplicateEvaluation().run(data, Progress.SILENT).getFirst();
        assertThat(real.rows())
                .containsExactly(
                        List.of("d", "0.5000", "1.0000", "1.0000", "1.0000", "1", "1.0000"),
                        List.of("all", "0.5000", "1.0000", "1.0000", "1.0000", "1", "1.0000"));
    }

    @Test
    void nearlyAllPairsOfPublicCommentsAreFound() throws IOException {
        Path data = Path.of(System.getenv().getOrDefault("FOLKMOOT_DATA", "../shared/data"));
        assumeTrue(
                Files.isDirectory(data.resolve("regs-comments-nearduplicates")),
                () -> "no regs-comments-nearduplicates in " + data + ": set FOLKMOOT_DATA");
        List<String> all = new NearDuplicateEvaluation()
                .run(data, Progress.SILENT)
                .getFirst()
                .rows()
                .getLast();
        assertThat(Double.parseDouble(all.get(3))).isGreaterThanOrEqualTo(0.999);
        assertThat(Double.parseDouble(all.get(6))).isGreaterThanOrEqualTo(0.85);
    }
}
