package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.read.Inspection;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.corpus.read.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What the page of a batch shows.
@Component
public final class FileViews {
    private static final int SHOWN_CHANGES = 50;
    private static final int SHOWN_MISSING = 20;
    private static final int SAMPLE = 90;

    private final Imports imports;
    private final TransactionTemplate transactions;

    FileViews(Imports imports, TransactionTemplate transactions) {
        this.imports = imports;
        this.transactions = transactions;
    }

    /// @param sheets of the file that have names, hidden ones too
    /// @param headerRow the last header row, 0 if there is none; -1 where that is no question
    /// @param closed ids of the closed questions, which an open one may explain
    /// @param plan what an import would do, null where errors forbid it
    public record Check(
            long consultation,
            String batch,
            List<String> names,
            Inspection inspection,
            List<Inspection.SheetView> sheets,
            int headerRow,
            List<String> closed,
            List<Column> columns,
            List<Fault> errors,
            List<Fault> warnings,
            @Nullable Plan plan) {}

    /// One column, with what it becomes.
    ///
    /// @param question code it will have, empty if it is no question
    /// @param explains id of the closed question that it explains, `none` where a person said so, empty for none
    /// @param known whether the consultation has that question already
    public record Column(
            Inspection.ColumnView view, List<String> samples, String question, String explains, boolean known) {
        /// Whether it is a question, which has a wording.
        public boolean isQuestion() {
            return switch (view.role()) {
                case OPEN, CLOSED, ABOUT_YOU, RESPONDENT_TYPE -> true;
                case RESPONDENT, CONSENT, IDENTIFIER, QUESTION, ANSWER, IGNORE -> false;
            };
        }
    }

    /// @param unnamed whether rows without respondents' ids come to others that are there
    /// @param moreChanges changed responses beyond those shown
    /// @param earlier imported files of which this may be a later version
    public record Plan(
            int rows,
            int fresh,
            int known,
            int excluded,
            int newQuestions,
            boolean unnamed,
            List<Changed> changes,
            int moreChanges,
            List<Earlier> earlier) {}

    /// An imported file of whose responses some are not in the batch.
    ///
    /// @param respondents those that are not, the first few
    public record Earlier(long file, String name, int missing, List<String> respondents) {}

    /// A response that says something else than before.
    public record Changed(String key, String respondent, int row, List<Different> answers) {}

    /// One answer that differs: the same beginning and end, and between them what was and what is.
    public record Different(String question, String start, String was, String is, String end) {}

    /// The roles a column can have.
    public static List<Role> roles() {
        return List.of(Role.values());
    }

    Check of(long consultation, ImportingFiles.Preview preview) {
        Opened opened = preview.opened();
        Inspection inspection = opened.reading().inspection();
        List<Fault> faults = PageFaults.of(opened.reading().faults());
        Comparison comparison = preview.comparison();
        return new Check(
                consultation,
                opened.batch().key(),
                opened.batch().files().stream().map(ReceivedFile::name).toList(),
                inspection,
                sheets(inspection, faults),
                headerRow(opened.batch(), inspection),
                inspection.columns().stream()
                        .filter(column -> column.role() == Role.CLOSED
                                && !column.questionId().isEmpty())
                        .map(Inspection.ColumnView::questionId)
                        .toList(),
                columns(inspection, opened, comparison),
                faults.stream()
                        .filter(f -> f.severity() == Fault.Severity.ERROR)
                        .toList(),
                faults.stream()
                        .filter(f -> f.severity() == Fault.Severity.WARNING)
                        .toList(),
                comparison == null || !(opened.reading() instanceof Reading.Read read)
                        ? null
                        : plan(opened, read, comparison));
    }

    /// Those read or looked at, then those that nobody looked at because they are hidden.
    private static List<Inspection.SheetView> sheets(Inspection inspection, List<Fault> faults) {
        return Stream.concat(
                        inspection.files().stream()
                                .flatMap(file -> file.sheets().stream())
                                .filter(sheet -> !sheet.name().isEmpty()),
                        faults.stream()
                                .filter(fault -> fault.code().equals("hidden-sheet")
                                        && !fault.source().sheet().isEmpty())
                                .map(fault ->
                                        new Inspection.SheetView(fault.source().sheet(), "", 0, 0, 0, false)))
                .toList();
    }

