package org.folkmoot.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.server.audit.ChainCheck;
import org.folkmoot.server.consultation.BundleCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Verifies a bundle that was taken out of the workbench: `folkmoot verify bundle.zip`. Needs no database.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Re-checks a bundle taken out of the workbench: every file as written, the audit log unbroken, "
                + "every row accounted for, every quote word for word.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All is well.", "1:Something is not.", "2:Wrong usage.", "3:Cannot be read."})
final class BundleCommand implements Callable<Integer> {
    private static final int MOST_FINDINGS = 100;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "A zip file from the report page of the workbench.")
    Path bundle;

    @Option(
            names = "--head",
            paramLabel = "SEQ:HASH",
            description = "A head of the audit log noted elsewhere: the log in the bundle must hold it.")
    @Nullable
    String head;

    @Option(
            names = "--sha256",
            paramLabel = "HASH",
            description = "The hash of the bundle as it was published: the file must have it.")
    @Nullable
    String sha256;

    BundleCommand() {}

    @Override
    public Integer call() {
        ChainCheck.Anchor anchor = head == null
                ? null
                : ChainCheck.Anchor.parse(head)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "--head is a number, a colon and 64 hexadecimal digits: " + head));
        try {
            return report(BundleCheck.of(bundle, anchor));
        } catch (ZipException e) {
            spec.commandLine()
                    .getErr()
                    .println("folkmoot: cannot verify " + bundle + ": it is not a whole zip file (" + e.getMessage()
                            + "); give the bundle as the report page of the workbench exported it");
            return 3;
        } catch (IOException e) {
            spec.commandLine().getErr().println("folkmoot: cannot verify " + bundle + ": " + e.getMessage());
            return 3;
        }
    }

    private int report(BundleCheck check) {
        PrintWriter out = spec.commandLine().getOut();
        for (Check one : check.checks()) {
            int findings = one.findings().size();
            String result = findings == 0 ? "fine" : String.format("%,d finding%s", findings, findings == 1 ? "" : "s");
            out.printf("%-28s %-44s %s%n", one.name(), one.checked(), result);
        }
        check.checks().stream()
                .flatMap(one -> one.findings().stream())
                .limit(MOST_FINDINGS)
                .forEach(out::println);
        out.println("sha256 of the bundle: " + check.sha256());
        if (!check.head().isEmpty()) {
            out.println("head of its audit log: " + check.head());
        }
        boolean isPublished =
                sha256 == null || sha256.strip().toLowerCase(Locale.ROOT).equals(check.sha256());
        if (!isPublished) {
            out.println("This is not the bundle with the hash " + sha256);
        }
        out.flush();
        return check.isSound() && isPublished ? 0 : 1;
    }
}
