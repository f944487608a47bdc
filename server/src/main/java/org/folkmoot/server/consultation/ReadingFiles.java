package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.read.Inspection.ColumnView;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.corpus.read.RolesFile;
import org.folkmoot.server.platform.TemporaryFiles;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads received files, all of which are taken as hostile: under limits, in a private folder that is gone afterwards.
@Component
class ReadingFiles {
    private static final Progress QUIET = (_, _, _) -> {};
    static final Limits LIMITS = new Limits(1_000_000, 4_096, 50_000_000, 2_000_000, 100, 1L << 30, 300, 10_000, 50);

    private final ReceivedFiles files;
    private final TemporaryFiles temporary;

    ReadingFiles(ReceivedFiles files, TemporaryFiles temporary) {
        this.files = files;
        this.temporary = temporary;
    }

    /// Reads a batch with the roles a person stated for it; else with those of the file imported before, as far as its
    /// columns have the same names; else with guessed ones.
    Opened read(Batch batch, List<ReceivedFile> all) {
        return read(batch, batch.roles(), all);
    }

    /// Reads a batch with these roles, whatever a person stated before.
    Opened readAs(Batch batch, String roles) {
        return read(batch, roles, List.of());
    }

    private Opened read(Batch batch, @Nullable String stated, List<ReceivedFile> all) {
        Path folder = temporary.folder("received");
        try {
            Map<String, Long> names = new HashMap<>();
            List<Path> paths = new ArrayList<>();
            for (ReceivedFile file : batch.files()) {
                String name = free(file.name(), names);
                names.put(name, file.id());
                Path path = folder.resolve(name);
                files.fetch(file.id(), path);
                paths.add(path);
            }
            Map<Long, String> imported = new HashMap<>();
            all.stream()
                    .filter(file -> file.state() == ReceivedFile.State.IMPORTED)
                    .forEach(file -> imported.put(file.id(), file.name()));
            return new Opened(batch, read(paths, stated, all), names, imported);
        } catch (IOException e) {
            throw new UncheckedIOException("received files could not be put on the disk for reading", e);
        } finally {
            TemporaryFiles.delete(folder);
        }
    }

    private static Reading read(List<Path> paths, @Nullable String stated, List<ReceivedFile> all) {
        if (stated != null) {
            return Reading.read(paths, parse(stated), LIMITS, QUIET);
        }
        Reading guessed = Reading.read(paths, null, LIMITS, QUIET);
        return all.stream()
                .filter(file -> file.state() == ReceivedFile.State.IMPORTED && file.roles() != null)
                .findFirst()
                .map(file -> readLike(paths, guessed, parse(String.valueOf(file.roles()))))
                .orElse(guessed);
    }

    /// Reads as an earlier file was read: with as many header rows, if only so its columns are found, and with the
    /// roles and wordings that columns of the same names had.
    private static Reading readLike(List<Path> paths, Reading guessed, Roles earlier) {
        int headerRows = -1;
        Reading base = guessed;
        if (earlier.headerRows() >= 0 && !hasColumns(guessed, earlier)) {
            Roles layout = new Roles("", List.of(), earlier.headerRows(), List.of());
            Reading again = Reading.read(paths, layout, LIMITS, QUIET);
            if (hasColumns(again, earlier)) {
                headerRows = earlier.headerRows();
                base = again;
            }
        }
        List<ColumnView> columns = base.inspection().columns();
        Roles roles = like(columns, earlier, headerRows);
        return differ(columns, roles) ? Reading.read(paths, roles, LIMITS, QUIET) : base;
    }

    private static boolean hasColumns(Reading reading, Roles roles) {
        List<String> names =
                reading.inspection().columns().stream().map(ColumnView::name).toList();
        return roles.columns().stream().map(Roles.Column::name).allMatch(names::contains);
    }

    /// Roles as they were stored.
    static Roles parse(String yaml) {
        return switch (RolesFile.parse(yaml, "roles")) {
            case RolesFile.Stated stated -> stated.roles();
            case RolesFile.Faulty faulty ->
                throw new IllegalStateException("stored roles cannot be read: " + faulty.faults());
        };
    }

    /// The roles and wordings that columns of the same names had before.
    private static Roles like(List<ColumnView> columns, Roles earlier, int headerRows) {
        Map<String, Roles.Column> before = new HashMap<>();
        earlier.columns().forEach(column -> before.put(column.name(), column));
        return new Roles(
                "",
                List.of(),
                headerRows,
                columns.stream()
                        .map(column -> {
                            Roles.Column same = before.get(column.name());
                            return same == null
                                    ? new Roles.Column(column.name(), column.role())
                                    : new Roles.Column(column.name(), same.role(), "", same.text(), "", 0);
                        })
                        .toList());
    }

    private static boolean differ(List<ColumnView> columns, Roles roles) {
        for (int i = 0; i < columns.size(); i++) {
            Roles.Column stated = roles.columns().get(i);
            boolean said = !stated.text().isEmpty()
                    && !stated.text().equals(columns.get(i).text());
            if (said || columns.get(i).role() != stated.role()) {
                return true;
            }
        }
        return false;
    }

    private static String free(String name, Map<String, Long> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String free = name;
        for (int n = 2; taken.containsKey(free); n++) {
            free = stem + " (" + n + ")" + (dot > 0 ? name.substring(dot) : "");
        }
        return free;
    }
}
