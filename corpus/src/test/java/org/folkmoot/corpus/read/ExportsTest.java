package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Layouts as survey tools export them.
class ExportsTest {
    @TempDir
    Path folder;

    @Test
    void qualtricsHasThreeHeaderRowsAndPreviews() {
        List<List<String>> rows = List.of(
                List.of(
                        "StartDate",
                        "EndDate",
                        "Status",
                        "IPAddress",
                        "Progress",
                        "ResponseId",
                        "Q1",
                        "Q2",
                        "Q2_4_TEXT"),
                List.of(
                        "Start Date",
                        "End Date",
                        "Response Type",
                        "IP Address",
                        "Progress",
                        "Response ID",
                        "Should the library open on Sundays?",
                        "Why do you say that?",
                        "Other - Text"),
                List.of(
                        "{\"ImportId\":\"startDate\",\"timeZone\":\"Europe/London\"}",
                        "{\"ImportId\":\"endDate\"}",
                        "{\"ImportId\":\"status\"}",
                        "{\"ImportId\":\"ipAddress\"}",
                        "{\"ImportId\":\"progress\"}",
                        "{\"ImportId\":\"_recordId\"}",
                        "{\"ImportId\":\"QID1\"}",
                        "{\"ImportId\":\"QID2_TEXT\"}",
                        "{\"ImportId\":\"QID2_4_TEXT\"}"),
                row("Survey Preview", "R_0", "Yes", "Testing the form, please ignore all of this."),
                row("IP Address", "R_1", "Yes", "Sunday is the only day my son and I can both come."),
                row("IP Address", "R_2", "No", "The staff should have their weekend like the rest of us."));
        Consultation read = Samples.consultation(Samples.write(folder.resolve("q.csv"), Samples.csv(rows)));
        assertThat(read.questions())
                .containsExactly(
                        new Question("Q1", "Should the library open on Sundays?", Question.Kind.CLOSED, null),
                        new Question("Q2", "Why do you say that?", Question.Kind.OPEN, "Q1"));
        assertThat(read.responses().stream().map(Response::respondent)).containsExactly("R_1", "R_2");
        assertThat(read.excluded())
                .containsExactly(new Exclusion(new Source("q.csv", "", 4), "R_0", "preview response"));
    }

    private static List<String> row(String status, String id, String closed, String open) {
        return List.of("2026-03-01 10:00:00", "2026-03-01 10:04:00", status, "192.0.2.7", "100", id, closed, open, "");
    }

    @Test
    void microsoftFormsHasTitlesAsHeaders() {
        List<List<String>> rows = List.of(
                List.of(
                        "ID",
                        "Start time",
                        "Completion time",
                        "Email",
                        "Name",
                        "What would make the high street better?"),
                List.of(
                        "1",
                        "3/1/26 9:01:12",
                        "3/1/26 9:04:40",
                        "anonymous",
                        "",
                        "Fewer empty shops and a proper market again."),
                List.of(
                        "2",
                        "3/1/26 9:11:02",
                        "3/1/26 9:14:10",
                        "anonymous",
                        "",
                        "Somewhere to sit that is not a pub."));
        Reading reading = Samples.read(Samples.write(folder.resolve("f.csv"), Samples.csv(rows)));
        assertThat(reading.inspection().columns().stream().map(Inspection.ColumnView::role))
                .containsExactly(Role.RESPONDENT, Role.IGNORE, Role.IGNORE, Role.IDENTIFIER, Role.IGNORE, Role.OPEN);
    }

