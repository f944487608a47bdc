package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which program the launcher starts for which words, in a copy of it whose Java only says what it was given.
class LauncherTest {
    private static final String CLI = "folkmoot-cli-0.1.0-SNAPSHOT.jar";
    private static final String SERVER = "folkmoot-server-0.1.0-SNAPSHOT-all.jar";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void copyLauncher() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Path.of("../folkmoot"), home.resolve("folkmoot"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve(".mvn"));
        Files.copy(Path.of("../.mvn/find-jdk.sh"), home.resolve(".mvn/find-jdk.sh"));
        for (String jar : List.of("cli/target/" + CLI, "server/target/" + SERVER)) {
            Path file = home.resolve(jar);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "");
            Files.writeString(file.resolveSibling(".built"), "");
        }
        Path jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = jdk.resolve("bin").resolve(program);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "#!/bin/sh\necho \"$@\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    private String started(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("folkmoot").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private Path zip(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void workbenchAndItsBundlesAreTheServers() throws IOException, InterruptedException {
        assertThat(started("serve")).contains(SERVER);
        assertThat(started("audit", "verify")).contains(SERVER);
        assertThat(started("verify", zip("bundle.zip").toString())).contains(SERVER);
        assertThat(started("verify", zip("bundle of May").toString())).contains(SERVER);
        assertThat(started("verify", "--sha256", "0a", zip("bundle").toString()))
                .contains(SERVER);
        assertThat(started("verify", folder.resolve("gone.zip").toString())).contains(SERVER);
    }

    @Test
    void foldersAndOtherFilesAreTheCommandLines() throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("out.zip"));
        Path text = Files.writeString(folder.resolve("notes"), "P");
        assertThat(started("verify", out.toString())).contains(CLI);
        assertThat(started("verify", text.toString())).contains(CLI);
        assertThat(started("verify", folder.resolve("gone").toString())).contains(CLI);
        assertThat(started("analyse", zip("answers.xlsx").toString())).contains(CLI);
        assertThat(started()).contains(CLI);
    }
}
