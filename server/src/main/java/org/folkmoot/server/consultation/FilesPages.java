package org.folkmoot.server.consultation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.server.consultation.Comparison.Choice;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.TemporaryFiles;
import org.folkmoot.server.platform.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The files of a consultation: hand them in, see what was recognised, correct it, import.
@RestController
@RequestMapping("/consultations/{consultation}/files")
public final class FilesPages {
    private static final String SECTION = "files";

    private final Pages pages;
    private final ReceivedFiles files;
    private final ImportingFiles importing;
    private final CheckedFiles checked;
    private final TemporaryFiles temporary;

    FilesPages(
            Pages pages,
            ReceivedFiles files,
            ImportingFiles importing,
            CheckedFiles checked,
            TemporaryFiles temporary) {
        this.pages = pages;
        this.files = files;
        this.importing = importing;
        this.checked = checked;
        this.temporary = temporary;
    }

    /// @param waiting what a person still has to look at
    /// @param imported files that are in
    public record Model(long consultation, List<Waiting> waiting, List<ReceivedFile> imported) {}

    /// Files that are looked at together.
    public record Waiting(String key, String name, int files, long size) {}

    @Needs(Right.IMPORT)
    @GetMapping
    ResponseEntity<String> list(@PathVariable long consultation, Asker asker) {
        List<ReceivedFile> all = files.of(consultation);
        List<Waiting> waiting = Batch.waiting(all).stream()
                .map(batch -> new Waiting(
                        batch.key(),
                        batch.files().getFirst().name(),
                        batch.files().size(),
                        batch.files().stream().mapToLong(ReceivedFile::size).sum()))
                .toList();
        List<ReceivedFile> imported = all.stream()
                .filter(file -> file.state() == ReceivedFile.State.IMPORTED)
                .toList();
        return pages.show(
                "consultation/files.jte", asker.in(consultation, SECTION), new Model(consultation, waiting, imported));
    }

    @Needs(Right.IMPORT)
    @PostMapping
    ResponseEntity<String> upload(
            @PathVariable long consultation, Asker asker, @RequestParam("files") List<MultipartFile> uploads)
            throws IOException {
        String here = "/consultations/" + consultation + "/files";
        int received = 0;
        int known = 0;
        Path folder = temporary.folder("received");
        try {
            for (MultipartFile upload : uploads) {
                if (upload.isEmpty()) {
                    continue;
                }
                Path content = folder.resolve("content");
                upload.transferTo(content);
                String name = String.valueOf(upload.getOriginalFilename());
                ReceivedFiles.Receipt receipt =
                        importing.receive(consultation, new ImportingFiles.Upload(name, content), asker.actor());
                received += receipt == ReceivedFiles.Receipt.NEW ? 1 : 0;
                known += receipt == ReceivedFiles.Receipt.NEW ? 0 : 1;
            }
        } finally {
            TemporaryFiles.delete(folder);
        }
        List<Batch> waiting = Batch.waiting(files.of(consultation));
        boolean straight = received > 0 && waiting.size() == 1;
        if (received + known == 0) {
            return pages.refuse(here, Words.ENGLISH.t("files.nothing-chosen"));
        }
        return pages.goTo(
                straight ? here + "/" + waiting.getFirst().key() : here,
                Words.ENGLISH.t("files.received", received, known));
    }

    @Needs(Right.IMPORT)
    @GetMapping("/{batch}")
    ResponseEntity<String> check(@PathVariable long consultation, @PathVariable String batch, Asker asker) {
        return show(HttpStatus.OK, consultation, batch, asker);
    }

    private ResponseEntity<String> show(HttpStatus status, long consultation, String batch, Asker asker) {
        return pages.show(
                status,
                "consultation/file-check.jte",
                asker.in(consultation, SECTION),
                checked.of(consultation, batch));
    }

    @Needs(Right.IMPORT)
    @PostMapping("/{batch}/check")
    ResponseEntity<String> recheck(
            @PathVariable long consultation,
            @PathVariable String batch,
            @RequestParam MultiValueMap<String, String> form) {
        importing.state(consultation, batch, stated(form));
        return pages.goTo("/consultations/" + consultation + "/files/" + batch, Words.ENGLISH.t("files.read-again"));
    }

