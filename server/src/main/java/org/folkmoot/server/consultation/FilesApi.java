package org.folkmoot.server.consultation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.read.Inspection;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.folkmoot.server.platform.TemporaryFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Importing files for programs: hand one in, look at what was recognised, correct it, import.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}/files")
class FilesApi {
    private final ReceivedFiles files;
    private final ImportingFiles importing;
    private final CheckedFiles checked;
    private final TemporaryFiles temporary;

    FilesApi(ReceivedFiles files, ImportingFiles importing, CheckedFiles checked, TemporaryFiles temporary) {
        this.files = files;
        this.importing = importing;
        this.checked = checked;
        this.temporary = temporary;
    }

    /// @param batch by which it is checked and imported, null where it no longer waits
    record Received(
            long id,
            String name,
            long size,
            ReceivedFile.State state,
            @Nullable String batch,
            long responses,
            long excluded,
            long faults) {}

    /// What became of an upload.
    ///
    /// @param known whether the same bytes were there already
    /// @param waiting batches that wait to be checked and imported
    record Handed(boolean known, List<String> waiting) {}

    /// What was recognised in a batch, and what its import would do.
    ///
    /// @param sheets of its tables, none for files without sheets
    /// @param headerRows rows down to the last header row, 0 if there is none; -1 where that is no question
    /// @param errors which forbid the import
    /// @param plan null where errors forbid it
    record Checked(
            String batch,
            List<String> names,
            int rows,
            List<Sheet> sheets,
            int headerRows,
            List<Column> columns,
            List<Fault> errors,
            List<Fault> warnings,
            FileViews.@Nullable Plan plan) {}

    /// One sheet of a table.
    ///
    /// @param read whether its rows were taken
    record Sheet(String name, int rows, int columns, boolean read) {}

    /// @param column as it is named when its role is corrected
    /// @param text the question as put
    /// @param question code it will have, empty if it is no question
    /// @param explains the column of the closed question that it explains, empty for none
    record Column(
            String column,
            String text,
            Role role,
            String question,
            String explains,
            boolean known,
            List<String> samples) {}

    /// What is to become of responses that were there and now say something else.
    ///
    /// @param changed for those not decided one by one; null for REPLACE
    /// @param one by the key of the change in the plan
    /// @param replaces id of an imported file whose place the batch takes, null for none
    record Wanted(
            Comparison.@Nullable Choice changed,
            @Nullable Map<String, Comparison.Choice> one,
            @Nullable Long replaces) {}

    @Needs(Right.IMPORT)
    @Summary("All files received, the latest first.")
    @GetMapping
    List<Received> list(@PathVariable long consultation) {
        List<ReceivedFile> all = files.of(consultation);
        List<Batch> waiting = Batch.waiting(all);
        return all.stream()
                .map(file -> new Received(
                        file.id(),
                        file.name(),
                        file.size(),
                        file.state(),
                        waiting.stream()
                                .filter(batch -> batch.ids().contains(file.id()))
                                .map(Batch::key)
                                .findFirst()
                                .orElse(null),
                        file.responses(),
                        file.excluded(),
                        file.faults()))
                .toList();
    }

    @Needs(Right.IMPORT)
    @Summary("Hands a file in. Nothing is imported before it was checked.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    Handed upload(@PathVariable long consultation, Asker asker, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        Path folder = temporary.folder("received");
        try {
            Path content = folder.resolve("content");
            file.transferTo(content);
            ReceivedFiles.Receipt receipt = importing.receive(
                    consultation,
                    new ImportingFiles.Upload(String.valueOf(file.getOriginalFilename()), content),
                    asker.actor());
            return new Handed(
                    receipt != ReceivedFiles.Receipt.NEW,
                    Batch.waiting(files.of(consultation)).stream()
                            .map(Batch::key)
                            .toList());
        } finally {
            TemporaryFiles.delete(folder);
        }
    }

    @Needs(Right.IMPORT)
    @Summary("What was recognised in a batch, every problem with its row, and what its import would do.")
    @GetMapping("/{batch}")
    Checked check(@PathVariable long consultation, @PathVariable String batch) {
        FileViews.Check check = checked.of(consultation, batch);
        return new Checked(
                check.batch(),
                check.names(),
                check.inspection().rows(),
                check.sheets().stream()
                        .map(sheet -> new Sheet(sheet.name(), sheet.rows(), sheet.columns(), sheet.read()))
                        .toList(),
                check.headerRow(),
                check.columns().stream()
                        .map(column -> new Column(
                                column.view().name(),
                                column.view().text(),
                                column.view().role(),
                                column.question(),
                                columnOf(check, column.view().explains()),
                                column.known(),
                                column.samples()))
                        .toList(),
                check.errors(),
                check.warnings(),
                check.plan());
    }

    private static String columnOf(FileViews.Check check, String question) {
        return check.columns().stream()
                .map(FileViews.Column::view)
                .filter(view -> !question.isEmpty() && view.questionId().equals(question))
                .map(Inspection.ColumnView::name)
                .findFirst()
                .orElse("");
    }

    @Needs(Right.IMPORT)
    @Summary("Says which sheets, header rows and columns a batch has and what each column is, and reads it again so.")
    @PutMapping("/{batch}/roles")
    Checked state(@PathVariable long consultation, @PathVariable String batch, @RequestBody StatedRoles roles) {
        ImportingFiles.Stated stated = roles.stated();
        roles.requireIn(importing.trial(consultation, batch, stated));
        importing.state(consultation, batch, stated);
        return check(consultation, batch);
    }

    @Needs(Right.IMPORT)
    @Summary("Imports a batch, all of it or nothing.")
    @PostMapping("/{batch}/import")
    ImportingFiles.Outcome take(
            @PathVariable long consultation,
            @PathVariable String batch,
            @RequestBody(required = false) @Nullable Wanted wanted,
            Asker asker) {
        Comparison.Choice others = wanted == null ? null : wanted.changed();
        Map<String, Comparison.Choice> one = wanted == null ? null : wanted.one();
        Long replaces = wanted == null ? null : wanted.replaces();
        return importing.importBatch(
                consultation,
                batch,
                new ImportingFiles.Choices(
                        others == null ? Comparison.Choice.REPLACE : others,
                        one == null ? Map.of() : one,
                        replaces == null ? 0 : replaces),
                asker.actor());
    }

    @Needs(Right.IMPORT)
    @Summary("Takes a batch back before it is imported.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{batch}")
    void withdraw(@PathVariable long consultation, @PathVariable String batch, Asker asker) {
        importing.withdraw(consultation, batch, asker.actor());
    }
}
