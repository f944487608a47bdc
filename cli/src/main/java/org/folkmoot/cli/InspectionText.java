package org.folkmoot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Inspection;
import org.folkmoot.corpus.read.Inspection.ColumnView;
import org.folkmoot.corpus.read.Inspection.FileView;
import org.folkmoot.corpus.read.Inspection.SheetView;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.Role;
import picocli.CommandLine.Help.Ansi;

/// A reading as plain text of at most 110 columns, for an analyst to check.
final class InspectionText {
    private static final int WIDTH = 110;
    private static final int RUN = 4;

    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();

    InspectionText(Ansi ansi) {
        this.ansi = ansi;
    }

    String of(Reading reading) {
        Inspection inspection = reading.inspection();
        inspection.files().forEach(this::file);
        if (!inspection.columns().isEmpty()) {
            line("");
            line("%s, %s".formatted(count(inspection.rows(), "row"), inspection.arrangement()));
            line("");
            columns(inspection.columns());
        }
        if (reading instanceof Reading.Read read) {
            line("");
            summary(read);
        }
        inspection.notes().forEach(note -> wrapped("Note: ", note + "."));
        if (!text.isEmpty()) {
            line("");
        }
        faults(reading.faults());
        return text.toString();
    }

    private void file(FileView file) {
        line(bold(clean(file.name())) + ": " + file.format() + ", " + file.details());
        for (SheetView sheet : file.sheets()) {
            String name = sheet.name().isEmpty() ? "" : "sheet \"" + clean(sheet.name()) + "\": ";
            String where = sheet.headerRow() > 1 ? " (to row " + sheet.headerRow() + ")" : "";
            line("  %s%s%s, %s, %s%s"
                    .formatted(
                            name,
                            sheet.header(),
                            where,
                            count(sheet.columns(), "column"),
                            count(sheet.rows(), "row"),
                            sheet.read() ? "" : "; not read"));
        }
        file.unread().forEach(sheet -> line("  not read: " + clean(sheet)));
    }

    private void columns(List<ColumnView> columns) {
        line(bold("%-5s%-17s%-8s%9s%9s  %s".formatted("Col", "Role", "Id", "Filled", "Distinct", "Header, samples")));
        for (int i = 0; i < columns.size(); i++) {
            int end = i;
            while (end < columns.size() && isAlike(columns.get(i), columns.get(end))) {
                end++;
            }
            if (end - i >= RUN) {
                ignored(columns.subList(i, end));
                i = end - 1;
            } else {
                column(columns.get(i));
            }
        }
    }

    private static boolean isAlike(ColumnView one, ColumnView other) {
        return one.role() == Role.IGNORE
                && other.role() == Role.IGNORE
                && one.why().equals(other.why());
    }

    private void ignored(List<ColumnView> run) {
        String names = run.stream().map(c -> clean(c.name())).collect(Collectors.joining("; "));
        String start = "%-5s%-17s%-8s%9s%9s  ".formatted(run.getFirst().letters(), "ignore", "", "", "");
        line(start
                + "%d columns, to %s: %s"
                        .formatted(
                                run.size(),
                                run.getLast().letters(),
                                run.getFirst().why()));
        line(" ".repeat(start.length()) + fit(names, WIDTH - start.length()));
    }

    private void column(ColumnView column) {
        String start = "%-5s%-17s%-8s%9s%9s  "
                .formatted(
                        column.letters(),
                        column.role().label(),
                        fit(column.questionId(), 7),
                        "%,d".formatted(column.filled()),
                        column.distinct() < 0 ? "many" : "%,d".formatted(column.distinct()));
        String indent = " ".repeat(start.length());
        int room = WIDTH - start.length();
        String header = column.text().equals(column.name()) ? column.name() : column.name() + ": " + column.text();
        line(start + fit(clean(header), room));
        if (column.role() == Role.IGNORE) {
            line(indent + fit("(" + column.why() + ")", room));
            return;
        }
        if (!column.explains().isEmpty()) {
            line(indent + "explains " + column.explains());
        }
        line(indent + fit(samples(column), room));
    }

