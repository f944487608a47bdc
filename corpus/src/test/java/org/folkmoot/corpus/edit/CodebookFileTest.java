package org.folkmoot.corpus.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Progress;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookFileTest {
    private static final Question OTHER = new Question("Q4", "Anything else?", Question.Kind.OPEN, null);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"themes.csv", "results.xlsx"})
    void writtenThemesAreReadBackEqual(String file) {
        Analysis analysis = Analyses.small();
        CodebookFile read = CodebookFile.read(written(analysis).resolve(file), questions(analysis));
        assertThat(read.faults()).isEmpty();
        assertThat(read.codebooks())
                .isEqualTo(Map.of(
                        "Q3", new Codebook(analysis.questions().getFirst().themes(), new TreeMap<>(), List.of())));
    }

    @Test
    void hostileTextsAreReadBackEqual() {
        Analysis analysis = Analyses.ofTexts("=1+1", "'=1+1", "a | b \\ c\nd\re", "</script>", "\0", "שלום 😀");
        CodebookFile read = CodebookFile.read(written(analysis).resolve("themes.csv"), questions(analysis));
        assertThat(codebook(read, "Q1").themes())
                .isEqualTo(analysis.questions().getFirst().themes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"UTF-8|,", "UTF-16|\t", "windows-1252|;"})
    void fileSavedByExcelIsRead(String charset, String separator) throws IOException {
        String sep = separator == null || separator.isEmpty() ? "\t" : separator;
        String text = String.join(sep, "Headline", "My note", "ID") + "\r\n"
                + String.join(sep, "Café’s prices", "x", "Q3-01") + "\r\n";
        CodebookFile read = CodebookFile.read(file(text, Charset.forName(charset)), List.of(Analyses.WHY));
        assertThat(read.faults()).isEmpty();
        assertThat(codebook(read, "Q3").themes())
                .containsExactly(new Theme("Q3-01", "Café’s prices", "", List.of(), null, List.of()));
    }

    @Test
    void addedThemesGetIdsAfterTheHighest() throws IOException {
        Codebook read = usable("""
                question,id,parent,headline,examples
                Q3,Q3-07,,Old,
                Q3,Q3-07.2,Q3-07,Below,
                Q3,,,Split off,One passage. | Another.
                Q3,,Q3-07,Added below,
                """);
        assertThat(read.added()).containsExactly("Q3-08", "Q3-07.3");
        assertThat(read.themes())
                .extracting(Theme::id, Theme::headline, Theme::examples)
                .containsExactly(
                        tuple("Q3-07", "Old", List.of()),
                        tuple("Q3-07.2", "Below", List.of()),
                        tuple("Q3-07.3", "Added below", List.of()),
                        tuple("Q3-08", "Split off", List.of("One passage.", "Another.")));
    }

    @Test
    void mergedThemeGivesItsExamplesAndSubThemesToTheOneThatStays() throws IOException {
        Codebook read = usable("""
                question,id,parent,merge_into,headline,key_phrases,examples
                Q3,Q3-01,,,Stays,a,One.
                Q3,Q3-02,,Q3-03,First,b,Two. | One.
                Q3,Q3-03,,Q3-01,Second,a,Three.
                Q3,Q3-03.1,Q3-03,,Below,,
                """);
        assertThat(read.merged()).isEqualTo(Map.of("Q3-02", "Q3-01", "Q3-03", "Q3-01"));
        assertThat(read.themes())
                .containsExactly(
                        new Theme("Q3-01", "Stays", "", List.of("a", "b"), null, List.of("One.", "Two.", "Three.")),
                        new Theme("Q3-03.1", "Below", "", List.of(), "Q3-01", List.of()));
    }

    @Test
    void mergedThemeTakesTheLanguagesOfBoth() throws IOException {
        Codebook read = usable("""
                question,id,merge_into,headline,languages
                Q3,Q3-01,,Stays,en
                Q3,Q3-02,Q3-01,Joins,CY | pl
                Q3,Q3-03,,Of any,
                Q3,Q3-04,,Meets any,cy
                Q3,Q3-05,Q3-04,Any,
                """);
        assertThat(read.themes())
                .extracting(Theme::languages)
                .containsExactly(List.of("en", "cy", "pl"), List.of(), List.of());
    }

    @Test
    void unknownLanguageIsAFault() throws IOException {
        CodebookFile read = CodebookFile.read(file("""
                        question,id,headline,languages
                        Q3,Q3-01,One,Welsh
                        """, StandardCharsets.UTF_8), List.of(Analyses.WHY));
        assertThat(read.faults())
                .extracting(fault -> fault.source().row(), Fault::code, Fault::column)
                .containsExactly(tuple(2, "unknown-language", "languages"));
    }

    @Test
    void allFaultsAreListedWithTheirRows() throws IOException {
        CodebookFile read = CodebookFile.read(file("""
                        question,id,parent,merge_into,headline
                        Q9,Q9-01,,,Unknown question
                        Q3,Q3-01,,,
                        Q3,Q3-01,,,Twice
                        Q3,Q3-02,,Q3-99,Merged into nothing
                        Q3,Q3-03,,Q3-04,Round
                        Q3,Q3-04,,Q3-03,and round
                        Q3,Q3-05,Q3-98,,Below nothing
                        Q3,Q3-06,Q3-01,,Below
                        Q3,Q3-07,Q3-06,,Too deep
                        """, StandardCharsets.UTF_8), List.of(Analyses.WHY, OTHER));
        assertThat(read.isUsable()).isFalse();
        assertThat(read.faults())
                .extracting(fault -> fault.source().row(), Fault::code, Fault::column)
                .containsExactlyInAnyOrder(
                        tuple(2, "unknown-question", "question"),
                        tuple(4, "duplicate-id", "id"),
                        tuple(3, "missing-headline", "headline"),
                        tuple(5, "unknown-theme", "merge_into"),
                        tuple(6, "merge-cycle", "merge_into"),
                        tuple(7, "merge-cycle", "merge_into"),
                        tuple(8, "unknown-theme", "parent"),
                        tuple(10, "too-deep", "parent"));
    }

    @Test
    void fileWithoutHeadlinesIsRefused() throws IOException {
        CodebookFile read = CodebookFile.read(
                file("id,name\r\nQ3-01,x\r\nQ3-02,y\r\n", StandardCharsets.UTF_8), List.of(Analyses.WHY));
        assertThat(read.faults())
                .extracting(Fault::code, Fault::column)
                .containsExactly(tuple("missing-column", "headline"));
    }

    @Test
    void fileWithoutRowsIsRefused() throws IOException {
        CodebookFile read = CodebookFile.read(file("", StandardCharsets.UTF_8), List.of(Analyses.WHY));
        assertThat(read.faults()).extracting(Fault::code).containsExactly("empty");
    }

    @Test
    void questionWithoutRowsIsRemarkedOn() throws IOException {
        CodebookFile read = CodebookFile.read(
                file("question,id,headline\nQ3,Q3-01,Buses\n", StandardCharsets.UTF_8), List.of(Analyses.WHY, OTHER));
        assertThat(read.isUsable()).isTrue();
        assertThat(read.codebooks()).containsOnlyKeys("Q3");
        assertThat(read.faults())
                .extracting(Fault::severity, Fault::code, Fault::message)
                .containsExactly(tuple(
                        Fault.Severity.WARNING,
                        "question-without-themes",
                        "no row is of question Q4, so its themes are discovered anew"));
    }

    private Codebook usable(String csv) throws IOException {
        CodebookFile read = CodebookFile.read(file(csv, StandardCharsets.UTF_8), List.of(Analyses.WHY));
        assertThat(read.faults()).isEmpty();
        return codebook(read, "Q3");
    }

    private static Codebook codebook(CodebookFile read, String question) {
        return Objects.requireNonNull(read.codebooks().get(question));
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(temporary.resolve("edited.csv"), text.getBytes(charset));
    }

    private Path written(Analysis analysis) {
        Path folder = temporary.resolve("out");
        OutputFolder.at(folder, false).write(analysis, new TreeMap<>(), Set.of(), Progress.SILENT);
        return folder;
    }

    private static List<Question> questions(Analysis analysis) {
        return analysis.questions().stream().map(QuestionAnalysis::question).toList();
    }
}
