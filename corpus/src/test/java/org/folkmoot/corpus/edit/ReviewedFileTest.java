package org.folkmoot.corpus.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedFileTest {
    private static final String HEADER =
            "question,respondent,file,sheet,row,start,end,passage,theme,theme_headline,reviewed_by\n";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"codings.csv", "results.xlsx"})
    void writtenReviewIsReadBackEqual(String file) {
        Path folder = temporary.resolve("out");
        OutputFolder.at(folder, false).write(Analyses.small(), new TreeMap<>(), Set.of(), Progress.SILENT);
        ReviewedFile read = read(folder.resolve(file));
        assertThat(read.faults()).isEmpty();
        assertThat(read.answers())
                .isEqualTo(Map.of(
                        "Q3",
                        new TreeMap<>(Map.of(
                                2,
                                new ReviewedAnswer(
                                        "A. Reader", List.of(new ReviewedAnswer.Choice("Q3-02", new Span(0, 32))))))));
    }

    @Test
    void oneNameMakesAllRowsOfTheAnswerItsThemes() throws IOException {
        ReviewedFile read = read("""
                Q3,R1,responses.csv,,2,0,29,The buses are late every day.,Q3-01,,
                Q3,R1,responses.csv,,2,,,run more of them,Q3-01.1,,Jo
                Q3,R2,responses.csv,,3,0,29,The buses are late every day.,Q3-01,,
                """);
        assertThat(read.faults()).isEmpty();
        assertThat(read.answers().get("Q3"))
                .isEqualTo(Map.of(
                        0,
                        new ReviewedAnswer(
                                "Jo",
                                List.of(
                                        new ReviewedAnswer.Choice("Q3-01", new Span(0, 29)),
                                        new ReviewedAnswer.Choice("Q3-01.1", new Span(37, 53))))));
    }

    @Test
    void nameWithoutThemeSaysNoTheme() throws IOException {
        ReviewedFile read = read("Q3,R4,responses.csv,,5,,,,,,Jo\n");
        assertThat(read.answers().get("Q3")).isEqualTo(Map.of(3, new ReviewedAnswer("Jo", List.of())));
    }

    @Test
    void themeWithoutPassageIsOfTheWholeAnswer() throws IOException {
        ReviewedFile read = read("Q3,R3,responses.csv,,4,,,,,Fares are too high for families.,Jo\n");
        assertThat(read.answers().get("Q3"))
                .isEqualTo(Map.of(
                        2, new ReviewedAnswer("Jo", List.of(new ReviewedAnswer.Choice("Q3-02", new Span(0, 32))))));
    }

    @Test
    void mergedThemeIsReadAsTheOneThatStays() throws IOException {
        ReviewedFile read = read("Q3,R3,responses.csv,,4,,,,Q3-77,,Jo\n");
        assertThat(read.answers().get("Q3"))
                .isEqualTo(Map.of(
                        2, new ReviewedAnswer("Jo", List.of(new ReviewedAnswer.Choice("Q3-02", new Span(0, 32))))));
    }

    @Test
    void allFaultsAreListedWithTheirRows() throws IOException {
        ReviewedFile read = read("""
                Q8,R1,responses.csv,,2,,,,Q3-01,,Jo
                Q3,R99,responses.csv,,99,,,,Q3-01,,Jo
                Q3,R1,responses.csv,,2,,,,Q3-55,,Jo
                Q3,R1,responses.csv,,2,,,,,No such headline,Jo
                Q3,R2,responses.csv,,3,,,words never said,Q3-01,,Jo
                """);
        assertThat(read.isUsable()).isFalse();
        assertThat(read.faults())
                .extracting(fault -> fault.source().row(), Fault::code)
                .containsExactlyInAnyOrder(
                        tuple(2, "unknown-question"),
                        tuple(3, "unknown-answer"),
                        tuple(4, "unknown-theme"),
                        tuple(5, "unknown-theme"),
                        tuple(6, "passage-not-found"));
    }

    @Test
    void themeOnABlankAnswerIsRefusedWithItsRow() throws IOException {
        ReviewedFile read = read("""
                Q3,R1,responses.csv,,2,,,,Q3-01,,Jo
                Q3,R5,responses.csv,,6,,,,Q3-02,,Jo
                """);
        assertThat(read.isUsable()).isFalse();
        assertThat(read.faults())
                .extracting(fault -> fault.source().row(), Fault::code, Fault::message)
                .containsExactly(
                        tuple(3, "theme-of-blank-answer", "the answer of this row is blank and cannot carry a theme"));
        assertThat(read.faults().getFirst().remedy()).startsWith("clear theme");
    }

    @Test
    void nameAloneOnABlankAnswerIsFine() throws IOException {
        ReviewedFile read = read("Q3,R5,responses.csv,,6,,,,,,Jo\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.answers().get("Q3")).isEqualTo(Map.of(4, new ReviewedAnswer("Jo", List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void tableWithoutRowsIsRefused(String rows) throws IOException {
        ReviewedFile read = read(rows);
        assertThat(read.isUsable()).isFalse();
        assertThat(read.faults()).extracting(Fault::code).containsExactly("empty");
    }

    @Test
    void tableInWhichNobodyReviewedIsRemarkedOn() throws IOException {
        ReviewedFile read = read("Q3,R1,responses.csv,,2,,,,Q3-01,,\n");
        assertThat(read.isUsable()).isTrue();
        assertThat(read.answers()).isEmpty();
        assertThat(read.faults()).extracting(Fault::code).containsExactly("nobody-reviewed");
    }

    private ReviewedFile read(String rows) throws IOException {
        return read(Files.writeString(temporary.resolve("codings.csv"), HEADER + rows));
    }

    private static ReviewedFile read(Path file) {
        Analysis analysis = Analyses.small();
        Codebook codebook = new Codebook(
                analysis.questions().getFirst().themes(), new TreeMap<>(Map.of("Q3-77", "Q3-02")), List.of());
        return ReviewedFile.read(file, analysis.consultation(), Map.of("Q3", codebook));
    }
}