    private static String samples(ColumnView column) {
        if (column.filled() == 0) {
            return "(empty)";
        }
        if (column.role() == Role.IDENTIFIER) {
            return "(personal: not shown)";
        }
        if (column.role() == Role.OPEN || column.role() == Role.ANSWER) {
            return "%.0f words on average: “%s”"
                    .formatted(column.meanWords(), clean(column.samples().getFirst()));
        }
        var shown = new ArrayList<String>();
        column.samples().forEach(s -> shown.add(fit(clean(s), 24)));
        return String.join(" · ", shown);
    }

    private void summary(Reading.Read read) {
        var consultation = read.consultation();
        boolean folded = read.rows() > consultation.received();
        line(bold("%s received %s %s%s"
                .formatted(
                        count(read.rows(), "row"),
                        folded ? "make" : "=",
                        count(consultation.responses().size(), "response"),
                        consultation.excluded().isEmpty()
                                ? ""
                                : " + " + consultation.excluded().size() + " excluded")));
        var reasons = new java.util.TreeMap<String, Integer>();
        consultation.excluded().forEach(e -> reasons.merge(e.reason(), 1, Integer::sum));
        reasons.forEach((reason, n) -> line("  excluded: %,d %s".formatted(n, reason)));
    }

    private void faults(List<Fault> faults) {
        long errors = faults.stream()
                .filter(f -> f.severity() == Fault.Severity.ERROR)
                .count();
        if (faults.isEmpty()) {
            line("No problems found.");
            return;
        }
        line(bold(
                errors == 0
                        ? count(faults.size(), "warning") + "; the file can be read."
                        : "%s, %s; nothing is analysed until the errors are gone."
                                .formatted(count(errors, "error"), count(faults.size() - errors, "warning"))));
        for (Fault fault : faults) {
            boolean error = fault.severity() == Fault.Severity.ERROR;
            String severity = error ? ansi.string("@|bold,red ERROR|@") : ansi.string("@|yellow WARNING|@");
            line("");
            line("%s %s".formatted(severity, clean(where(fault))));
            wrapped("  ", clean(fault.message()) + ".");
            wrapped("  → ", clean(fault.remedy()) + ".");
        }
    }

    private static String where(Fault fault) {
        Source at = fault.source();
        String where = at.row() > 0
                ? at.toString()
                : at.sheet().isEmpty() ? at.file() : at.file() + ", sheet \"" + at.sheet() + "\"";
        return fault.column().isEmpty() ? where : where + ", column " + fit(fault.column(), 50);
    }

    private static String count(long n, String noun) {
        return "%,d %s%s".formatted(n, noun, n == 1 ? "" : "s");
    }

    private String bold(String words) {
        return ansi.enabled() ? "\u001B[1m" + words + "\u001B[0m" : words;
    }

    /// One line of harmless characters: a cell must not be able to move the cursor or colour the screen.
    static String clean(String cell) {
        var clean = new StringBuilder();
        cell.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean unseen = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.UNASSIGNED
                    || type == Character.SURROGATE;
            if (space) {
                boolean first = !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ';
                clean.append(first ? " " : "");
            } else {
                clean.appendCodePoint(unseen ? '\uFFFD' : c);
            }
        });
        return clean.toString().strip();
    }

    static String fit(String words, int width) {
        if (words.length() <= width) {
            return words;
        }
        int end = Math.max(1, width - 1);
        end -= Character.isHighSurrogate(words.charAt(end - 1)) ? 1 : 0;
        return words.substring(0, end).stripTrailing() + "…";
    }

    private void wrapped(String lead, String words) {
        var line = new StringBuilder(lead);
        String indent = " ".repeat(lead.length());
        for (String word : words.split(" ", -1)) {
            if (line.length() + word.length() + 1 > WIDTH && line.length() > lead.length()) {
                line(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        line(line.toString().stripTrailing());
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
