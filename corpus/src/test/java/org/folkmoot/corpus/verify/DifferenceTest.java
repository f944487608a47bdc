package org.folkmoot.corpus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.verify.Difference.AnswerChange;
import org.folkmoot.corpus.verify.Difference.ThemeChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {
    @TempDir
    private Path temporary;

    @Test
    void sameOutputsDoNotDiffer() throws IOException {
        Path folder = folder("one", "Q1,Q1-01,A\n", "Q1,R1,f.csv,,2,Q1-01\n");
        assertThat(Difference.between(folder, folder))
                .isEqualTo(new Difference(
                        List.of(new ThemeChange("Q1", "Q1-01", "A", 1, "Q1-01", "A", 1, 0, 0)), List.of(), 1, 0, 0));
    }

    @Test
    void renumberedThemesAreMatchedByTheirCodings() throws IOException {
        Path before = folder(
                "before",
                "Q1,Q1-01,Buses\nQ1,Q1-02,Fares\n",
                "Q1,R1,f.csv,,2,Q1-01\nQ1,R2,f.csv,,3,Q1-01\nQ1,R3,f.csv,,4,Q1-02\nQ1,R4,f.csv,,5,Q1-02\n");
        Path after = folder(
                "after",
                "Q1,Q1-01,Prices\nQ1,Q1-02,Late buses\n",
                "Q1,R1,f.csv,,2,Q1-02\nQ1,R2,f.csv,,3,Q1-02\nQ1,R3,f.csv,,4,Q1-01\nQ1,R4,f.csv,,5,Q1-01 | Q1-02\n");
        assertThat(Difference.between(before, after))
                .isEqualTo(new Difference(
                        List.of(
                                new ThemeChange("Q1", "Q1-02", "Fares", 2, "Q1-01", "Prices", 2, 0, 0),
                                new ThemeChange("Q1", "Q1-01", "Buses", 2, "Q1-02", "Late buses", 3, 1, 0)),
                        List.of(new AnswerChange("Q1", "R4", "f.csv", "", "5", List.of("Q1-02"), List.of())),
                        4,
                        0,
                        0));
    }

    @Test
    void newAndGoneThemesAndAnswersAreTold() throws IOException {
        Path before =
                folder("before", "Q1,Q1-01,Buses\nQ1,Q1-02,Fares\n", "Q1,R1,f.csv,,2,Q1-02\nQ1,R2,f.csv,,3,Q1-01\n");
        Path after = folder("after", "Q1,Q1-01,Buses\nQ1,Q1-03,Parks\n", "Q1,R2,f.csv,,3,Q1-03\nQ1,R3,f.csv,,4,\n");
        assertThat(Difference.between(before, after))
                .isEqualTo(new Difference(
                        List.of(
                                new ThemeChange("Q1", "Q1-01", "Buses", 1, "Q1-01", "Buses", 0, 0, 1),
                                new ThemeChange("Q1", null, "", 0, "Q1-03", "Parks", 1, 1, 0),
                                new ThemeChange("Q1", "Q1-02", "Fares", 1, null, "", 0, 0, 0)),
                        List.of(new AnswerChange("Q1", "R2", "f.csv", "", "3", List.of("Q1-03"), List.of("Q1-01"))),
                        1,
                        1,
                        1));
    }

    @Test
    void themeHasTheAnswersOfItsSubThemes() throws IOException {
        String themes = "question,id,parent,headline\nQ1,Q1-01,,Buses\nQ1,Q1-01.1,Q1-01,Late\nQ1,Q1-01.2,Q1-01,Dear\n";
        Path before = folder("before", "", "Q1,R1,f.csv,,2,Q1-01.1 | Q1-01.2\nQ1,R2,f.csv,,3,Q1-01.2\n");
        Path after = folder("after", "", "Q1,R1,f.csv,,2,Q1-01.2\nQ1,R2,f.csv,,3,\n");
        Files.writeString(before.resolve("themes.csv"), themes);
        Files.writeString(after.resolve("themes.csv"), themes);
        assertThat(Difference.between(before, after).themes())
                .containsExactly(
                        new ThemeChange("Q1", "Q1-01", "Buses", 2, "Q1-01", "Buses", 1, 0, 1),
                        new ThemeChange("Q1", "Q1-01.1", "Late", 1, "Q1-01.1", "Late", 0, 0, 1),
                        new ThemeChange("Q1", "Q1-01.2", "Dear", 2, "Q1-01.2", "Dear", 1, 0, 1));
    }

    private Path folder(String name, String themes, String answers) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        Files.writeString(folder.resolve("themes.csv"), "question,id,headline\n" + themes);
        Files.writeString(folder.resolve("answers.csv"), "question,respondent,file,sheet,row,themes\n" + answers);
        return folder;
    }
}
