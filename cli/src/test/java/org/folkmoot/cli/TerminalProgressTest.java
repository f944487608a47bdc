package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TerminalProgressTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.EPOCH;

    @Test
    void eachStageIsOneLineWithItsTimeWhereThereIsNoTerminal() {
        StringWriter err = new StringWriter();
        try (var progress = new TerminalProgress(new PrintWriter(err), () -> now)) {
            progress.at("reading", 0, 10);
            now = now.plusMillis(1250);
            progress.at("reading", 10, 10);
            progress.at("coding", 0, 0);
            now = now.plusMillis(62_000);
            assertThat(progress.timings())
                    .containsExactly(
                            java.util.Map.entry("01 reading", "1.2 s"), java.util.Map.entry("02 coding", "62.0 s"));
        }
        assertThat(err.toString().lines()).containsExactly("reading: 1.2 s", "coding: 62.0 s");
    }

    /// A process of its own, in a terminal as a user has it (`script` makes one), gets Ctrl-C; `env` undoes a
    /// parent's ignoring of it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void interruptEndsTheProcessWithNothingHalfWritten() throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int copy = 0; copy < 40; copy++) {
            for (String answer : TownSurvey.ANSWERS) {
                answers.add(answer + " I have said so " + (copy + 2) + " times to the council since the year "
                        + (1960 + copy) + ".");
            }
        }
        Path survey = TownSurvey.write(folder.resolve("town.csv"), answers);
        String command = Stream.of(
                        "exec",
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.folkmoot.cli.Folkmoot",
                        "analyse",
                        survey.toString(),
                        "--out",
                        folder.resolve("out").toString())
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "))
                .replaceFirst("'exec'", "exec");
        Process process = new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        StringBuilder shown = new StringBuilder();
        try (BufferedReader terminal = process.inputReader();
                Writer keyboard = process.outputWriter()) {
            for (int c = terminal.read(); c >= 0; c = terminal.read()) {
                shown.append((char) c);
                if (c == '%' && shown.indexOf("languages and personal data", shown.length() - 60) >= 0) {
                    keyboard.write('\u0003');
                    keyboard.flush();
                    break;
                }
            }
            StringWriter rest = new StringWriter();
            terminal.transferTo(rest);
            shown.append(rest);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(shown.toString()).contains("folkmoot: stopped; nothing was left half-written.");
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(folder.toFile().list()).containsExactly("town.csv");
    }
}
