package org.folkmoot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/// One run of a command inside the test's own process.
///
/// @param exit exit code
/// @param out standard output
/// @param err standard error
record CommandRun(int exit, String out, String err) {
    static CommandRun of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Folkmoot.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
