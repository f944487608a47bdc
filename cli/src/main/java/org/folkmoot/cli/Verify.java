package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.verify.Verification;
import org.folkmoot.corpus.verify.Verification.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Re-checks an output folder.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Re-check an output folder: every row accounted for, every quote word for word, every file as written.",
            "Exit code 0 if all is well, 1 if something is not."
        })
final class Verify implements Callable<Integer> {
    private static final int MOST_FINDINGS = 100;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            description = "An output folder of folkmoot, or a bundle taken out of the workbench.")
    Path folder;

    Verify() {}

    @Override
    public Integer call() {
        if (Files.isRegularFile(folder)) {
            spec.commandLine()
                    .getErr()
                    .println("folkmoot: " + folder
                            + " is a file: give the folder that analyse or code wrote, or a bundle of the workbench,"
                            + " which is a zip file");
            return Folkmoot.BAD_INPUT;
        }
        Verification verification;
        try {
            verification = Verification.of(folder);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("folkmoot: " + e.getMessage());
            return Folkmoot.BAD_INPUT;
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Check check : verification.checks()) {
            int findings = check.findings().size();
            String result = findings == 0 ? "fine" : String.format("%,d finding%s", findings, findings == 1 ? "" : "s");
            out.printf("%-28s %-44s %s%n", check.name(), check.checked(), result);
        }
        verification.checks().forEach(check -> list(check.findings(), out));
        out.flush();
        return verification.isSound() ? Folkmoot.FINE : Folkmoot.FINDINGS;
    }

    private static void list(List<String> findings, PrintWriter out) {
        findings.stream().limit(MOST_FINDINGS).forEach(out::println);
        if (findings.size() > MOST_FINDINGS) {
            out.printf("… and %,d more of the same kind%n", findings.size() - MOST_FINDINGS);
        }
    }
}
