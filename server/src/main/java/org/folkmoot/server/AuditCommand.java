package org.folkmoot.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.server.audit.AuditExtract;
import org.folkmoot.server.audit.ChainCheck;
import org.folkmoot.server.audit.ChainCheck.Broken;
import org.folkmoot.server.audit.ChainCheck.Sound;
import org.folkmoot.server.audit.KeptChains;
import org.folkmoot.server.platform.DatabaseAddress;
import org.folkmoot.server.platform.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Verifies the record of what was done: `folkmoot audit verify`.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "The record of what was done.")
final class AuditCommand {
    @Spec
    private CommandSpec spec;

    AuditCommand() {}

    /// @return 0 if every chain is sound, 1 if one is broken, 3 if they cannot be read
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Recomputes the hash chains of the audit log and says where one is broken first. Works whether "
                            + "or not the workbench runs.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:Every chain is sound.", "1:A chain is broken.", "2:Wrong usage.", "3:Cannot be read."})
    int verify(
            @Option(
                            names = "--consultation",
                            paramLabel = "N",
                            description = "Only this one; 0 is the site's own chain.")
                    @Nullable
                    Long consultation,
            @Option(
                            names = "--head",
                            paramLabel = "SEQ:HASH",
                            description = "A head noted elsewhere before: the chain must still hold it.")
                    @Nullable
                    String head,
            @Option(names = "--database-url", description = "The database to read, as for serve.") @Nullable
                    String databaseUrl,
            @Option(names = "--file", description = "An extract to verify instead of a database.") @Nullable
                    Path file) {
        ChainCheck.Anchor anchor = anchor(head);
        if (anchor != null && consultation == null && file == null) {
            throw new ParameterException(spec.commandLine(), "--head needs --consultation or --file");
        }
        try {
            return report(file != null ? fromFile(file, anchor) : fromDatabase(databaseUrl, consultation, anchor));
        } catch (IOException | SQLException | AuditExtract.Unreadable | IllegalStateException e) {
            spec.commandLine().getErr().println("folkmoot: cannot verify: " + e.getMessage());
            return 3;
        }
    }

    private ChainCheck.@Nullable Anchor anchor(@Nullable String head) {
        if (head == null) {
            return null;
        }
        return ChainCheck.Anchor.parse(head)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--head is a number, a colon and 64 hexadecimal digits: " + head));
    }

    private static List<ChainCheck.Verdict> fromFile(Path file, ChainCheck.@Nullable Anchor anchor)
            throws IOException, AuditExtract.Unreadable {
        try (BufferedReader extract = Files.newBufferedReader(file)) {
            return List.of(AuditExtract.check(extract, anchor));
        }
    }

    private static List<ChainCheck.Verdict> fromDatabase(
            @Nullable String url, @Nullable Long chain, ChainCheck.@Nullable Anchor anchor) throws SQLException {
        if (url != null) {
            return check(Server.external(url), chain, anchor);
        }
        Path home = Server.home();
        Optional<DatabaseAddress> running = EmbeddedPostgres.running(home);
        if (running.isPresent()) {
            return check(running.get(), chain, anchor);
        }
        if (!Files.isDirectory(home.resolve("data"))) {
            throw new IllegalStateException("there is no database below " + home);
        }
        try (EmbeddedPostgres started = EmbeddedPostgres.start(home)) {
            return check(new DatabaseAddress(started.url(), started.user(), started.password()), chain, anchor);
        }
    }

    private static List<ChainCheck.Verdict> check(
            DatabaseAddress database, @Nullable Long chain, ChainCheck.@Nullable Anchor anchor) throws SQLException {
        List<ChainCheck.Verdict> verdicts = new ArrayList<>();
        try (Connection connection = database.open()) {
            KeptChains chains = new KeptChains(connection);
            for (long one : chain == null ? chains.all() : List.of(chain)) {
                verdicts.add(chains.check(one, anchor));
            }
        }
        return verdicts;
    }

    private int report(List<ChainCheck.Verdict> verdicts) {
        PrintWriter out = spec.commandLine().getOut();
        int exit = 0;
        for (ChainCheck.Verdict verdict : verdicts) {
            String name = verdict.chain() == 0 ? "site" : "consultation " + verdict.chain();
            switch (verdict) {
                case Sound sound -> out.println(name + ": sound, head " + sound.head());
                case Broken broken -> {
                    out.println(name + ": BROKEN at entry " + broken.sequence() + ": " + broken.reason());
                    exit = 1;
                }
            }
        }
        out.flush();
        return exit;
    }
}
