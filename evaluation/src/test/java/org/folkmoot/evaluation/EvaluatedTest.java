package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatedTest {
    private static final Table TABLE = new Table("Small", "Nothing to it.", List.of("a"), List.of(List.of("1")));

    @TempDir
    private Path folder;

    @Test
    void absentFolderIsNamedAndNothingRuns() {
        assertThat(Evaluated.of(new Scripted(new IOException("never reached")), folder, Progress.SILENT))
                .isEqualTo(new Evaluated.LeftOut("scripted: left out, there is no " + folder.resolve("words")));
    }

    @Test
    void failureIsAResultWithItsReason() throws IOException {
        Files.createDirectory(folder.resolve("words"));
        IOException cut = new IOException("the file ends in row 3");
        assertThat(Evaluated.of(new Scripted(cut), folder, Progress.SILENT))
                .isEqualTo(new Evaluated.Failed("scripted: failed, java.io.IOException: the file ends in row 3", cut));
    }

    @Test
    void tablesAreHandedOver() throws IOException {
        Files.createDirectory(folder.resolve("words"));
        assertThat(Evaluated.of(new Scripted(null), folder, Progress.SILENT))
                .isEqualTo(new Evaluated.Measured(List.of(TABLE)));
    }

    @Test
    void stopIsNotTakenForAFailure() throws IOException {
        Files.createDirectory(folder.resolve("words"));
        assertThatThrownBy(() -> Evaluated.of(
                        new Scripted(new CancellationException("stopped by the user")), folder, Progress.SILENT))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void exampleIsLookedForWhereTheProgramIs() {
        Evaluation away = new ExampleEvaluation(folder);
        assertThat(away.absent(folder)).containsExactly(folder.resolve("responses.csv"), folder.resolve("codes.csv"));
        Evaluation here = Evaluations.all(Path.of("..")).getLast();
        assertThat(here.name()).isEqualTo("example");
        assertThat(here.absent(folder)).isEmpty();
    }

    /// Fails as told, or gives one table.
    private record Scripted(
            @org.jspecify.annotations.Nullable Exception failure) implements Evaluation {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public List<String> needs() {
            return List.of("words");
        }

        @Override
        public List<Table> run(Path data, Progress progress) throws IOException {
            switch (failure) {
                case null -> {}
                case RuntimeException e -> throw e;
                case IOException e -> throw e;
                default -> throw new AssertionError(failure);
            }
            return List.of(TABLE);
        }
    }
}
