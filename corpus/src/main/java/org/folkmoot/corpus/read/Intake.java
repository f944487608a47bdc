package org.folkmoot.corpus.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Inspection.ColumnView;
import org.folkmoot.corpus.read.Inspection.FileView;
import org.folkmoot.corpus.read.Inspection.SheetView;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;

/// One reading from files to consultation: open, lay out, choose sheets, settle roles, assemble.
final class Intake {
    /// An input with its sheets.
    record Opened(Path path, FileContent content, List<Layout> layouts) {}

    private static final Set<String> BARE_NAMES = Set.of("responses", "answers", "results", "data", "export");

    private final Roles stated;
    private final Limits limits;
    private final Progress progress;
    private final Faults faults;
    private final List<String> notes = new ArrayList<>();
    private final List<FileView> views = new ArrayList<>();
    private List<ColumnView> columns = List.of();
    private String arrangement = "";
    private int rows;

    Intake(Roles stated, Limits limits, Progress progress) {
        this.stated = stated;
        this.limits = limits;
        this.progress = progress;
        this.faults = new Faults(limits.shown());
    }

    Reading read(List<Path> inputs) {
        var opened = new ArrayList<Opened>();
        for (Path input : inputs) {
            FileContent content = open(input);
            if (content != null) {
                var layouts = content.grids().stream()
                        .map(g -> Layout.of(g, stated.headerRows(), faults))
                        .toList();
                opened.add(new Opened(input, content, layouts));
            }
        }
        var sheets = new SheetChoice(stated, opened, faults);
        Layout base = sheets.base();
        Set<Layout> used = base == null ? Set.of() : sheets.alike(base);
        for (Opened o : opened) {
            views.add(view(o, used));
        }
        if (base == null) {
            return refused();
        }
        Table table = sheets.table(base, used);
        rows = table.rows();
        new RowChecks(limits, faults).check(table);
        if (faults.anyError()) {
            return refused();
        }
        if (rows == 0) {
            faults.error(
                    "no-rows",
                    base.grid().source(),
                    "",
                    "there is a header but no response below it",
                    "export the responses again");
        }
        List<ColumnProfile> profiles = table.profiles();
        List<RoleGuess> roles =
                new Settling(stated, opened.getFirst().content.known(), faults).settle(table, base.style(), profiles);
        List<Roles.Column> settled =
                Settling.columns(table, roles, stated, opened.getFirst().content.known());
        arrangement = arrangement(settled);
        columns = views(table, profiles, roles, settled, List.of());
        if (rows > 0) {
            checkAnswers(base, settled);
        }
        new Mojibake(faults).check(table, settled);
        if (faults.anyError()) {
            return refused();
        }
        var aside = opened.stream().flatMap(o -> o.content.aside().stream()).toList();
        rows += aside.size();
        return assemble(inputs, table, profiles, roles, settled, aside);
    }

    private Reading assemble(
            List<Path> inputs,
            Table table,
            List<ColumnProfile> profiles,
            List<RoleGuess> roles,
            List<Roles.Column> settled,
            List<Exclusion> aside) {
        if (settled.stream().noneMatch(c -> c.role() == Role.RESPONDENT)) {
            notes.add("no column holds a respondent id: row numbers are taken as ids");
        }
        String title = stated.title().isEmpty() ? title(inputs.getFirst()) : stated.title();
        var assembly = new Assembly(table, settled, aside, faults, progress);
        Consultation consultation = assembly.build(title);
        if (faults.anyError()) {
            return refused();
        }
        checkPairs(consultation);
        if (faults.anyError()) {
            return refused();
        }
        if (assembly.folded() > 0) {
            notes.add("%,d rows make %,d responses"
                    .formatted(rows, consultation.responses().size()));
        }
        columns = views(table, profiles, roles, settled, consultation.questions());
        var used = new Roles(title, sheets(table), stated.headerRows(), settled);
        return new Reading.Read(consultation, used, rows, inspection());
    }

    private void checkPairs(Consultation consultation) {
        for (Question question : consultation.questions(Question.Kind.OPEN)) {
            String pair = question.pairedWith();
            boolean known = pair == null
                    || consultation.questions(Question.Kind.CLOSED).stream().anyMatch(q -> q.id().equals(pair));
            if (!known) {
                faults.error(
                        "unknown-pair",
                        new Source("roles", "", 0),
                        question.id(),
                        "explains \"%s\", which is no closed question".formatted(pair),
                        "write the id of a closed question, or none");
            }
        }
    }

    private static List<String> sheets(Table table) {
        return table.parts().stream()
                .map(p -> p.grid().sheet())
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
    }

    private Reading refused() {
        return new Reading.Refused(faults.all(), inspection());
    }

    private Inspection inspection() {
        return new Inspection(views, columns, arrangement, rows, notes);
    }

