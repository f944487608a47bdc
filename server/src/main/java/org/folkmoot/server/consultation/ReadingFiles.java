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
import org.folkmoot.corpus.read.Role;
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
            return new Opened(batch, read(paths, batch.roles(), all), names);
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
        List<ColumnView> columns = guessed.inspection().columns();
        return all.stream()
                .filter(file -> file.state() == ReceivedFile.State.IMPORTED && file.roles() != null)
                .findFirst()
                .map(file -> like(columns, parse(String.valueOf(file.roles()))))
                .filter(roles -> differ(columns, roles))
                .map(roles -> Reading.read(paths, roles, LIMITS, QUIET))
                .orElse(guessed);
    }

    private static Roles parse(String yaml) {
        return switch (RolesFile.parse(yaml, "roles")) {
            case RolesFile.Stated stated -> stated.roles();
            case RolesFile.Faulty faulty ->
                throw new IllegalStateException("stored roles cannot be read: " + faulty.faults());
        };
    }

    private static Roles like(List<ColumnView> columns, Roles earlier) {
        Map<String, Role> roles = new HashMap<>();
        earlier.columns().forEach(column -> roles.put(column.name(), column.role()));
        return new Roles(
                "",
                List.of(),
                -1,
                columns.stream()
                        .map(column ->
                                new Roles.Column(column.name(), roles.getOrDefault(column.name(), column.role())))
                        .toList());
    }

    private static boolean differ(List<ColumnView> columns, Roles roles) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() != roles.columns().get(i).role()) {
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
