package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    @TempDir
    private Path data;

    /// Both streams go to one place, so that the order in which things are said can be seen.
    @Test
    void tableIsPrintedAtOnceAndAFailingPartDoesNotStopTheRest() throws IOException {
        keyPoints("dev");
        keyPoints("train");
        Files.createDirectory(data.resolve("regs-comments-nearduplicates"));
        Path tables = TownSurvey.text(data.resolve("tables.md"), "what an earlier run wrote");
        StringWriter said = new StringWriter();
        int exit = Folkmoot.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said, true))
                .execute(
                        "evaluate",
                        "--only",
                        "duplicates,keypoints,example",
                        "--data",
                        data.toString(),
                        "--out",
                        tables.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(said.toString())
                .containsSubsequence(
                        "## Matching arguments to key points",
                        "duplicates: failed, ",
                        "example: left out, there is no examples");
        assertThat(Files.readString(tables))
                .startsWith("## Matching arguments to key points")
                .containsOnlyOnce("## ");
    }

    @Test
    void whereNothingCanRunEachPartSaysWhy() {
        CommandRun run = CommandRun.of("evaluate", "--data", data);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(7).allMatch(line -> line.contains(": left out, there is no "));
    }

    private void keyPoints(String split) {
        Path folder = data.resolve("argkp-2021");
        TownSurvey.text(folder.resolve("arguments_" + split + ".csv"), """
                arg_id,argument,topic,stance
                a1,Buses are late,We should run more buses,1
                a2,Buses cost too much,We should run more buses,-1
                """);
        TownSurvey.text(folder.resolve("key_points_" + split + ".csv"), """
                key_point_id,key_point,topic,stance
                k1,Buses do not come on time,We should run more buses,1
                k2,Buses are dear,We should run more buses,-1
                """);
        TownSurvey.text(folder.resolve("labels_" + split + ".csv"), """
                arg_id,key_point_id,label
                a1,k1,1
                a2,k2,1
                """);
    }
}
