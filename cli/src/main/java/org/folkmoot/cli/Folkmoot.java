package org.folkmoot.cli;

import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.folkmoot.corpus.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The `folkmoot` command.
///
/// Exit codes of every command: 0 fine, 1 findings, 2 wrong usage or bad input, 3 failure, 130 stopped.
@Command(
        name = "folkmoot",
        mixinStandardHelpOptions = true,
        versionProvider = Folkmoot.Current.class,
        description = "Hear everyone. Decide well. Show your working.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "Started by the same launcher, for teams and in a browser:",
            "  serve      Start the workbench.",
            "  audit      Verify its record of what was done."
        },
        subcommands = {
            Inspect.class,
            Analyse.class,
            Code.class,
            Verify.class,
            Diff.class,
            Agreement.class,
            Sample.class,
            ReportOfSample.class,
            EstimateShares.class,
            Plan.class,
            Evaluate.class
        })
public final class Folkmoot {
    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int BAD_INPUT = 2;
    static final int FAILURE = 3;
    static final int STOPPED = 130;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "On failure, show where in the program.")
    boolean debug;

    private Folkmoot() {}

    /// What `--version` prints.
    static final class Current implements IVersionProvider {
        Current() {}

        @Override
        public String[] getVersion() {
            return new String[] {"folkmoot " + Version.current()};
        }
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /// The parser with all commands, as tests run it in-process.
    static CommandLine commandLine() {
        return new CommandLine(new Folkmoot())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Folkmoot::correct)
                .setExecutionExceptionHandler(Folkmoot::explain);
    }

    /// One line for a wrong usage; the whole usage is a word away.
    private static int correct(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = String.valueOf(wrong.getMessage()).lines().collect(Collectors.joining(" "));
        command.getErr().println(name + ": " + message + " (" + name + " --help shows how)");
        return BAD_INPUT;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CancellationException) {
            command.getErr().println("folkmoot: stopped; nothing was left half-written.");
            return STOPPED;
        }
        Folkmoot root = (Folkmoot) command.getCommandSpec().root().userObject();
        if (root.debug) {
            failure.printStackTrace(command.getErr());
        } else {
            String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            command.getErr().println("folkmoot: " + message.lines().findFirst().orElse("") + " (--debug shows where)");
        }
        return FAILURE;
    }
}
