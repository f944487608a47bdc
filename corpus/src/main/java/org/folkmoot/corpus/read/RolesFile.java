package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// `roles.yaml`: a person's word on what the columns mean. Reading is strict: whatever is not understood is a
/// fault with its line.
public sealed interface RolesFile {
    /// The file was understood.
    record Stated(Roles roles) implements RolesFile {}

    /// The file was not understood; every fault names its line as the row.
    record Faulty(List<Fault> faults) implements RolesFile {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// Reads a roles file; a file that is missing or unreadable is faulty.
    static RolesFile read(Path path) {
        String file = path.getFileName().toString();
        try {
            if (Files.size(path) > 16 << 20) {
                return new Faulty(
                        List.of(fault(file, 0, "", "a roles file of more than 16 MB", "is it the right file?")));
            }
            return parse(Files.readString(path), file);
        } catch (CharacterCodingException e) {
            return new Faulty(List.of(fault(file, 0, "", "the roles file is not UTF-8 text", "save it as UTF-8")));
        } catch (IOException e) {
            return new Faulty(List.of(fault(
                    file, 0, "", "the roles file cannot be read: " + e.getMessage(), "check the path of --roles")));
        }
    }

    /// Parses the text of a roles file.
    ///
    /// @param file name for faults
    static RolesFile parse(String yaml, String file) {
        return new RolesParser(file).parse(yaml);
    }

    /// The roles as a roles file without comments, with which the same reading can be repeated.
    static String write(Roles roles) {
        return new RolesWriter(roles, Map.of()).write(false);
    }

    /// The roles as a roles file with comments, for a person to correct.
    static String draft(Roles roles, Inspection inspection) {
        Map<String, Inspection.ColumnView> views = new HashMap<>();
        inspection.columns().forEach(c -> views.put(c.name(), c));
        return new RolesWriter(roles, views).write(true);
    }

    private static Fault fault(String file, int line, String column, String message, String remedy) {
        return new Fault(ERROR, "roles", new Source(file, "", line), column, message, remedy);
    }
}
