package org.folkmoot.corpus.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void sameAnalysisGivesSameBytesAndTimingsStandApart() {
        Path first = write("first", "1 s");
        Path second = write("second", "2 s");
        assertThat(FileHashes.present(second))
                .isEqualTo(FileHashes.present(first))
                .containsKey("answers.csv");
        assertThat(FileHashes.recorded(first)).isEqualTo(FileHashes.present(first));
        assertThat(first.resolve(OutputNames.TIMINGS)).content().contains("1 s");
    }

    @Test
    void nothingRemainsBesideTheFolder() throws IOException {
        write("out", "1 s");
        write("out", "2 s");
        try (var files = Files.list(temporary)) {
            assertThat(files.map(p -> p.getFileName().toString())).containsExactly("out");
        }
    }

    @Test
    void folderOfOtherThingsIsNotReplacedUnlessSaid() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("letters"));
        Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
        assertThatThrownBy(() -> OutputFolder.at(folder, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters is not empty and not an output of Folkmoot");
        write(OutputFolder.at(folder, true), "1 s");
        assertThat(folder.resolve("letter.txt")).doesNotExist();
    }

    @Test
    void editedOutputIsNotReplacedUnlessSaid() throws IOException {
        Path folder = write("out", "1 s");
        Files.writeString(folder.resolve("themes.csv"), "question,id\r\n");
        assertThatThrownBy(() -> OutputFolder.at(folder, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(themes.csv)");
    }

    @Test
    void stoppedWritingLeavesTheEarlierOutputUntouched() {
        Path folder = write("out", "1 s");
        SortedMap<String, String> before = FileHashes.present(folder);
        Progress stop = (_, done, _) -> {
            if (done == 3) {
                throw new java.util.concurrent.CancellationException("stopped");
            }
        };
        assertThatThrownBy(() -> OutputFolder.at(folder, false)
                        .write(Analyses.ofTexts("Other text"), new TreeMap<>(), Set.of(), stop))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(FileHashes.present(folder)).isEqualTo(before);
        assertThat(temporary.toFile().list()).containsExactly("out");
    }

    private Path write(String name, String timing) {
        Path folder = temporary.resolve(name);
        write(OutputFolder.at(folder, false), timing);
        return folder;
    }

    private static void write(OutputFolder folder, String timing) {
        TreeMap<String, String> timings = new TreeMap<>();
        timings.put("whole run", timing);
        folder.write(Analyses.small(), timings, EnumSet.allOf(OutputFolder.Format.class), Progress.SILENT);
    }

    /// A folder that cannot be made is refused before the work, not after it.
    @Test
    void folderThatCannotBeMadeIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(temporary.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.at(file.resolve("out"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out cannot be written: " + file + " takes no new folder");
    }
}
