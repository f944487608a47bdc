package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThirdPartyNoticesTest {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ");

    /// What only tests need; everything else on the class path runs with the workbench.
    private static final Pattern TESTS_ONLY =
            Pattern.compile("(junit|assertj|byte-buddy|archunit|opentest4j|apiguardian"
                    + "|surefire|folkmoot|console|spring-modulith-core|validator|icu4j|htmlunit-csp|commons-fileupload2"
                    + "|commons-text|isorelax|jetty|log4j-1|Saxon|javax\\.json|playwright|driver|gson|error_prone_annotations"
                    + "|poi|xmlbeans|SparseBitSet|curvesapi|commons-math3|commons-collections4|validation-model|parser-1|pdf-model"
                    + "|core-jakarta|verapdf|feature-reporting|metadata-fixer|rhino|jakarta\\.(xml|activation|validation)|jaxb|angus|txw2"
                    + "|istack|xmlresolver|stax-utils"
                    + "|swagger|spring-security-oauth2-(authorization|resource)-server|jackson-(datatype-jsr310|dataformat-yaml)-2"
                    + "|dequeutilites|jackson-(core|databind)-2|spring-boot-starter).*");

    @Test
    void everyJarThatRunsIsNamedWithItsVersion() throws Exception {
        Set<String> named = ROW.matcher(Files.readString(Path.of("THIRD-PARTY-NOTICES.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(running());
    }

    private static Set<String> running() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> !TESTS_ONLY.matcher(name).matches())
                .map(JAR::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(jar -> jar.group(1) + " " + jar.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
