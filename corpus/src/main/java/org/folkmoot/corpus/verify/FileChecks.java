package org.folkmoot.corpus.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.corpus.write.FileHashes;
import org.folkmoot.corpus.write.ManifestFile;
import org.folkmoot.corpus.write.OutputNames;
import org.folkmoot.corpus.write.WrittenWorkbook;

/// Checks of whole files against their recorded hashes.
final class FileChecks {
    private FileChecks() {}

    static Check written(Path folder) {
        SortedMap<String, String> recorded = FileHashes.recorded(folder);
        SortedMap<String, String> present = FileHashes.present(folder);
        List<String> findings = new ArrayList<>();
        recorded.forEach((name, hash) -> {
            if (!present.containsKey(name)) {
                findings.add(name + " is missing");
            } else if (!hash.equals(present.get(name))) {
                findings.add(name + " was changed since it was written");
            }
        });
        present.keySet().stream()
                .filter(name -> !recorded.containsKey(name))
                .forEach(name -> findings.add(name + " was added since the folder was written"));
        return new Check("Files as written", count(recorded.size(), "file"), findings);
    }

    static Check inputs(Path folder) {
        List<String> findings = new ArrayList<>();
        int looked = 0;
        int absent = 0;
        if (Files.exists(folder.resolve(OutputNames.MANIFEST))) {
            Manifest manifest = ManifestFile.read(folder.resolve(OutputNames.MANIFEST));
            for (Manifest.Input input : manifest.inputs()) {
                Path file = Path.of(input.path());
                if (!Files.isRegularFile(file)) {
                    absent++;
                } else {
                    looked++;
                    if (!FileHashes.sha256(file).equals(input.sha256())) {
                        findings.add(input.path() + " is not the file that was read: it was changed or replaced");
                    }
                }
            }
        }
        String checked = count(looked, "file") + (absent == 0 ? "" : ", " + absent + " not here to compare");
        return new Check("Inputs as read", checked, findings);
    }

    /// The workbook against the tables it holds, cell by cell.
    static Check workbook(Path folder) {
        String name = "Workbook as the tables";
        if (!Files.isRegularFile(folder.resolve(OutputNames.WORKBOOK))) {
            return new Check(name, "not looked at: no " + OutputNames.WORKBOOK, List.of());
        }
        WrittenWorkbook.Compared compared = WrittenWorkbook.compare(folder);
        return new Check(name, count(compared.cells(), "cell"), compared.findings());
    }

    /// The tables needed for further checks that are not there.
    static List<String> tables(Path folder) {
        return Stream.of("answers.csv", "codings.csv", "themes.csv", "ledger.csv", "uncovered.csv", "campaigns.csv")
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> name + " is missing")
                .toList();
    }

    static String count(long number, String noun) {
        return String.format(java.util.Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