    /// The file's name, or its folder's where the file's says nothing ("responses.xlsx").
    private static String title(Path input) {
        Path path = input.toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && !Files.isDirectory(input) ? name.substring(0, dot) : name;
        Path folder = path.getParent();
        if (BARE_NAMES.contains(stem.toLowerCase(Locale.ROOT)) && folder != null && folder.getFileName() != null) {
            stem = folder.getFileName().toString();
        }
        return Heading.of(stem.replace('_', ' ').replace('-', ' ').strip());
    }

    private @Nullable FileContent open(Path input) {
        Path name = input.getFileName();
        var whole = new Source(name == null ? input.toString() : name.toString(), "", 0);
        try {
            if (!Files.exists(input)) {
                faults.error("missing-file", whole, "", "there is no such file: " + input, "check the path");
            } else if (!Files.isReadable(input)) {
                faults.error(
                        "unreadable-file",
                        whole,
                        "",
                        "the file may not be read by you",
                        "change its permissions or copy it");
            } else if (Files.isDirectory(input)) {
                return folder(input);
            } else {
                return file(input);
            }
        } catch (Unreadable e) {
            if (!faults.all().contains(e.fault())) {
                faults.add(e.fault());
            }
        } catch (IOException e) {
            faults.error(
                    "read-failed",
                    whole,
                    "",
                    "the file could not be read to its end: " + e.getMessage(),
                    "check the disk or fetch the file again");
        }
        return null;
    }

    private FileContent folder(Path folder) throws IOException, Unreadable {
        if (ConsultFolder.isOne(folder)) {
            return ConsultFolder.read(folder, limits, faults, progress);
        }
        if (Letters.anyIn(folder)) {
            return new Letters(limits, faults, progress).folder(folder);
        }
        throw Format.refuse(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                "directory",
                "a folder without letters (PDF, DOCX, EML, TXT) that is no Consult input folder either",
                "name the files in it, for example all its CSV files");
    }

    private FileContent file(Path path) throws IOException, Unreadable {
        String name = path.getFileName().toString();
        return switch (Format.of(path, faults)) {
            case DELIMITED -> new DelimitedFile(path, limits, faults, progress).read();
            case XLSX -> new XlsxFile(path, limits, Set.copyOf(stated.sheets()), faults, progress).read();
            case ODS -> new OdsFile(path, limits, Set.copyOf(stated.sheets()), faults, progress).read();
            case JSON -> new JsonFile(path, name, limits, faults, progress).read();
            case LETTER -> new Letters(limits, faults, progress).one(path);
        };
    }

    private void checkAnswers(Layout base, List<Roles.Column> settled) {
        boolean question = settled.stream().anyMatch(c -> c.role() == Role.QUESTION);
        boolean answer = settled.stream().anyMatch(c -> c.role() == Role.ANSWER);
        if (question != answer) {
            faults.error(
                    "half-long",
                    base.grid().source(),
                    "",
                    "the roles question and answer go together, and only one of them is given",
                    "give both, or neither");
        } else if (!answer && settled.stream().noneMatch(c -> c.role() == Role.OPEN)) {
            faults.error(
                    "no-open-question",
                    base.grid().source(),
                    "",
                    "no column looks like an open question with answers to analyse",
                    "give a column the role \"open\", an open question; on the command line with --write-roles of inspect");
        }
    }

    private static String arrangement(List<Roles.Column> settled) {
        return settled.stream().anyMatch(c -> c.role() == Role.ANSWER)
                ? "long: a row for each answer"
                : "wide: a row for each respondent, a column for each question";
    }

    private static FileView view(Opened opened, Set<Layout> used) {
        var sheets = opened.layouts.stream()
                .map(l -> new SheetView(
                        l.grid().sheet(),
                        l.style().label(),
                        l.first() == 0 ? 0 : l.grid().source(l.first() - 1).row(),
                        l.rows(),
                        l.heads().size(),
                        used.contains(l)))
                .toList();
        String name = opened.path.getFileName().toString();
        return new FileView(name, opened.content.format(), opened.content.details(), sheets, opened.content.unread());
    }

    private static List<ColumnView> views(
            Table table,
            List<ColumnProfile> profiles,
            List<RoleGuess> roles,
            List<Roles.Column> settled,
            List<Question> questions) {
        var views = new ArrayList<ColumnView>();
        int next = 0;
        for (int c = 0; c < table.heads().size(); c++) {
            Layout.Head head = table.heads().get(c);
            ColumnProfile p = profiles.get(c);
            Role role = settled.get(c).role();
            boolean asked =
                    role == Role.OPEN || role == Role.CLOSED || role == Role.ABOUT_YOU || role == Role.RESPONDENT_TYPE;
            Question question = asked && next < questions.size() ? questions.get(next++) : null;
            String text = settled.get(c).text();
            views.add(new ColumnView(
                    Grid.letters(head.column()),
                    head.name(),
                    text.isEmpty() ? head.text() : text,
                    role,
                    roles.get(c).why(),
                    question == null ? "" : question.id(),
                    question == null || question.pairedWith() == null ? "" : question.pairedWith(),
                    p.filled(),
                    p.tracked() ? p.distinct() : -1,
                    p.meanWords(),
                    p.samples()));
        }
        return views;
    }
}
