package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.corpus.read.RolesFile;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditLog.Actor;
import org.folkmoot.server.consultation.Comparison.Choice;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings files into a consultation: received, looked at, and imported when a person says so.
@Component
class ImportingFiles {
    private final ReceivedFiles files;
    private final ReadingFiles reading;
    private final AskedQuestions questions;
    private final Imports imports;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ImportingFiles(
            ReceivedFiles files,
            ReadingFiles reading,
            AskedQuestions questions,
            Imports imports,
            AuditLog audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.files = files;
        this.reading = reading;
        this.questions = questions;
        this.imports = imports;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// A file as it comes in.
    ///
    /// @param name as its sender named it, in whatever form
    record Upload(String name, Path content) {}

    /// Keeps a file, unless the same bytes are there already.
    ReceivedFiles.Receipt receive(long consultation, Upload upload, Actor actor) {
        String sha256 = Sha256.of(upload.content());
        String name = plain(upload.name());
        return transact(() -> {
            try {
                ReceivedFiles.Receipt receipt = files.add(
                        consultation,
                        name,
                        upload.content(),
                        sha256,
                        java.util.Objects.requireNonNull(actor.person()),
                        clock.instant());
                if (receipt == ReceivedFiles.Receipt.NEW) {
                    audit.append(consultation, actor, "file.received", "file " + name, Map.of("sha256", sha256));
                }
                return receipt;
            } catch (IOException e) {
                throw new UncheckedIOException("an uploaded file could not be read again", e);
            }
        });
    }

    /// The last part of a path, without what a file system or a terminal could misunderstand.
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Arrival.storable(last)
                .replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", " ")
                .strip();
        int dot = clean.lastIndexOf('.');
        String end = dot >= 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        String stem = clean.substring(0, clean.length() - end.length()).replaceAll("^[.\\-\\s]+", "");
        int most = 60;
        int cut = stem.codePointCount(0, stem.length()) > most ? stem.offsetByCodePoints(0, most) : stem.length();
        return (stem.isEmpty() ? "file" : stem.substring(0, cut)) + end;
    }

    /// What a batch holds and what its import would do.
    ///
    /// @param comparison null where errors forbid the import
    record Preview(Opened opened, @Nullable Comparison comparison) {}

    /// Reads a batch and compares it with what is there. Nothing is changed.
    Preview preview(long consultation, String batch) {
        List<ReceivedFile> all = files.of(consultation);
        Opened opened = reading.read(Batch.find(all, batch), all);
        return switch (opened.reading()) {
            case Reading.Refused _ -> new Preview(opened, null);
            case Reading.Read read -> new Preview(opened, transact(() -> compare(consultation, opened, read)));
        };
    }

    private Comparison compare(long consultation, Opened opened, Reading.Read read) {
        String name = opened.batch().files().getFirst().name();
        return Comparison.of(opened, read, questions.of(consultation), imports.stock(consultation, name));
    }

    /// What a person says of a batch.
    ///
    /// @param sheets to read, null for those stated before; none to choose again
    /// @param headerRows rows down to the last header row, null for as stated before
    /// @param columns what they are, null for as stated before; with other sheets or header rows, which make other
    ///     columns, null to guess
    record Stated(
            @Nullable List<String> sheets,
            @Nullable Integer headerRows,
            @Nullable List<Roles.Column> columns) {
        private String over(Batch batch) {
            String stated = batch.roles();
            Roles before = stated == null ? Roles.NONE : ReadingFiles.parse(stated);
            boolean relaid = sheets != null || headerRows != null;
            return RolesFile.write(new Roles(
                    "",
                    sheets == null ? before.sheets() : sheets,
                    headerRows == null ? before.headerRows() : headerRows,
                    columns != null ? columns : relaid ? List.of() : before.columns()));
        }
    }

    /// Notes what a person says of a batch.
    void state(long consultation, String batch, Stated stated) {
        Batch found = Batch.find(files.of(consultation), batch);
        files.state(found.ids(), stated.over(found));
    }

    /// Reads a batch as it would be read if a person said this of it. Nothing is changed.
    Opened trial(long consultation, String batch, Stated stated) {
        Batch found = Batch.find(files.of(consultation), batch);
        return reading.readAs(found, stated.over(found));
    }

