package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThirdPartyNoticesTest {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ");

    /// What only tests need; everything else on the class path runs with the command line.
    private static final Pattern TESTS_ONLY =
            Pattern.compile("(junit|assertj|byte-buddy|archunit|opentest4j|apiguardian|surefire|folkmoot).*");

    @Test
    void everyJarThatRunsIsNamedWithItsVersion() throws Exception {
        String notices = Files.readString(Path.of("..", "THIRD-PARTY-NOTICES.md"));
        Set<String> named = ROW.matcher(notices)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(running());
    }

    private static Set<String> running() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .filter(jar -> !TESTS_ONLY.matcher(jar.group(1)).matches())
                .map(jar -> jar.group(1) + " " + jar.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
