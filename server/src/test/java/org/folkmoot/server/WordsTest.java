package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The interface's texts: each that is asked for exists, and none lies about that nobody asks for.
class WordsTest {
    private static final Path WORDS = Path.of("src/main/resources/words/en");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*(\\+)?");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*[.-])\"\\s*\\+");
    private static final Pattern REFUSED =
            Pattern.compile("Refused\\.conflict\\(\\s*\"([^\"]+)\"|new Refused\\([^,;]+,\\s*\"([^\"]+)\"");

    private static final Pattern AUDITED = Pattern.compile(
            "(?:append|record|[sS]tep(?:<>)?)\\([^;]*?\"([a-z-]+\\.[a-z-]+)\"|-> \"(theme\\.[a-z-]+)\"");

    private static final String SOURCES = sources();

    @Test
    void everyTextAskedForExists() {
        Set<String> keys = keys();
        Set<String> missing = new TreeSet<>();
        ASKED.matcher(SOURCES).results().forEach(asked -> {
            String key = asked.group(1);
            boolean there = asked.group(2) == null
                    ? keys.contains(key)
                    : keys.stream().anyMatch(known -> known.startsWith(key));
            if (!there) {
                missing.add(key);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasItsText() {
        Set<String> missing = REFUSED.matcher(SOURCES)
                .results()
                .map(refused -> "refused." + (refused.group(1) == null ? refused.group(2) : refused.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(keys());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDeedOnRecordIsCalledSomething() {
        Set<String> deeds = AUDITED.matcher(SOURCES)
                .results()
                .map(deed -> deed.group(1) == null ? deed.group(2) : deed.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(deeds).contains("theme.merged", "sample.drawn", "run.begun", "report.published");
        deeds.removeIf(deed -> keys().contains("action." + deed) || keys().contains("deed." + deed));
        assertThat(deeds).isEmpty();
    }

    @Test
    void noTextIsLeftOver() {
        List<String> prefixes =
                PREFIX.matcher(SOURCES).results().map(prefix -> prefix.group(1)).toList();
        assertThat(keys().stream()
                        .filter(key -> !SOURCES.contains("\"" + key + "\""))
                        .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                        .toList())
                .isEmpty();
    }

    @Test
    void noKeyHasTwoTexts() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            List<String> keys = files.flatMap(file -> read(file).lines())
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    private static Set<String> keys() {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file : files.toList()) {
                try (var in = Files.newBufferedReader(file)) {
                    all.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stringPropertyNames();
    }

    private static String sources() {
        try (Stream<Path> code = Files.walk(Path.of("src/main/java"));
                Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            return Stream.concat(code, templates)
                    .filter(Files::isRegularFile)
                    .map(WordsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