    /// Takes a batch back before it is imported; its bytes are kept.
    void withdraw(long consultation, String batch, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            Batch found = Batch.find(files.of(consultation), batch);
            files.settle(found.ids(), ReceivedFile.State.WITHDRAWN);
            audit.append(consultation, actor, "file.withdrawn", subject(found), Map.of());
        });
    }

    /// What a person decided on changed responses, and on those that the batch lacks.
    ///
    /// @param others for those not decided one by one
    /// @param byKey by `Comparison.Change.key`
    /// @param replaces id of the imported file whose place the batch takes: those of its responses that the
    ///     batch lacks count no longer; 0 for none
    record Choices(Choice others, Map<String, Choice> byKey, long replaces) {
        static final Choices REPLACE = new Choices(Choice.REPLACE, Map.of(), 0);

        Choice of(Comparison.Change change) {
            return byKey.getOrDefault(change.key(), others);
        }
    }

    /// What an import did.
    record Outcome(int added, int replaced, int known, int excluded, int withdrawn) {}

    /// Imports a batch, all of it or nothing.
    ///
    /// @throws Refused if it cannot be imported as it is, or was imported meanwhile
    Outcome importBatch(long consultation, String batch, Choices choices, Actor actor) {
        List<ReceivedFile> all = files.of(consultation);
        Opened opened = reading.read(Batch.find(all, batch), all);
        if (!(opened.reading() instanceof Reading.Read read)) {
            throw Refused.conflict("file-faulty");
        }
        return transact(() -> {
            imports.lock(consultation);
            if (!files.settle(opened.batch().ids(), ReceivedFile.State.IMPORTED)) {
                throw Refused.conflict("file-imported");
            }
            files.keepRoles(opened.batch().ids(), RolesFile.write(read.roles()));
            return store(consultation, opened, read, choices, actor);
        });
    }

    private Outcome store(long consultation, Opened opened, Reading.Read read, Choices choices, Actor actor) {
        Comparison comparison = compare(consultation, opened, read);
        Map<String, Long> ids = storeQuestions(consultation, comparison.matching());
        String type = read.consultation().respondentTypeId();
        for (int q = 0; type != null && q < comparison.matching().places().size(); q++) {
            if (read.consultation().questions().get(q).id().equals(type)) {
                imports.nameGroups(
                        consultation,
                        comparison.matching().places().get(q).question().id());
            }
        }
        Sorted sorted = Sorted.of(comparison, choices);
        List<Exclusion> excluded = new ArrayList<>(read.consultation().excluded());
        excluded.addAll(sorted.excluded());
        imports.add(consultation, sorted.delivery(), opened::fileOf, ids);
        imports.exclude(consultation, excluded, opened::fileOf);
        imports.note(consultation, faults(read), opened::fileOf);
        List<Long> withdrawn = comparison.missing().getOrDefault(choices.replaces(), List.of()).stream()
                .map(Comparison.Standing::response)
                .toList();
        imports.withdraw(withdrawn, opened.batch().ids().getFirst());
        imports.takeBack(consultation, comparison.known());
        Outcome outcome = new Outcome(
                sorted.delivery().arrivals().size()
                        - sorted.delivery().replaced().size(),
                sorted.delivery().replaced().size(),
                comparison.known().size(),
                excluded.size(),
                withdrawn.size());
        events.publishEvent(new ResponsesImported(consultation, actor));
        audit.append(
                consultation,
                actor,
                "file.imported",
                subject(opened.batch()),
                Map.of(
                        "added", outcome.added(),
                        "replaced", outcome.replaced(),
                        "excluded", outcome.excluded(),
                        "withdrawn", outcome.withdrawn()));
        return outcome;
    }

    private static List<Fault> faults(Reading.Read read) {
        List<Fault> faults = new ArrayList<>(read.faults());
        boolean replaced = read.consultation().responses().stream()
                .anyMatch(response -> response.values().stream()
                        .anyMatch(text -> !Arrival.storable(text).equals(text)));
        if (replaced) {
            faults.add(new Fault(
                    Fault.Severity.WARNING,
                    "broken-characters",
                    new Source("", "", 0),
                    "",
                    "some texts hold characters that no text can have; each was replaced by one sign",
                    "compare with the source if single characters matter"));
        }
        return faults;
    }

    /// Responses by what becomes of them.
    private record Sorted(Imports.Delivery delivery, List<Exclusion> excluded) {
        static Sorted of(Comparison comparison, Choices choices) {
            List<Arrival> arrivals = new ArrayList<>(comparison.fresh());
            Map<String, Long> replaced = new LinkedHashMap<>();
            List<Exclusion> excluded = new ArrayList<>();
            Set<String> names = new HashSet<>(comparison.taken());
            for (Arrival known : comparison.known()) {
                excluded.add(new Exclusion(known.source(), known.respondent(), "already received"));
            }
            for (Comparison.Change change : comparison.changed()) {
                Arrival arrival = change.arrival();
                switch (choices.of(change)) {
                    case REPLACE -> {
                        arrivals.add(arrival);
                        replaced.put(arrival.fingerprint(), change.current());
                    }
                    case KEEP ->
                        excluded.add(
                                new Exclusion(arrival.source(), arrival.respondent(), "changed version not accepted"));
                    case ADD -> {
                        String name = Comparison.anotherName(arrival.respondent(), names);
                        names.add(name);
                        arrivals.add(arrival.as(name));
                    }
                }
            }
            return new Sorted(new Imports.Delivery(arrivals, replaced), excluded);
        }
    }

    private Map<String, Long> storeQuestions(long consultation, Matching matching) {
        int next = questions.of(consultation).stream()
                        .mapToInt(AskedQuestion::position)
                        .max()
                        .orElse(0)
                + 1;
        Map<String, Long> ids = new HashMap<>();
        for (Matching.Place place : matching.places()) {
            AskedQuestion asked = place.existing();
            Question question = place.question();
            ids.put(
                    question.id(),
                    asked != null
                            ? asked.id()
                            : questions.add(consultation, next++, question).id());
        }
        return new TreeMap<>(ids);
    }

    private static String subject(Batch batch) {
        String first = "file " + batch.files().getFirst().name();
        int others = batch.files().size() - 1;
        return others == 0 ? first : first + " and " + others + " more";
    }

    private <T> T transact(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
