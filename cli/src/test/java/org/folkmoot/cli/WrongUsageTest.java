package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong usage is refused with one clear line and exit code 2, before anything is read.
class WrongUsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            analyse IN --out OUT --threads 0       | --threads must be at least 1: 0
            analyse IN --out OUT --threads many    | '--threads'
            analyse IN --out OUT --granularity -1  | --granularity must be above 0, at most 100: -1.0
            analyse IN --out OUT --granularity NaN | --granularity must be above 0, at most 100: NaN
            analyse IN --out OUT --seed x          | '--seed'
            analyse IN --out OUT --format docx     | no format named docx: there are themefinder and consult
            analyse IN                             | '--out=FOLDER'
            analyse --out OUT                      | name at least one file of responses
            analyse IN --out IN                    | would replace
            analyse IN --out OUT --no-such-option  | '--no-such-option'
            analyse none.csv --out OUT             | none.csv
            analyse IN --out OUT --roles none.yaml | none.yaml
            analyse --manifest none.json --out OUT | no such manifest: none.json
            analyse --manifest IN --out OUT        | is not a manifest of Folkmoot
            analyse IN --manifest IN --out OUT     | --manifest names files and roles: give no others
            analyse --manifest IN --title T --out OUT       | --manifest repeats a run as it was: leave out --title
            analyse --manifest IN --granularity 2 --out OUT | --manifest repeats a run as it was: leave out --granularity
            analyse --manifest IN --seed 1 --out OUT        | --manifest repeats a run as it was: leave out --seed
            code --codebook IN --out OUT           | no run was found at
            code --codebook IN --run none --out OUT| name the run's folder with --run
            code --out OUT                         | '--codebook=FILE'
            verify IN                              | is a file: give the folder that analyse or code wrote
            evaluate --data none                   | no data folder at none
            evaluate --data . --only nothing       | no evaluation named nothing
            """)
    void oneLineAndExitTwo(String command, String named) {
        Path survey = TownSurvey.write(folder.resolve("town.csv"));
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of(Arrays.stream(command.split(" "))
                .map(word -> word.equals("IN") ? survey : word.equals("OUT") ? out : word)
                .toArray());
        assertThat(run.err()).contains(named);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    /// Else the run could not be repeated: its own results would be new files of the input.
    @Test
    void outputInsideAFolderOfLettersIsRefused() {
        Path letters = folder.resolve("letters");
        TownSurvey.text(letters.resolve("a.txt"), "Dear council, mend the weir.");
        CommandRun run = CommandRun.of("analyse", letters, "--out", letters.resolve("out"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("lies inside");
        assertThat(letters.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void folderOfValueIsNotReplaced() throws IOException {
        Path survey = TownSurvey.write(folder.resolve("in/town.csv"));
        Path mine = TownSurvey.text(folder.resolve("mine/thesis.txt"), "Three years of work.");
        CommandRun run = CommandRun.of("analyse", survey, "--out", folder.resolve("mine"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is not empty and not an output of Folkmoot", "--replace");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(Files.readString(mine)).isEqualTo("Three years of work.");
    }

    @Test
    void runNeverReplacesWhatItReads() throws IOException {
        Path survey = TownSurvey.write(folder.resolve("in/town.csv"));
        CommandRun run = CommandRun.of("analyse", survey, "--out", folder.resolve("in"), "--replace");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("would replace");
        assertThat(survey).exists();
    }

    @Test
    void faultsOfRolesAreListedTogether() {
        Path survey = TownSurvey.write(folder.resolve("town.csv"));
        Path roles = TownSurvey.text(folder.resolve("roles.yaml"), """
                columns:
                  - column: Response ID
                    role: nonsense
                  - column: Consent to publish
                    role: more nonsense
                """);
        CommandRun run = CommandRun.of("analyse", survey, "--roles", roles, "--out", folder.resolve("out"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("roles.yaml, row 2", "roles.yaml, row 4");
    }

    @Test
    void unfitFileIsRefusedWithItsFaults() {
        List<String> answers = new ArrayList<>(TownSurvey.ANSWERS);
        answers.set(4, "A NUL \0 byte");
        Path survey = TownSurvey.write(folder.resolve("town.csv"), answers);
        CommandRun run = CommandRun.of("analyse", survey, "--out", folder.resolve("out"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("town.csv, row 6");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
