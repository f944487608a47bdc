package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.Fault;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that people send back and that are no tables are refused by their own name.
class EditedFilesTest {
    @TempDir
    private Path folder;

    private Path survey;
    private Path broken;
    private Path earlier;

    @BeforeEach
    void write() throws IOException {
        survey = OneQuestion.write(folder.resolve("in.csv"), List.of("yes"), List.of("The lake is too cold."));
        broken = Files.writeString(folder.resolve("broken.xlsx"), "PK\u0003\u0004 and no more");
        earlier = Files.writeString(folder.resolve("codings.csv"), "question,theme\n");
    }

    @Test
    void codebookThatIsNoTableIsNamed() {
        assertThat(files(broken, null)).containsExactly(broken.toString());
    }

    @Test
    void reviewThatIsNoTableIsNamed() throws IOException {
        Path codebook = Files.writeString(folder.resolve("themes.csv"), "question,id,headline\nQ1,Q1-01,Cold\n");
        assertThat(files(codebook, broken)).containsExactly(broken.toString());
    }

    private List<String> files(Path codebook, @Nullable Path reviewed) {
        var request =
                new RunRequest(List.of(survey), OneQuestion.ROLES, codebook, reviewed, earlier, RunOptions.DEFAULT);
        return switch (Analysing.run(request, new Crew(1), Progress.SILENT)) {
            case RunResult.Done _ -> throw new AssertionError("accepted");
            case RunResult.Refused refused ->
                refused.faults().stream()
                        .filter(fault -> fault.code().equals("not-a-table"))
                        .map(Fault::source)
                        .map(source -> source.file())
                        .toList();
        };
    }
}
