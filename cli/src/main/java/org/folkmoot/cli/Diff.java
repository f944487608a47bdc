package org.folkmoot.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.FormulaGuard;
import org.folkmoot.corpus.verify.Difference;
import org.folkmoot.corpus.verify.Difference.AnswerChange;
import org.folkmoot.corpus.verify.Difference.ThemeChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what moved from one output folder to another.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Say what moved between two output folders, per theme and per answer.")
final class Diff implements Callable<Integer> {
    private static final int MOST_ANSWERS = 20;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier output folder.")
    Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later output folder.")
    Path after;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every answer whose themes changed to this file.")
    @Nullable
    Path csv;

    Diff() {}

    @Override
    public Integer call() {
        Difference difference;
        try {
            difference = Difference.between(before, after);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("folkmoot: " + e.getMessage());
            return Folkmoot.BAD_INPUT;
        }
        PrintWriter out = spec.commandLine().getOut();
        themes(difference, out);
        answers(difference, out);
        out.flush();
        if (csv != null) {
            write(difference, csv);
        }
        return Folkmoot.FINE;
    }

    private static void themes(Difference difference, PrintWriter out) {
        out.printf("%-10s %-10s %8s %8s %8s %8s  %s%n", "before", "after", "answers", "now", "gained", "lost", "theme");
        for (ThemeChange theme : difference.themes()) {
            out.printf(
                    "%-10s %-10s %,8d %,8d %,8d %,8d  %s%n",
                    theme.idBefore() == null ? "new" : Shown.of(theme.idBefore()),
                    theme.idAfter() == null ? "gone" : Shown.of(theme.idAfter()),
                    theme.before(),
                    theme.after(),
                    theme.gained(),
                    theme.lost(),
                    name(theme));
        }
    }

    private static String name(ThemeChange theme) {
        boolean renamed = theme.idBefore() != null
                && theme.idAfter() != null
                && !theme.headlineBefore().equals(theme.headlineAfter());
        String headline = theme.idAfter() == null ? theme.headlineBefore() : theme.headlineAfter();
        return Shown.of(renamed ? headline + " (was: " + theme.headlineBefore() + ")" : headline);
    }

    private static void answers(Difference difference, PrintWriter out) {
        out.printf(
                "%n%,d of %,d answers changed their themes.%n",
                difference.answers().size(), difference.inBoth());
        if (difference.onlyBefore() + difference.onlyAfter() > 0) {
            out.printf(
                    "%,d answers stand only in the earlier output, %,d only in the later.%n",
                    difference.onlyBefore(), difference.onlyAfter());
        }
        for (AnswerChange answer : difference
                .answers()
                .subList(0, Math.min(MOST_ANSWERS, difference.answers().size()))) {
            StringBuilder moved = new StringBuilder();
            answer.added().forEach(id -> moved.append(" +").append(id));
            answer.removed().forEach(id -> moved.append(" -").append(id));
            out.println(Shown.of("%s, %s, row %s:%s".formatted(answer.question(), answer.file(), answer.row(), moved)));
        }
        if (difference.answers().size() > MOST_ANSWERS) {
            out.printf(
                    "… and %,d more; --csv FILE writes them all%n",
                    difference.answers().size() - MOST_ANSWERS);
        }
    }

    private static void write(Difference difference, Path file) {
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord("question", "respondent", "file", "sheet", "row", "added", "removed");
            for (AnswerChange answer : difference.answers()) {
                out.writeRecord(
                        FormulaGuard.guard(answer.question()),
                        FormulaGuard.guard(answer.respondent()),
                        FormulaGuard.guard(answer.file()),
                        FormulaGuard.guard(answer.sheet()),
                        answer.row(),
                        String.join(" | ", answer.added()),
                        String.join(" | ", answer.removed()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
