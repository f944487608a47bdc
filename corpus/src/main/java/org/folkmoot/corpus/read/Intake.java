package org.folkmoot.corpus.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private record Opened(Path path, FileContent content, List<Layout> layouts) {}

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
        Layout base = opened.isEmpty() ? null : base(opened);
        Set<Layout> used = base == null ? Set.of() : alike(base, opened);
        for (Opened o : opened) {
            views.add(view(o, used));
        }
        if (base == null) {
            return refused();
        }
        Table table = table(base, opened, used);
        rows = table.rows();
        checkRows(table);
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

    /// The sheet that sets the columns: one with answers before one without, then the one with most rows.
    private @Nullable Layout base(List<Opened> opened) {
        Layout best = null;
        double most = -1;
        boolean any = false;
        for (Opened o : opened) {
            for (Layout layout : o.layouts) {
                any |= layout.grid().size() > 0;
                if (layout.heads().isEmpty() || !isWanted(layout)) {
                    continue;
                }
                double score = layout.rows();
                if (o.layouts.size() > 1) {
                    var table = new Table(layout.heads(), List.of(part(layout, layout.names())));
                    boolean answers = RoleGuess.all(layout, table.profiles()).stream()
                            .anyMatch(g -> g.role() == Role.OPEN || g.role() == Role.ANSWER);
                    score += answers ? 1e9 : 0;
                }
                if (score > most) {
                    best = layout;
                    most = score;
                }
            }
        }
        if (best == null && !faults.anyError()) {
            Opened first = opened.getFirst();
            var whole = new Source(first.path.getFileName().toString(), "", 0);
            if (any && !stated.sheets().isEmpty()) {
                faults.error(
                        "no-sheet",
                        whole,
                        "",
                        "no sheet is called " + stated.sheets(),
                        "correct \"sheets\" in the roles file");
            } else {
                faults.error("empty-file", whole, "", "the file holds no cells", "export the responses again");
            }
        }
        return best;
    }

    private boolean isWanted(Layout layout) {
        return stated.sheets().isEmpty()
                || layout.grid().sheet().isEmpty()
                || stated.sheets().contains(layout.grid().sheet());
    }

    /// Sheets with the columns of the base; others are set aside with a warning, other files refused.
    private Set<Layout> alike(Layout base, List<Opened> opened) {
        var names = new HashSet<>(base.names());
        var used = new HashSet<Layout>();
        for (Opened o : opened) {
            boolean any = false;
            for (Layout layout : o.layouts) {
                boolean same = isWanted(layout) && new HashSet<>(layout.names()).equals(names);
                if (same) {
                    used.add(layout);
                    any = true;
                } else if (layout.rows() > 0 && o.layouts.size() > 1) {
                    faults.warning(
                            "sheet-not-read",
                            layout.grid().source(),
                            "",
                            "%,d rows were not read: the sheet's columns are not those of \"%s\""
                                    .formatted(layout.rows(), base.grid().sheet()),
                            "if it holds responses, read it alone: name it under \"sheets\" in a roles file");
                }
            }
            if (!any && !o.layouts.isEmpty()) {
                differs(base, o.layouts.getFirst());
            }
        }
        return used;
    }

    private void differs(Layout base, Layout other) {
        var missing = new ArrayList<>(base.names());
        missing.removeAll(other.names());
        var extra = new ArrayList<>(other.names());
        extra.removeAll(base.names());
        faults.error(
                "layout-differs",
                other.grid().source(),
                "",
                "its columns are not those of %s%s%s"
                        .formatted(base.grid().file(), listed("; missing: ", missing), listed("; only here: ", extra)),
                "give the columns the same headers, or read the files one by one");
    }

    private static String listed(String lead, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = String.join(
                ", ",
                names.stream()
                        .limit(5)
                        .map(n -> "\"" + Assembly.brief(n) + "\"")
                        .toList());
        return lead + first + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
    }

    private static Table.Part part(Layout layout, List<String> names) {
        Map<String, Integer> at = new HashMap<>();
        for (Layout.Head head : layout.heads()) {
            at.put(head.name(), head.column());
        }
        return new Table.Part(
                layout, names.stream().mapToInt(n -> at.getOrDefault(n, 0)).toArray());
    }

    private static Table table(Layout base, List<Opened> opened, Set<Layout> used) {
        var parts = new ArrayList<Table.Part>();
        for (Opened o : opened) {
            for (Layout layout : o.layouts) {
                if (used.contains(layout)) {
                    parts.add(part(layout, base.names()));
                }
            }
        }
        return new Table(base.heads(), parts);
    }

    /// Lines of text must not be longer than their header: the surplus would belong to no column.
    private void checkRows(Table table) {
        for (Table.Part part : table.parts()) {
            Grid grid = part.grid();
            int width = part.layout().first() == 0
                    ? grid.width()
                    : grid.row(part.layout().first() - 1).length;
            for (int i = part.layout().first(); grid.lines() && i < grid.size(); i++) {
                int cells = grid.row(i).length;
                if (cells < width && cells > 0) {
                    faults.warning(
                            "short-row",
                            grid.source(i),
                            "",
                            "%d cells where the header has %d; the missing ones were read as empty"
                                    .formatted(cells, width),
                            "check that no line was broken in two");
                }
                for (int c = width; c < cells; c++) {
                    if (!grid.cell(i, c).isBlank()) {
                        faults.error(
                                "long-row",
                                grid.source(i),
                                Grid.letters(c),
                                "%d cells where the header has %d".formatted(cells, width),
                                "put texts that hold the delimiter in quotation marks, or export the file again");
                        break;
                    }
                }
            }
            mergedCells(part);
        }
        if (rows > limits.rows()) {
            faults.error(
                    "too-many-rows",
                    table.parts().getFirst().grid().source(),
                    "",
                    "%,d rows in all; at most %,d are read".formatted(rows, limits.rows()),
                    "read fewer files at once");
        }
    }

    private void mergedCells(Table.Part part) {
        Layout layout = part.layout();
        int header =
                layout.first() == 0 ? 0 : part.grid().source(layout.first() - 1).row();
        for (String range : part.grid().merges()) {
            String[] corners = range.split(":", 2);
            String digits = corners[corners.length - 1].replaceAll("\\D", "");
            int last = digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
            String top = corners[0].replaceAll("\\D", "");
            int row = top.isEmpty() || top.length() > 8 ? 0 : Integer.parseInt(top);
            if (last > header) {
                faults.warning(
                        "merged-cells",
                        new Source(part.grid().file(), part.grid().sheet(), row),
                        corners[0].replaceAll("\\d", ""),
                        "cells %s are merged; the value was read once, in the first of them".formatted(range),
                        "split the cells and repeat the value if it is meant for each row");
            }
        }
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
