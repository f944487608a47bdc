package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleGuessTest {
    @TempDir
    Path folder;

    @Test
    void englishConsultation() {
        assertThat(roles(
                        List.of(
                                "Response ID",
                                "Date Submitted",
                                "What is your name?",
                                "What is your email address?",
                                "Are you responding as an individual or on behalf of an organisation?",
                                "What is the name of your organisation?",
                                "Which region do you live in?",
                                "1. Do you agree with proposal A?",
                                "1a. Please give reasons for your answer",
                                "Are you happy for your response to be published?",
                                "I have read the privacy notice"),
                        List.of(
                                "ANON-1",
                                "2026-03-01 10:00",
                                "Ann Other",
                                "ann@example.org",
                                "Individual",
                                "",
                                "North",
                                "Yes",
                                "Because the crossing near the school is not safe at night.",
                                "Yes",
                                "Yes")))
                .containsExactly(
                        Role.RESPONDENT,
                        Role.IGNORE,
                        Role.IDENTIFIER,
                        Role.IDENTIFIER,
                        Role.RESPONDENT_TYPE,
                        Role.IGNORE,
                        Role.ABOUT_YOU,
                        Role.CLOSED,
                        Role.OPEN,
                        Role.CONSENT,
                        Role.IGNORE);
    }

    @Test
    void welshConsultation() {
        assertThat(roles(
                        List.of(
                                "Rhif ymateb",
                                "Eich enw",
                                "Ydych chi'n ymateb fel unigolyn neu ar ran sefydliad?",
                                "C1 Ydych chi'n cytuno?",
                                "C1b Eglurwch eich ateb",
                                "Gawn ni gyhoeddi eich ymateb?"),
                        List.of(
                                "1",
                                "Siân",
                                "Unigolyn",
                                "Ydw",
                                "Mae'r bws olaf yn gadael cyn diwedd fy shifft.",
                                "Cewch")))
                .containsExactly(
                        Role.RESPONDENT, Role.IDENTIFIER, Role.RESPONDENT_TYPE, Role.CLOSED, Role.OPEN, Role.CONSENT);
    }

    @Test
    void germanConsultation() {
        assertThat(roles(
                        List.of(
                                "Antwort-ID",
                                "E-Mail",
                                "In welcher Funktion antworten Sie?",
                                "Altersgruppe",
                                "Frage 1: Stimmen Sie zu?",
                                "Bitte begründen Sie Ihre Antwort",
                                "Dürfen wir Ihre Antwort veröffentlichen?"),
                        List.of(
                                "1",
                                "x@example.org",
                                "Privat",
                                "30–39",
                                "Ja",
                                "Der Radweg endet mitten auf der Kreuzung.",
                                "Ja")))
                .containsExactly(
                        Role.RESPONDENT,
                        Role.IDENTIFIER,
                        Role.RESPONDENT_TYPE,
                        Role.ABOUT_YOU,
                        Role.CLOSED,
                        Role.OPEN,
                        Role.CONSENT);
    }

    @Test
    void codesOfAnalystsAreNoQuestions() {
        assertThat(roles(
                        List.of("id", "text", "theme_parking", "theme_safety", "sentiment", "themes"),
                        List.of("1", "There is nowhere to leave a pram.", "1", "0", "2", "parking")))
                .containsExactly(Role.RESPONDENT, Role.OPEN, Role.IGNORE, Role.IGNORE, Role.IGNORE, Role.IGNORE);
    }

    /// Roles guessed for three rows like the one given, with ids of their own.
    private List<Role> roles(List<String> header, List<String> row) {
        var second = new java.util.ArrayList<>(row);
        second.set(0, row.getFirst() + "2");
        var third = new java.util.ArrayList<>(row);
        third.set(0, row.getFirst() + "3");
        Path file = Samples.write(folder.resolve("a.csv"), Samples.csv(List.of(header, row, second, third)));
        return Samples.read(file).inspection().columns().stream()
                .map(Inspection.ColumnView::role)
                .toList();
    }
}
