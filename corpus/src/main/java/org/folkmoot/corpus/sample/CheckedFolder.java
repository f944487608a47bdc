package org.folkmoot.corpus.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.corpus.report.CheckedReport;
import org.folkmoot.corpus.write.CheckedWorkbook;
import org.folkmoot.corpus.write.FileHashes;
import org.folkmoot.corpus.write.OutputNames;

/// A copy of a run's folder with the checked figures in its report, its workbook and in `checked.csv`, the samples and
/// decisions they
/// rest on in `checked/`, and where readers differ `differences.csv` for someone to decide.
public final class CheckedFolder {
    private CheckedFolder() {}

    /// Writes the copy, or nothing.
    ///
    /// @param run folder of the run, as it was written
    /// @param given the files that readers and adjudicators gave back
    /// @param tables content of further files by name: `checked.csv`, and if wanted `differences.csv`
    /// @param to a folder that does not exist yet
    /// @throws IllegalArgumentException if it does
    /// @throws UncheckedIOException if the disk refuses; nothing half-written remains
    public static void write(
            Path run,
            RunAnswers answers,
            List<CheckedQuestion> checked,
            List<Path> given,
            Map<String, String> tables,
            Path to) {
        Path target = to.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new IllegalArgumentException(to + " exists already: choose a folder that does not");
        }
        if (target.startsWith(run.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException(to + " is inside the run's folder: choose one beside it");
        }
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            delete(part);
            copy(run, part);
            Path report = part.resolve(OutputNames.REPORT);
            List<String> unread = answers.themes().keySet().stream()
                    .filter(id -> checked.stream()
                            .noneMatch(question -> question.question().equals(id)))
                    .toList();
            Files.writeString(
                    report,
                    CheckedReport.of(
                            Files.readString(report),
                            checked.stream().map(CheckedFigures::part).toList(),
                            unread));
            CheckedWorkbook.rewrite(
                    part.resolve(OutputNames.WORKBOOK),
                    CheckedFigures.status(checked, unread),
                    CheckedFigures.sheet(checked));
            for (Map.Entry<String, String> table : tables.entrySet()) {
                Files.writeString(part.resolve(table.getKey()), table.getValue());
            }
            Files.createDirectories(part.resolve("checked"));
            for (int i = 0; i < given.size(); i++) {
                Files.copy(
                        given.get(i),
                        part.resolve("checked")
                                .resolve((i + 1) + "-" + given.get(i).getFileName()));
            }
            FileHashes.record(part);
            Files.move(part, target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to + ": " + e.getMessage(), e);
        } finally {
            delete(part);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
