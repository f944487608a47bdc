package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.Question;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var roles = new Roles(
                "Parks: \"ours\" # not a comment",
                List.of("Sheet 1", "Täl\u00A0le"),
                2,
                List.of(
                        new Roles.Column("yes", Role.OPEN, "Q1", "Why?\nSay more.", "none", 0),
                        new Roles.Column("- a: [b] {c} \\ \u0007 'd' \u2028 \uFEFF 🌳", Role.RESPONDENT_TYPE)));
        assertThat(stated(RolesFile.write(roles))).isEqualTo(roles);
        Roles layout = new Roles("", List.of("Sheet 2"), 3, List.of());
        assertThat(stated(RolesFile.write(layout))).isEqualTo(layout);
    }

    @Test
    void draftOfAReadingGivesTheSameConsultation() {
        Path file = Samples.write(folder.resolve("parks.csv"), Samples.csv(Samples.PARKS));
        Reading.Read guessed = (Reading.Read) Samples.read(file);
        Roles drafted = stated(RolesFile.draft(guessed.roles(), guessed.inspection()));
        Reading.Read again = (Reading.Read) Reading.read(List.of(file), drafted, Limits.DEFAULT, Progress.SILENT);
        assertThat(again.consultation()).isEqualTo(guessed.consultation());
    }

    @Test
    void statedRolesOverrideGuesses() {
        Path file = Samples.write(folder.resolve("parks.csv"), Samples.csv(Samples.PARKS));
        Roles roles = stated("""
                columns:
                  - column: Response ID
                    role: ignore
                  - column: Do you agree?
                    role: about you
                    id: Where
                  - column: Please explain your answer
                    role: open
                    id: Why
                    text: Why do you think so?
                """);
        Reading.Read read = (Reading.Read) Reading.read(List.of(file), roles, Limits.DEFAULT, Progress.SILENT);
        assertThat(read.consultation().questions())
                .containsExactly(
                        new Question("Where", "Do you agree?", Question.Kind.ABOUT_YOU, null),
                        new Question("Why", "Why do you think so?", Question.Kind.OPEN, null));
    }

    @Test
    void everyMistakeIsReportedWithItsLine() {
        RolesFile file = RolesFile.parse("""
                title: Parks
                colour: green
                header-rows: two
                columns:
                  - column: Why?
                    role: opn
                  - column: Why?
                    role: open
                    id: 1 2
                    note: no
                  - role: open
                """, "roles.yaml");
        assertThat(((RolesFile.Faulty) file)
                        .faults().stream().map(f -> f.source().row() + " " + f.message()))
                .containsExactlyInAnyOrder(
                        "2 unknown key \"colour\"",
                        "3 \"two\" is no number of rows",
                        "5 unknown role \"opn\"",
                        "7 the column is named twice",
                        "7 \"1 2\" is no question id",
                        "10 unknown key \"note\"",
                        "11 a column without its name");
    }

    @Test
    void brokenYamlIsAFault() {
        assertThat(RolesFile.parse("columns: [\n  {a: ", "roles.yaml")).isInstanceOf(RolesFile.Faulty.class);
        assertThat(RolesFile.parse("", "roles.yaml")).isInstanceOf(RolesFile.Faulty.class);
        assertThat(RolesFile.read(folder.resolve("none.yaml"))).isInstanceOf(RolesFile.Faulty.class);
    }

    @Test
    void columnsThatNoFileHasAreRefused() {
        Path file = Samples.write(folder.resolve("parks.csv"), Samples.csv(Samples.PARKS));
        Roles roles = stated("columns:\n  - {column: Whence?, role: open}\n");
        Reading reading = Reading.read(List.of(file), roles, Limits.DEFAULT, Progress.SILENT);
        assertThat(Samples.codes(reading)).contains("ERROR unknown-column row 0 Whence?");
        assertThat(reading.faults().getFirst().message()).contains("line 2");
    }

    @Test
    void explainedQuestionMayBeCalledByItsColumn() {
        Path file = Samples.write(folder.resolve("paths.csv"), """
                Ref,Wider paths?,Night lights?,Thoughts
                1,Yes,No,Wider paths let prams and wheelchairs pass.
                2,No,Yes,Lights at night would make the walk home safer.
                """);
        Roles roles = stated("""
                columns:
                  - {column: Ref, role: respondent id}
                  - {column: "Wider paths?", role: closed}
                  - {column: "Night lights?", role: closed}
                  - {column: Thoughts, role: open, explains: "Wider paths?"}
                """);
        Reading reading = Reading.read(List.of(file), roles, Limits.DEFAULT, Progress.SILENT);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.inspection().columns().getLast().explains())
                .isEqualTo(reading.inspection().columns().get(1).questionId());
    }

    private static Roles stated(String yaml) {
        return switch (RolesFile.parse(yaml, "roles.yaml")) {
            case RolesFile.Stated(Roles roles) -> withoutLines(roles);
            case RolesFile.Faulty faulty ->
                throw new AssertionError(faulty.faults().toString());
        };
    }

    private static Roles withoutLines(Roles roles) {
        boolean keep = roles.columns().stream().anyMatch(c -> c.name().equals("Whence?"));
        return keep
                ? roles
                : new Roles(
                        roles.title(),
                        roles.sheets(),
                        roles.headerRows(),
                        roles.columns().stream()
                                .map(c -> new Roles.Column(c.name(), c.role(), c.id(), c.text(), c.explains(), 0))
                                .toList());
    }
}