    /// Citizen Space heads a column with the question and its part's "reporting field heading", and with the analysts'
    /// fields exports a column of notes beside each answer.
    @Test
    void citizenSpaceHeadsEachPartWithItsQuestion() {
        String question = "1. Do you agree that the ferry should run on Sundays?";
        List<List<String>> rows = List.of(
                List.of(
                        "Response ID",
                        "Submitted Date",
                        "What is your name? - Name",
                        "What is your email address? - Email",
                        question + " - Agreement",
                        question + " - Please give your reasons",
                        question + " - Please give your reasons - Analyst notes",
                        "May we publish your response? - RP consent question"),
                ferry("ANON-7Q1", "Agree", "My mother lives across the water and I work all week.", "family", "Yes"),
                ferry("ANON-7Q2", "Disagree", "The crew need one day at home with their children.", "", "No"),
                ferry("ANON-7Q3", "Agree", "Visitors come on Sundays and find nothing open.", "trade", "Yes"));
        Reading.Read reading = (Reading.Read) Samples.read(Samples.write(folder.resolve("cs.csv"), Samples.csv(rows)));
        assertThat(reading.inspection().columns().stream().map(Inspection.ColumnView::role))
                .containsExactly(
                        Role.RESPONDENT,
                        Role.IGNORE,
                        Role.IDENTIFIER,
                        Role.IDENTIFIER,
                        Role.CLOSED,
                        Role.OPEN,
                        Role.IGNORE,
                        Role.CONSENT);
        assertThat(reading.consultation().questions().getLast().pairedWith())
                .isEqualTo(reading.consultation().questions().getFirst().id());
    }

    private static List<String> ferry(String id, String agreement, String reasons, String notes, String publish) {
        return List.of(id, "2026-03-01 10:04:00", "A Person", "a@example.org", agreement, reasons, notes, publish);
    }

    @Test
    void twoHeaderRowsAreJoined() {
        List<List<String>> rows = List.of(
                List.of("Respondent ID", "Which parks do you use?", "", "What would you change?"),
                List.of("", "Castle Park", "River Park", "Open-Ended Response"),
                List.of("118", "Castle Park", "", "Put the bins back by the south gate, they overflow."),
                List.of("119", "", "River Park", "More lights along the river path, it is dark by four."));
        Consultation read = Samples.consultation(Samples.write(folder.resolve("s.csv"), Samples.csv(rows)));
        assertThat(read.questions().stream().map(Question::text))
                .containsExactly(
                        "Which parks do you use? – Castle Park",
                        "Which parks do you use? – River Park",
                        "What would you change?");
        assertThat(read.responses().stream().map(Response::respondent)).containsExactly("118", "119");
    }

    @Test
    void longFormMakesOneResponseOfSeveralRows() {
        List<List<String>> rows = List.of(
                List.of("Respondent ID", "Trust", "Question", "Answer", "Theme: parking", "Comment sentiment"),
                List.of("a", "North", "What was good?", "The nurse took her time with my mother.", "0", "1"),
                List.of("a", "North", "What could be better?", "Parking, as ever, was hopeless.", "1", "4"),
                List.of("b", "South", "What was good?", "", "0", ""),
                List.of("b", "South", "What could be better?", "Ring back when you say you will.", "0", "4"),
                List.of("c", "South", "What was good?", "Quick and kind at the front desk.", "0", "1"),
                List.of("c", "South", "What was good?", "And the tea was hot, too.", "0", "1"));
        Reading.Read read = (Reading.Read) Samples.read(Samples.write(folder.resolve("l.csv"), Samples.csv(rows)));
        assertThat(read.rows()).isEqualTo(6);
        assertThat(read.consultation().questions().stream().map(Question::text))
                .containsExactly("Trust", "What was good?", "What could be better?");
        assertThat(read.consultation().responses().stream().map(r -> r.respondent() + r.values()))
                .containsExactly(
                        "a[North, The nurse took her time with my mother., Parking, as ever, was hopeless.]",
                        "b[South, , Ring back when you say you will.]",
                        "c[South, Quick and kind at the front desk., ]",
                        "c (row 7)[South, And the tea was hot, too., ]");
        assertThat(Samples.codes(read)).containsExactly("WARNING repeated-answer row 7");
    }