    @Needs(Right.IMPORT)
    @PostMapping("/{batch}/import")
    ResponseEntity<String> take(
            @PathVariable long consultation,
            @PathVariable String batch,
            @RequestParam MultiValueMap<String, String> form,
            Asker asker) {
        if (form.containsKey("column")) {
            ImportingFiles.Stated stated = stated(form);
            importing.state(consultation, batch, stated);
            if (stated.sheets() != null || stated.headerRows() != null) {
                return pages.goTo(
                        "/consultations/" + consultation + "/files/" + batch, Words.ENGLISH.t("files.read-again"));
            }
        }
        try {
            ImportingFiles.Outcome outcome = importing.importBatch(consultation, batch, choices(form), asker.actor());
            return pages.goTo(
                    "/consultations/" + consultation,
                    Words.ENGLISH.t(
                            "files.imported-notice",
                            outcome.added(),
                            outcome.replaced(),
                            outcome.known(),
                            outcome.excluded(),
                            outcome.withdrawn()));
        } catch (Refused refused) {
            if ("file-faulty".equals(refused.code())) {
                return show(HttpStatus.UNPROCESSABLE_CONTENT, consultation, batch, asker);
            }
            throw refused;
        }
    }

    @Needs(Right.IMPORT)
    @PostMapping("/{batch}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable long consultation, @PathVariable String batch, Asker asker) {
        importing.withdraw(consultation, batch, asker.actor());
        return pages.goTo("/consultations/" + consultation + "/files", Words.ENGLISH.t("files.withdrawn"));
    }

    /// What the form says of columns, and of sheets and header rows where a person changed them: others make other
    /// columns, which a person should see before they are imported.
    private static ImportingFiles.Stated stated(MultiValueMap<String, String> form) {
        List<String> sheets = form.getOrDefault("sheet", List.of());
        String header = form.getFirst("header");
        boolean sheetsChanged =
                form.containsKey("sheet.was") && !sheets.equals(form.getOrDefault("sheet.was", List.of()));
        boolean headerChanged = header != null && !header.isBlank() && !header.equals(form.getFirst("header.was"));
        return new ImportingFiles.Stated(
                sheetsChanged ? sheets : null,
                headerChanged ? rows(String.valueOf(header)) : null,
                sheetsChanged || headerChanged ? null : columns(form));
    }

    private static int rows(String number) {
        if (!number.matches("\\d{1,3}")) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return Integer.parseInt(number);
    }

    private static List<Roles.Column> columns(MultiValueMap<String, String> form) {
        List<String> names = form.getOrDefault("column", List.of());
        List<String> roles = form.getOrDefault("role", List.of());
        List<String> texts = form.getOrDefault("text", List.of());
        List<String> explained = form.getOrDefault("explains", List.of());
        if (names.size() != roles.size()
                || !(texts.isEmpty() || texts.size() == names.size())
                || !(explained.isEmpty() || explained.size() == names.size())) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        List<Roles.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Role role = known(Role.class, roles.get(i));
            String text = texts.isEmpty() || texts.get(i).strip().equals(names.get(i))
                    ? ""
                    : texts.get(i).strip();
            String explains = explained.isEmpty() || role != Role.OPEN ? "" : explained.get(i);
            columns.add(new Roles.Column(names.get(i), role, "", text, explains, 0));
        }
        return columns;
    }

    private static ImportingFiles.Choices choices(MultiValueMap<String, String> form) {
        Map<String, Choice> byKey = new HashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("change.") && !values.getFirst().isEmpty()) {
                byKey.put(name.substring("change.".length()), known(Choice.class, values.getFirst()));
            }
        });
        String others = form.getFirst("changes");
        String replaces = form.getFirst("replaces");
        if (replaces != null && !replaces.matches("\\d{0,18}")) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return new ImportingFiles.Choices(
                others == null ? Choice.REPLACE : known(Choice.class, others),
                byKey,
                replaces == null || replaces.isEmpty() ? 0 : Long.parseLong(replaces));
    }

    private static <E extends Enum<E>> E known(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException _) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
    }
}
