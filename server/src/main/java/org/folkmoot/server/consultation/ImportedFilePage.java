package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One imported file: as what its columns were read, what was found wrong, and which rows were set aside.
@RestController
public final class ImportedFilePage {
    private final Pages pages;
    private final ReceivedFiles files;
    private final FileRecords records;

    ImportedFilePage(Pages pages, ReceivedFiles files, FileRecords records) {
        this.pages = pages;
        this.files = files;
        this.records = records;
    }

    /// @param columns none for a letter
    public record Model(
            long consultation,
            ReceivedFile file,
            List<Roles.Column> columns,
            List<Fault> faults,
            List<Exclusion> excluded) {}

    @Needs(Right.IMPORT)
    @GetMapping("/consultations/{consultation}/files/imported/{file}")
    ResponseEntity<String> file(@PathVariable long consultation, @PathVariable long file, Asker asker) {
        ReceivedFile found = files.of(consultation).stream()
                .filter(one -> one.id() == file && one.state() == ReceivedFile.State.IMPORTED)
                .findFirst()
                .orElseThrow(Refused::notFound);
        String roles = found.roles();
        return pages.show(
                "consultation/file-imported.jte",
                asker.in(consultation, "files"),
                new Model(
                        consultation,
                        found,
                        roles == null ? List.of() : ReadingFiles.parse(roles).columns(),
                        PageFaults.of(records.faults(found)),
                        records.excluded(found)));
    }
}
