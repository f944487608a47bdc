package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTest {
    private static final String PARKS = """
            Response ID,Email,Q1 Do you agree?,Q1b Please explain
            R1,a@example.org,Yes,The old trees give shade to the playground.
            R2,b@example.org,No,"Nobody asked the shopkeepers, and parking is gone."
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("parks.csv"), PARKS);
    }

    private int run(String... args) {
        CommandLine line = Folkmoot.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return line.execute(args);
    }

    @Test
    void fineFileIsShownColumnByColumn() {
        assertThat(run("inspect", file.toString())).isZero();
        assertThat(out.toString())
                .contains("parks.csv: CSV, UTF-8, comma")
                .contains("C    closed           Q1")
                .contains("explains Q1")
                .contains("2 rows received = 2 responses")
                .contains("No problems found.")
                .doesNotContain("example.org");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void warningsGiveOneAndErrorsGiveTwo() throws IOException {
        Files.writeString(file, PARKS + "R2,c@example.org,No\n");
        assertThat(run("inspect", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("WARNING parks.csv, row 4").contains("→");
        Files.writeString(file, PARKS + "R3,c@example.org,No,one,two\n");
        assertThat(run("inspect", file.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("ERROR parks.csv, row 4, column E");
        assertThat(run("inspect", folder.resolve("none.csv").toString())).isEqualTo(2);
    }

    @Test
    void draftedRolesAreTakenBack() throws IOException {
        Path roles = folder.resolve("roles.yaml");
        assertThat(run("inspect", file.toString(), "--write-roles", roles.toString()))
                .isZero();
        Files.writeString(roles, Files.readString(roles).replace("role: closed", "role: about you"));
        assertThat(run("inspect", file.toString(), "--roles", roles.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("explains \"Q1\", which is no closed question");
        Files.writeString(roles, Files.readString(roles).replace("explains: \"Q1\"", "explains: none"));
        assertThat(run("inspect", file.toString(), "--roles", roles.toString())).isZero();
        assertThat(run("inspect", file.toString(), "--write-roles", roles.toString()))
                .isEqualTo(2);
    }

    @Test
    void jsonHoldsTheSameForMachines() {
        assertThat(run("inspect", "--json", file.toString())).isZero();
        JsonNode whole = new JsonMapper().readTree(out.toString());
        assertThat(whole.get("readable").asBoolean()).isTrue();
        assertThat(whole.get("rows").asInt()).isEqualTo(2);
        assertThat(whole.get("columns").get(1).get("samples")).isEmpty();
        assertThat(whole.get("columns").get(3).get("explains").asString()).isEqualTo("Q1");
    }

    @Test
    void cellsCannotControlTheTerminal() {
        assertThat(InspectionText.clean("a\u001B[31mred\u0007\r\n  b\u202E")).isEqualTo("a\uFFFD[31mred\uFFFD b\uFFFD");
    }
}