    @Test
    void delimitersAndEncodingsAreDetected() {
        Consultation comma = Samples.consultation(Samples.write(folder.resolve("a.csv"), Samples.csv(Samples.PARKS)));
        List<byte[]> alike = List.of(
                Samples.csv(Samples.PARKS, ';').getBytes(StandardCharsets.UTF_8),
                Samples.csv(Samples.PARKS, '\t').getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + Samples.csv(Samples.PARKS, '|')).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + Samples.csv(Samples.PARKS, '\t')).getBytes(StandardCharsets.UTF_16BE));
        for (byte[] bytes : alike) {
            Consultation read = Samples.consultation(Samples.write(folder.resolve("a.csv"), bytes));
            assertThat(read).isEqualTo(comma);
        }
    }

    @Test
    void excelHintNamesTheDelimiterAndIsNoRow() {
        Path file = Samples.write(folder.resolve("a.csv"), "sep=;\r\n" + Samples.csv(Samples.PARKS, ';'));
        assertThat(Samples.consultation(file).responses()).hasSize(3);
    }

    @Test
    void titleLineAboveTheHeaderIsNoHeader() {
        Path file =
                Samples.write(folder.resolve("a.csv"), "Parks consultation 2026\r\n\r\n" + Samples.csv(Samples.PARKS));
        assertThat(Samples.consultation(file).responses().getFirst().source()).isEqualTo(new Source("a.csv", "", 4));
    }

    @Test
    void jsonLinesAndArraysReadAlike() {
        String first = "{\"response_id\": 7, \"response\": \"The last bus leaves before the late shift ends.\","
                + " \"demographic_data\": {\"Region\": \"North\"}}";
        String second = "{\"response_id\": 8, \"response\": \"Fares are fine; reliability is not.\"}";
        Path lines = Samples.write(folder.resolve("a.jsonl"), first + "\n" + second + "\n");
        Path array = Samples.write(folder.resolve("a.json"), "[" + first + ",\n" + second + "]");
        Consultation read = Samples.consultation(lines);
        assertThat(read.responses().stream().map(Response::values)).hasSize(2);
        assertThat(read.responses().getFirst().respondent()).isEqualTo("7");
        assertThat(read.questions().stream().map(Question::text)).contains("response");
        assertThat(Samples.consultation(array).responses().stream().map(Response::values))
                .isEqualTo(read.responses().stream().map(Response::values).toList());
    }

    @Test
    void consultFolderPairsOptionsWithFreeText() throws java.io.IOException {
        Path part = java.nio.file.Files.createDirectories(folder.resolve("inputs/question_part_1"));
        Samples.write(
                folder.resolve("inputs/respondents.jsonl"),
                "{\"themefinder_id\": 1, \"demographic_data\": {\"Region\": [\"North\"]}}\n{\"themefinder_id\": 2}\n");
        Samples.write(part.resolve("question.json"), "{\"question_number\": 1, \"question_text\": \"Keep the pool?\"}");
        Samples.write(
                part.resolve("responses.jsonl"),
                "{\"themefinder_id\": 2, \"text\": \"My father learnt to swim there.\"}");
        Samples.write(part.resolve("multi_choice.jsonl"), "{\"themefinder_id\": 1, \"options\": [\"Yes\"]}");
        Consultation read = Samples.consultation(folder);
        assertThat(read.questions())
                .containsExactly(
                        new Question("A1", "Region", Question.Kind.ABOUT_YOU, null),
                        new Question("Q1a", "Keep the pool?", Question.Kind.CLOSED, null),
                        new Question("Q1b", "Keep the pool?", Question.Kind.OPEN, "Q1a"));
        assertThat(read.responses().stream().map(r -> r.respondent() + r.values()))
                .containsExactly("1[North, Yes, ]", "2[, , My father learnt to swim there.]");
    }

    @Test
    void lettersAreOneResponseEach() {
        Samples.write(folder.resolve("a.txt"), "Dear council,\nplease mend the weir.\n");
        Samples.write(folder.resolve("b.pdf"), Samples.pdf("The weir has been broken for years."));
        Samples.write(
                folder.resolve("c.docx"),
                Samples.zip(Samples.docx(
                        "<w:p><w:r><w:t>We fish there.</w:t></w:r></w:p><w:p><w:r><w:t>Mend it.</w:t></w:r></w:p>")));
        Samples.write(folder.resolve("d.eml"), """
                From: someone@example.org
                Subject: weir
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Mend it, cost =C2=A35,000 or not.
                """);
        Samples.write(folder.resolve("e.jpg"), new byte[] {1, 2, 3});
        Samples.write(folder.resolve("f.pdf"), Samples.pdf(""));
        Reading.Read read = (Reading.Read) Samples.read(folder);
        assertThat(read.consultation().responses().stream()
                        .map(r -> r.respondent() + " " + r.values().getFirst().strip()))
                .containsExactly(
                        "a.txt Dear council,\nplease mend the weir.",
                        "b.pdf The weir has been broken for years.",
                        "c.docx We fish there.\nMend it.",
                        "d.eml Mend it, cost £5,000 or not.");
        assertThat(read.consultation().excluded().stream().map(Exclusion::respondent))
                .containsExactly("e.jpg", "f.pdf");
        assertThat(read.rows()).isEqualTo(6);
    }

    /// What is not read beside the letters is said, as the response may be in it.
    @Test
    void attachmentsAndFoldersInsideAreNotPassedOverInSilence() throws java.io.IOException {
        java.nio.file.Files.createDirectory(folder.resolve("more"));
        Samples.write(folder.resolve("a.txt"), "Please mend the weir.\n");
        Samples.write(folder.resolve("b.eml"), """
                From: someone@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                --part
                Content-Type: text/plain; charset=utf-8

                Our response is attached.
                --part
                Content-Type: application/pdf
                Content-Transfer-Encoding: base64

                JVBERi0=
                --part
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                iVBORw0=
                --part--
                """);
        Reading.Read read = (Reading.Read) Samples.read(folder);
        assertThat(Samples.codes(read)).containsExactly("WARNING folder-inside row 0", "WARNING attachment row 0");
        assertThat(read.faults().getLast().message()).isEqualTo("the e-mail has an attachment, which was not read");
        assertThat(read.consultation().responses().getLast().values()).containsExactly("Our response is attached.");
    }

    @Test
    void titleOfALowerCaseNameIsAHeading() throws java.io.IOException {
        Path inner = java.nio.file.Files.createDirectories(folder.resolve("ai-in-the-nhs"));
        assertThat(Samples.consultation(Samples.write(inner.resolve("responses.csv"), Samples.csv(Samples.PARKS)))
                        .title())
                .isEqualTo("AI in the NHS");
        assertThat(Samples.consultation(Samples.write(inner.resolve("Bus-cuts v2.csv"), Samples.csv(Samples.PARKS)))
                        .title())
                .isEqualTo("Bus cuts v2");
    }

    @Test
    void severalFilesMakeOneConsultationWithUniqueIds() {
        Path a = Samples.write(folder.resolve("a.csv"), Samples.csv(Samples.PARKS));
        Path b = Samples.write(folder.resolve("b.csv"), Samples.csv(Samples.PARKS, ';'));
        Consultation read = Samples.consultation(a, b);
        assertThat(read.responses().stream().map(Response::respondent).distinct())
                .hasSize(6);
    }

    @Test
    void rowNumbersBecomeIdsWhereThereAreNone() {
        Path file = Samples.write(
                folder.resolve("a.csv"),
                "Why?\r\nBecause the ford is deep in spring.\r\n\"It is, you know, a ford.\"\r\n");
        assertThat(Samples.consultation(file).responses().stream().map(Response::respondent))
                .containsExactly("2", "3");
    }
}
