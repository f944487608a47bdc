package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A run that is stopped at any stage stops there and leaves nothing behind.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppedRunTest {
    @TempDir
    private static Path folder;

    private RunRequest request;
    private final Set<String> stages = Collections.synchronizedSet(new LinkedHashSet<>());

    @BeforeAll
    void listStages() {
        List<String> answers = List.of(
                "The buses are late every single morning.",
                "Late buses cost me my job last winter.",
                "My bus came an hour late again on Tuesday.",
                "The swimming pool must stay open for the children.",
                "Keep the pool open, it is where I met my wife.",
                "Without the pool nobody here will learn to swim.");
        request = OneQuestion.request(
                OneQuestion.write(folder.resolve("in.csv"), Collections.nCopies(6, "yes"), answers));
        write(run((stage, _, _) -> stages.add(stage)), (stage, _, _) -> stages.add(stage), "whole");
    }

    @Test
    void everyStageCanBeStopped() {
        assertThat(stages).hasSizeGreaterThan(5).anyMatch(stage -> stage.contains("embedding"));
        for (String stopAt : stages) {
            Progress stopping = (stage, _, _) -> {
                if (stage.equals(stopAt)) {
                    throw new CancellationException("stopped at " + stopAt);
                }
            };
            assertThatThrownBy(() -> write(run(stopping), stopping, "stopped"))
                    .as(stopAt)
                    .isInstanceOf(CancellationException.class);
            assertThat(folder.toFile().list()).as(stopAt).containsExactlyInAnyOrder("in.csv", "whole");
        }
    }

    @Test
    void everyStepOfWritingCanBeStopped() {
        Analysis analysis = run(Progress.SILENT);
        int[] steps = {0};
        write(analysis, (_, _, _) -> steps[0]++, "whole");
        for (int stopAt = 0; stopAt < steps[0]; stopAt++) {
            int[] left = {stopAt};
            assertThatThrownBy(() -> write(
                            analysis,
                            (_, _, _) -> {
                                if (left[0]-- == 0) {
                                    throw new CancellationException();
                                }
                            },
                            "stopped"))
                    .isInstanceOf(CancellationException.class);
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.csv", "whole");
        }
    }

    private Analysis run(Progress progress) {
        return switch (Analysing.run(request, new Crew(2), progress)) {
            case RunResult.Done done -> done.analysis();
            case RunResult.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    private void write(Analysis analysis, Progress progress, String name) {
        OutputFolder.at(folder.resolve(name), true).write(analysis, new TreeMap<>(), Set.of(), progress);
    }
}
