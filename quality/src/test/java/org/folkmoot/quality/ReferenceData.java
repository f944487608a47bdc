package org.folkmoot.quality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public data sets that the environment variable FOLKMOOT_DATA points to.
public final class ReferenceData {
    private ReferenceData() {}

    /// A folder of data, or a skipped test where it is not there.
    public static Path folder(String name) {
        String root = Objects.requireNonNullElse(System.getenv("FOLKMOOT_DATA"), "");
        assumeTrue(!root.isBlank(), "FOLKMOOT_DATA is not set: no " + name + " to check against");
        Path folder = Path.of(root, name);
        assumeTrue(Files.isDirectory(folder), "FOLKMOOT_DATA has no " + name + " to check against: " + folder);
        return folder;
    }

    public static List<NamedCsvRecord> csv(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public static JsonNode json(Path file) {
        return JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .readTree(file);
    }
}
