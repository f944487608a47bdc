package org.folkmoot.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightsTest {
    /// The server's tests hold the table to what its routes say.
    @Test
    void thereIsSomethingToPutInForEveryVariableOfEveryRoute() {
        assertThat(Sights.unknown(Path.of("..", "docs", "access.md")))
                .as("teach `Found` where to find values for these, or `benchmarks/time-serve` stops before its walk")
                .isEmpty();
    }

    @Test
    void variablesOfPathsAndQueriesAreMissedWhereNothingIsKnown(@TempDir Path folder) throws IOException {
        Path access = Files.writeString(folder.resolve("access.md"), """
                | `GET /consultations/{consultation}/moons/{moon}?by={by}&tide={tide}` | view | | | yes | yes | | yes | |
                | `POST /consultations/{consultation}/stars/{star}` | view | | | yes | yes | | yes | |
                """);
        String route = " in /consultations/{consultation}/moons/{moon}?by={by}&tide={tide}";
        assertThat(Sights.unknown(access)).containsExactly("moon" + route, "tide" + route);
    }
}
