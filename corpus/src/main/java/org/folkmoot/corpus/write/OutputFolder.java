package org.folkmoot.corpus.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.report.Report;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;

/// The folder a run writes: report, tables, manifest, and the hashes of them all.
///
/// Everything is written beside the folder first and moved into place at the end, so that a run that fails or is
/// stopped leaves nothing half-written and the earlier output untouched. The same analysis gives the same bytes,
/// except `timings.json`.
public final class OutputFolder {
    private static final String STAGE = "writing the results";

    private final Path folder;
    private final Crew crew;

    private OutputFolder(Path folder, Crew crew) {
        this.folder = folder;
        this.crew = crew;
    }

    /// The same, its files written by a crew side by side.
    public OutputFolder by(Crew writers) {
        return new OutputFolder(folder, writers);
    }

    /// Files of other tools that can be written as well.
    public enum Format {
        /// ThemeFinder's folder of JSON files, as its evaluation data has it.
        THEMEFINDER,
        /// The folder that Consult imports.
        CONSULT
    }

    /// A folder to be written, after checking that nothing of value is lost: it does not exist, is empty, or holds an
    /// output of Folkmoot that nobody has edited or added to.
    ///
    /// @param replace whether to replace the folder whatever it holds
    /// @throws IllegalArgumentException if something of value would be lost, naming it and the remedy
    public static OutputFolder at(Path folder, boolean replace) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new IllegalArgumentException(folder + " is a file: name a folder to write to");
        }
        if (absolute.getParent() == null) {
            throw new IllegalArgumentException(folder + " is the root of the disk: name a folder to write to");
        }
        requireWritable(folder, absolute.getParent());
        if (!replace && Files.isDirectory(absolute) && !isEmpty(absolute)) {
            refuseToLose(folder, absolute);
        }
        return new OutputFolder(absolute, new Crew(1));
    }

    /// Tries now what would otherwise fail when all the work is done.
    private static void requireWritable(Path given, Path beside) {
        Path there = beside;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempDirectory(there, ".folkmoot"));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    given + " cannot be written: " + there + " takes no new folder; choose another folder", e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static void refuseToLose(Path given, Path folder) {
        if (!Files.exists(folder.resolve(OutputNames.FILES))) {
            throw new IllegalArgumentException(
                    given + " is not empty and not an output of Folkmoot: choose another folder or say to replace it");
        }
        SortedMap<String, String> recorded = FileHashes.recorded(folder);
        List<String> edited = new ArrayList<>();
        FileHashes.present(folder).forEach((name, hash) -> {
            if (!hash.equals(recorded.get(name))) {
                edited.add(name);
            }
        });
        if (!edited.isEmpty()) {
            throw new IllegalArgumentException(given
                    + " holds files that were edited or added since they were written ("
                    + String.join(", ", edited.subList(0, Math.min(5, edited.size())))
                    + (edited.size() > 5 ? ", …" : "")
                    + "): choose another folder or say to replace it");
        }
    }

    /// Writes an analysis.
    ///
    /// @param timings name to value, for `timings.json`
    /// @param formats other tools' files to write as well
    /// @throws UncheckedIOException if the disk refuses; nothing half-written remains
    public void write(Analysis analysis, SortedMap<String, String> timings, Set<Format> formats, Progress progress) {
        Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
        try {
            delete(part);
            Files.createDirectories(part);
            writeInto(part, analysis, timings, formats, progress);
            moveIntoPlace(part);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder + ": " + reason(e), e);
        } finally {
            delete(part);
        }
    }

    /// Of some failures the message is but the file's name.
    private static String reason(IOException e) {
        return e instanceof FileSystemException failure && failure.getReason() == null
                ? e.getClass().getSimpleName() + " " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    /// Writes a file.
    private interface Writing {
        void write() throws IOException;

        default void unchecked() {
            try {
                write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void writeInto(
            Path part, Analysis analysis, SortedMap<String, String> timings, Set<Format> formats, Progress progress)
            throws IOException {
        List<Table> tables = Tables.of(analysis);
        Path report = part.resolve(OutputNames.REPORT);
        Files.createDirectories(report.getParent());
        // What takes longest first, so that all end at about the same time.
        List<Writing> files = new ArrayList<>();
        files.add(() -> Files.writeString(report, Report.html(analysis)));
        files.add(() -> Workbook.write(
                Stream.concat(Stream.of(Tables.about(analysis)), tables.stream())
                        .toList(),
                part.resolve(OutputNames.WORKBOOK)));
        tables.forEach(table -> files.add(() -> CsvSheet.write(table, part)));
        try {
            crew.run(STAGE, files.size(), progress, file -> files.get(file).unchecked());
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        for (Format format : new TreeSet<>(formats)) {
            ForeignFolder.write(part.resolve(format.name().toLowerCase(Locale.ROOT)), format, analysis);
        }
        ManifestFile.write(part.resolve(OutputNames.MANIFEST), analysis.manifest());
        ManifestFile.write(part.resolve(OutputNames.TIMINGS), timings);
        ManifestFile.write(part.resolve(OutputNames.FILES), FileHashes.present(part));
    }

    private void moveIntoPlace(Path part) throws IOException {
        Path old = folder.resolveSibling("." + folder.getFileName() + ".old");
        delete(old);
        boolean replaces = Files.exists(folder);
        if (replaces) {
            Files.move(folder, old);
        }
        try {
            Files.move(part, folder);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, folder);
            }
            throw e;
        }
        delete(old);
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
