package org.folkmoot.corpus.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.LargeAnalysis;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {
    @TempDir
    private Path temporary;

    static List<Analysis> analyses() {
        return List.of(
                Analyses.small(),
                LargeAnalysis.of(300),
                Analyses.ofTexts("=1+1", "'=1", "a\r\nb\rc", " lead", "\"quoted\", and more", "\0", "😀", "שלום"));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void whatWasWrittenIsSound(Analysis analysis) {
        Verification verification = Verification.of(write(analysis));
        assertThat(verification.checks())
                .flatExtracting(Verification.Check::findings)
                .isEmpty();
        assertThat(verification.checks())
                .extracting(Verification.Check::name)
                .containsExactly(
                        "Files as written",
                        "Inputs as read",
                        "Answers as received",
                        "Ledger balanced",
                        "Quotes verbatim",
                        "Answers and codings agree",
                        "Theme counts",
                        "Workbook as the tables",
                        "Manifest as the tables",
                        "Report as the tables");
        assertThat(verification.checks())
                .filteredOn(check -> check.name().equals("Workbook as the tables"))
                .allSatisfy(check -> assertThat(check.checked()).matches("[1-9][\\d,]* cells"));
    }

    /// Whoever changes the workbook can also write its new fingerprint into `files.json`; the tables still tell.
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "1 # >Fares are too high for families.< # >Fares are fine for families.< # not the text in",
                "2 # <v>2</v> # <v>20</v> # sheet \"Themes\", row 2, column submissions: \"20\" here, \"2\" in themes.csv",
                "4 # >states no view< # >analysed< # sheet \"Answers\", row",
                "7 # </row></sheetData> # </row><row r=\"99\"><c r=\"A99\" t=\"inlineStr\"><is><t>Q3</t></is></c></row></sheetData> # sheet \"Ledger\", row 99: more rows than in ledger.csv",
            })
    void changedWorkbookIsFound(int sheet, String text, String changed, String finding) throws IOException {
        Path folder = write(Analyses.small());
        int found = 0;
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("results.xlsx"))) {
            for (int number = sheet; number <= 7 && found == 0; number++) {
                Path part = zip.getPath("xl/worksheets/sheet" + number + ".xml");
                String before = Files.readString(part);
                String after = before.replaceFirst(
                        java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(changed));
                found += before.equals(after) ? 0 : 1;
                Files.writeString(part, after);
            }
        }
        assertThat(found).isEqualTo(1);
        assertThat(workbook(folder)).hasSize(1).allMatch(one -> one.contains(finding));
    }

    @Test
    void differencesOfAWorkbookAreListedUpToABound() throws IOException {
        Path folder = write(LargeAnalysis.of(300));
        Path answers = folder.resolve("answers.csv");
        Files.writeString(answers, Files.readString(answers).replace(",no,", ",yes,"));
        List<String> findings = workbook(folder);
        assertThat(findings).hasSize(21);
        assertThat(findings.getFirst())
                .contains("sheet \"Answers\", row ", "column consent", "\"no\" here, \"yes\" in");
        assertThat(findings.getLast()).matches(".*[\\d,]+ more cells differ from answers.csv");
    }

    @Test
    void workbookThatIsNoneIsFound() throws IOException {
        Path folder = write(Analyses.small());
        Files.writeString(folder.resolve("results.xlsx"), "not a workbook");
        assertThat(workbook(folder)).hasSize(1);
    }

    @Test
    void figuresOfTheManifestAreComparedWithTheTables() throws IOException {
        Path folder = write(Analyses.small());
        Path manifest = folder.resolve("manifest.json");
        String before = Files.readString(manifest);
        Files.writeString(
                manifest,
                before.replace(
                        "\"Q3 passages\" : \"9\"",
                        "\"Q3 distinct texts\" : \"77\", \"Q3 reviewed answers\" : \"88\","
                                + " \"Q3 passages no theme covers\" : \"99\""));
        assertThat(Verification.of(folder).checks())
                .filteredOn(check -> check.name().equals("Manifest as the tables"))
                .singleElement()
                .satisfies(check -> assertThat(check.findings())
                        .hasSize(3)
                        .anyMatch(one -> one.startsWith("manifest.json: Q3 distinct texts: 77 stated, "))
                        .anyMatch(one -> one.startsWith("manifest.json: Q3 reviewed answers: 88 stated, "))
                        .anyMatch(one -> one.startsWith("manifest.json: Q3 passages no theme covers: 99 stated, ")));
    }

    private static List<String> workbook(Path folder) {
        return Verification.of(folder).checks().stream()
                .filter(check -> check.name().equals("Workbook as the tables"))
                .flatMap(check -> check.findings().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "codings.csv # ,Fares are too high for families.,Q3-02 # ,Fares are much too high for families.,Q3-02 # codings.csv, row 6: the passage does not stand word for word",
                "codings.csv # ,Q3-02,Fares are too # ,Q3-09,Fares are too # no theme Q3-09 in themes.csv",
                "answers.csv # ,Q3-01 | Q3-01.1, # ,Q3-01, # but coded [Q3-01, Q3-01.1]",
                "answers.csv # ,states no view, # ,analysed, # \"states no view\" here, \"analysed\" in answers.csv",
                "ledger.csv # ,excluded, # ,lost, # unknown status \"lost\"",
                "themes.csv # late every day.,,2, # late every day.,,3, # 3 submissions stated, 2 counted",
            })
    void changedTableIsFound(String file, String text, String changed, String finding) throws IOException {
        Path folder = write(Analyses.small());
        Path table = folder.resolve(file);
        String before = Files.readString(table);
        String after = before.replaceFirst(
                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(changed));
        assertThat(after).isNotEqualTo(before);
        Files.writeString(table, after);
        assertThat(Verification.of(folder).checks())
                .flatExtracting(Verification.Check::findings)
                .contains(file + " was changed since it was written")
                .anyMatch(found -> found.contains(finding));
    }

    /// Whoever changes the report can also write its new fingerprint into `files.json`; the tables still tell.
    @ParameterizedTest
    @MethodSource("changesOfAReport")
    void changedReportIsFound(String text, String changed, String finding) throws IOException {
        Path folder = write(Analyses.small());
        Path report = folder.resolve("report/index.html");
        String before = Files.readString(report);
        String after = before.replaceFirst(
                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(changed));
        assertThat(after).isNotEqualTo(before);
        Files.writeString(report, after);
        assertThat(Verification.of(folder).checks().getLast().findings()).anyMatch(found -> found.contains(finding));
    }

    static List<Arguments> changesOfAReport() {
        return List.of(
                arguments(
                        "Fares went up.</blockquote>",
                        "Fares went down.</blockquote>",
                        "stands word for word in none of the tables"),
                arguments(
                        "<blockquote dir=\"auto\">Fares",
                        "<blockquote dir=\"auto\"><b></b>Fares",
                        "1 of its quotations are not in the form"),
                arguments(
                        "<td class=\"n\">2</td><td class=\"n\">1</td>",
                        "<td class=\"n\">20</td><td class=\"n\">1</td>",
                        "theme Q3-01 has 20 and 1 as submissions and distinct texts, 2 and 1 in themes.csv"),
                arguments(
                        "<td class=\"n\" data-question=\"Q3\">7</td>",
                        "<td class=\"n\" data-question=\"Q3\">6</td>",
                        "its ledger is [[4], [1], [1], [0], [0], [1], [6]], that of ledger.csv"
                                + " [[4], [1], [1], [0], [0], [1], [7]]"));
    }

    @Test
    void rowMissingFromTheLedgerIsFound() throws IOException {
        Path folder = write(Analyses.small());
        Path ledger = folder.resolve("ledger.csv");
        Files.writeString(ledger, Files.readString(ledger).replaceFirst("(?m)^Q3,responses.csv,,4,.*\\R", ""));
        assertThat(Verification.of(folder).checks())
                .flatExtracting(Verification.Check::findings)
                .contains("ledger.csv: not accounted for: Q3, responses.csv, row 4");
    }

    @Test
    void missingAndAddedFilesAreFound() throws IOException {
        Path folder = write(Analyses.small());
        Files.delete(folder.resolve("uncovered.csv"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(Verification.of(folder).checks())
                .flatExtracting(Verification.Check::findings)
                .containsExactly(
                        "uncovered.csv is missing",
                        "notes.txt was added since the folder was written",
                        "uncovered.csv is missing");
    }

    @Test
    void otherFolderIsRefused() {
        assertThatThrownBy(() -> Verification.of(temporary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an output folder of Folkmoot");
    }

    private Path write(Analysis analysis) {
        Path folder = temporary.resolve("out");
        OutputFolder.at(folder, false).write(analysis, new TreeMap<>(), Set.of(), Progress.SILENT);
        return folder;
    }
}
