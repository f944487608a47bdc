package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Response.Consent;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    private static final String[][] WIDE = {
        {
            "Response ID",
            "Are you responding as an individual or an organisation?",
            "Q1 Do you agree with the plan?",
            "Q1b Please explain your answer",
            "May we publish your response?",
            "Email"
        },
        {"R1", "Individual", "Yes", "The park is where my children learnt to ride a bicycle.", "Yes", "a@example.org"},
        {"R2", "Organisation", "No", "=SUM of all fears, and the traffic gets worse every year.", "No", ""},
        {"R3", "Individual", "Yes", "", "Yes, but anonymously", "c@example.org"},
    };

    @TempDir
    Path folder;

    @Test
    void bareFileNameGivesWayToItsFoldersName(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("river-crossing")).resolve("responses.csv");
        Files.writeString(file, "ID,Please explain your answer\n1,Build it as soon as you can afford it.\n");

        Reading reading = Reading.read(List.of(file), null, Limits.DEFAULT, Progress.SILENT);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.consultation().title()).isEqualTo("River crossing"));
    }

    @Test
    void wideCsvBecomesQuestionsAndResponses() throws IOException {
        Consultation read = consultation(csv("parks.csv", WIDE));
        assertThat(read.title()).isEqualTo("Parks");
        assertThat(read.questions())
                .containsExactly(
                        new Question("A1", WIDE[0][1], Question.Kind.ABOUT_YOU, null),
                        new Question("Q1", WIDE[0][2], Question.Kind.CLOSED, null),
                        new Question("Q1b", WIDE[0][3], Question.Kind.OPEN, "Q1"));
        assertThat(read.respondentType().map(Question::id)).contains("A1");
        assertThat(read.responses())
                .containsExactly(
                        response(2, Consent.YES, WIDE[1]),
                        response(3, Consent.NO, WIDE[2]),
                        response(4, Consent.YES, WIDE[3]));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void wideXlsxReadsLikeTheSameCsv() throws IOException {
        Path xlsx = folder.resolve("parks.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Responses");
            for (int r = 0; r < WIDE.length; r++) {
                for (int c = 0; c < WIDE[r].length; c++) {
                    sheet.value(r, c, WIDE[r][c]);
                }
            }
        }
        Consultation fromXlsx = consultation(xlsx);
        Consultation fromCsv = consultation(csv("parks.csv", WIDE));
        assertThat(fromXlsx.questions()).isEqualTo(fromCsv.questions());
        assertThat(fromXlsx.responses().stream().map(Response::values))
                .isEqualTo(fromCsv.responses().stream().map(Response::values).toList());
        assertThat(fromXlsx.responses().getFirst().source()).isEqualTo(new Source("parks.xlsx", "Responses", 2));
    }

    @Test
    void wideOdsReadsLikeTheSameCsv() throws IOException {
        List<List<String>> rows = java.util.Arrays.stream(WIDE).map(List::of).toList();
        Consultation fromOds = consultation(Samples.write(folder.resolve("parks.ods"), Samples.zip(Samples.ods(rows))));
        Consultation fromCsv = consultation(csv("parks.csv", WIDE));
        assertThat(fromOds.questions()).isEqualTo(fromCsv.questions());
        assertThat(fromOds.responses().stream().map(Response::values))
                .isEqualTo(fromCsv.responses().stream().map(Response::values).toList());
    }

    private static Response response(int row, Consent consent, String[] cells) {
        return new Response(cells[0], new Source("parks.csv", "", row), consent, List.of(cells[1], cells[2], cells[3]));
    }

    private Path csv(String name, String[][] rows) throws IOException {
        var text = new StringBuilder();
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                text.append(c == 0 ? "" : ",")
                        .append('"')
                        .append(row[c].replace("\"", "\"\""))
                        .append('"');
            }
            text.append("\r\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static Consultation consultation(Path path) {
        Reading reading = Reading.read(List.of(path), null, Limits.DEFAULT, Progress.SILENT);
        assertThat(reading).as(() -> reading.faults().toString()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).consultation();
    }
}