    private static int headerRow(Batch batch, Inspection inspection) {
        if (batch.files().getFirst().isLetter()) {
            return -1;
        }
        return inspection.files().stream()
                .flatMap(file -> file.sheets().stream())
                .filter(Inspection.SheetView::read)
                .mapToInt(Inspection.SheetView::headerRow)
                .findFirst()
                .orElse(-1);
    }

    private static List<Column> columns(Inspection inspection, Opened opened, @Nullable Comparison comparison) {
        String roles = opened.batch().roles();
        Set<String> alone = new HashSet<>();
        for (Roles.Column stated : roles == null
                ? List.<Roles.Column>of()
                : ReadingFiles.parse(roles).columns()) {
            if (stated.explains().equals(Roles.Column.NONE)) {
                alone.add(stated.name());
            }
        }
        Map<String, Matching.Place> places = new HashMap<>();
        if (comparison != null && opened.reading() instanceof Reading.Read read) {
            for (int q = 0; q < comparison.matching().places().size(); q++) {
                places.put(
                        read.consultation().questions().get(q).id(),
                        comparison.matching().places().get(q));
            }
        }
        return inspection.columns().stream()
                .map(view -> {
                    Matching.Place place = places.get(view.questionId());
                    return new Column(
                            view,
                            view.samples().stream()
                                    .limit(3)
                                    .map(FileViews::brief)
                                    .toList(),
                            place == null ? "" : place.question().id(),
                            alone.contains(view.name()) ? Roles.Column.NONE : view.explains(),
                            place != null && place.existing() != null);
                })
                .toList();
    }

    private static String brief(String text) {
        if (text.length() <= SAMPLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SAMPLE - 1)) ? SAMPLE - 1 : SAMPLE;
        return text.substring(0, end) + "…";
    }

    private Plan plan(Opened opened, Reading.Read read, Comparison comparison) {
        List<Changed> changes = new ArrayList<>();
        transactions.executeWithoutResult(_ -> comparison.changed().stream()
                .limit(SHOWN_CHANGES)
                .map(change -> changed(change, imports.answers(change.current()), comparison.matching()))
                .forEach(changes::add));
        boolean others =
                comparison.matching().fresh() < comparison.matching().places().size();
        return new Plan(
                read.rows(),
                comparison.fresh().size(),
                comparison.known().size(),
                read.consultation().excluded().size(),
                comparison.matching().fresh(),
                others && !opened.isNamed(),
                changes,
                comparison.changed().size() - changes.size(),
                comparison.missing().entrySet().stream()
                        .map(entry -> earlier(opened, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Earlier earlier(Opened opened, long file, List<Comparison.Standing> missing) {
        return new Earlier(
                file,
                opened.imported().getOrDefault(file, ""),
                missing.size(),
                missing.stream()
                        .limit(SHOWN_MISSING)
                        .map(Comparison.Standing::respondent)
                        .toList());
    }

    private static Changed changed(Comparison.Change change, SortedMap<String, String> before, Matching matching) {
        List<Different> answers = new ArrayList<>();
        TreeSet<String> asked = new TreeSet<>();
        matching.places().forEach(place -> asked.add(place.question().id()));
        for (String code : asked) {
            String was = before.getOrDefault(code, "");
            String is = change.arrival().values().getOrDefault(code, "");
            if (!was.equals(is)) {
                answers.add(different(code, was, is));
            }
        }
        return new Changed(
                change.key(),
                change.arrival().respondent(),
                change.arrival().source().row(),
                answers);
    }

    /// Compares two texts by words: what they share at the beginning and at the end is told apart from the rest.
    static Different different(String question, String was, String is) {
        int most = Math.min(was.length(), is.length());
        int start = 0;
        while (start < most && was.charAt(start) == is.charAt(start)) {
            start++;
        }
        while (start > 0 && start < most && !Character.isWhitespace(was.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < most - start && was.charAt(was.length() - 1 - end) == is.charAt(is.length() - 1 - end)) {
            end++;
        }
        while (end > 0 && !Character.isWhitespace(was.charAt(was.length() - end))) {
            end--;
        }
        return new Different(
                question,
                was.substring(0, start),
                was.substring(start, was.length() - end),
                is.substring(start, is.length() - end),
                was.substring(was.length() - end));
    }
}
