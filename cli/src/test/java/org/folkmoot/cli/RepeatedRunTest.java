package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same input gives the same bytes.
class RepeatedRunTest {
    @TempDir
    private static Path shared;

    private static Path survey;
    private static Path first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void analyse() {
        survey = TownSurvey.write(shared.resolve("in/town.csv"));
        first = shared.resolve("first");
        assertThat(CommandRun.of("analyse", survey, "--out", first, "--threads", 1))
                .returns(0, CommandRun::exit);
    }

    @Test
    void twoThreadsAndASecondRunGiveTheSameBytes() {
        assertThat(CommandRun.of("analyse", survey, "--out", folder.resolve("two"), "--threads", 2))
                .returns(0, CommandRun::exit);
        assertThat(TownSurvey.bytes(first)).containsKeys("report/index.html", "results.xlsx", "manifest.json");
        assertThat(TownSurvey.differing(first, folder.resolve("two"))).isEmpty();
    }

    @Test
    void manifestRepeatsTheRun() {
        assertRepeats(first);
    }

    @Test
    void manifestRepeatsARunWithRolesGranularityAndSeed() {
        Path roles = TownSurvey.text(folder.resolve("roles.yaml"), """
                title: "Our town: what next?"
                columns:
                  - column: Response ID
                    role: respondent id
                  - column: Consent to publish
                    role: closed
                    id: Consent
                  - column: What would make our town better?
                    role: open
                    id: Better
                    explains: Consent
                """);
        Path out = folder.resolve("out");
        assertThat(CommandRun.of(
                        "analyse",
                        survey,
                        "--roles",
                        roles,
                        "--granularity",
                        "1.5",
                        "--seed",
                        7,
                        "--format",
                        "themefinder",
                        "--out",
                        out))
                .returns(0, CommandRun::exit);
        assertThat(CommandRun.of(
                        "analyse",
                        "--manifest",
                        out.resolve("manifest.json"),
                        "--format",
                        "themefinder",
                        "--out",
                        folder.resolve("again")))
                .returns(0, CommandRun::exit);
        assertThat(TownSurvey.differing(out, folder.resolve("again"))).isEmpty();
    }

    @Test
    void manifestRepeatsARunOverAFolderOfLettersAndSeesAnotherLetter() {
        Path letters = folder.resolve("letters");
        for (int i = 0; i < 12; i++) {
            TownSurvey.text(
                    letters.resolve("letter-" + i + ".txt"), "Dear council,\n\n" + TownSurvey.ANSWERS.get(3 * i));
        }
        Path out = folder.resolve("out");
        assertThat(CommandRun.of("analyse", letters, "--out", out)).returns(0, CommandRun::exit);
        assertRepeats(out);
        Path added = TownSurvey.text(letters.resolve("letter-99.txt"), "Dear council,\n\nOne more thing about buses.");
        CommandRun refused = repeat(out, folder.resolve("refused"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(added.toString(), "was not there in the run");
    }

    @Test
    void manifestRepeatsACodingWithCodebookAndReview() throws IOException {
        Path codebook = Files.copy(first.resolve("themes.csv"), folder.resolve("edited.csv"));
        String codings = Files.readString(first.resolve("codings.csv"));
        Path reviewed = TownSurvey.text(
                folder.resolve("reviewed.csv"),
                EditedCsv.of(codings).set(1, "reviewed_by", "A. Reader").toString());
        Path out = folder.resolve("out");
        assertThat(CommandRun.of("code", "--run", first, "--codebook", codebook, "--reviewed", reviewed, "--out", out))
                .returns(0, CommandRun::exit);
        assertRepeats(out);
        Files.writeString(codebook, "\n", java.nio.file.StandardOpenOption.APPEND);
        CommandRun refused = repeat(out, folder.resolve("refused"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(codebook.toString(), "has changed since the run");
    }

    @Test
    void manifestWithAnOptionThatIsNoNumberIsRefused() throws IOException {
        String recorded = Files.readString(first.resolve("manifest.json"));
        Path broken = TownSurvey.text(
                folder.resolve("manifest.json"), recorded.replaceFirst("\"seed\" : \"1\"", "\"seed\" : \"one\""));
        CommandRun refused = CommandRun.of("analyse", "--manifest", broken, "--out", folder.resolve("refused"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("an option of the manifest is no number", "\"one\"");
    }

    @Test
    void changedInputIsRefusedByName() throws IOException {
        Path copy = Files.copy(survey, folder.resolve("town.csv"));
        Path out = folder.resolve("out");
        assertThat(CommandRun.of("analyse", copy, "--out", out)).returns(0, CommandRun::exit);
        Files.writeString(copy, Files.readString(survey).replace("fairy tale", "fairytale"));
        CommandRun repeated = repeat(out, folder.resolve("refused"));
        assertThat(repeated.exit()).isEqualTo(2);
        assertThat(repeated.err()).contains(copy.toString(), "has changed since the run");
        CommandRun coded =
                CommandRun.of("code", "--codebook", out.resolve("themes.csv"), "--out", folder.resolve("refused"));
        assertThat(coded.exit()).isEqualTo(2);
        assertThat(coded.err()).contains(copy.toString(), "has changed since the run");
        Files.delete(copy);
        assertThat(repeat(out, folder.resolve("refused")).err()).contains("is not there");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    private void assertRepeats(Path out) {
        Path again = folder.resolve("again");
        assertThat(repeat(out, again)).returns(0, CommandRun::exit);
        assertThat(TownSurvey.differing(out, again)).isEmpty();
    }

    private static CommandRun repeat(Path out, Path again) {
        return CommandRun.of("analyse", "--manifest", out.resolve("manifest.json"), "--out", again);
    }
}
