package org.folkmoot.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.folkmoot.server.identity.Invitations;
import org.folkmoot.server.platform.DatabaseAddress;
import org.folkmoot.server.platform.EmbeddedPostgres;
import org.folkmoot.server.platform.TemporaryFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Starts the workbench: `folkmoot serve`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the workbench in this terminal. Ctrl-C stops it.")
public final class Server implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default ${DEFAULT-VALUE}, this machine only).")
    private String address = "127.0.0.1";

    @Option(
            names = "--database-url",
            description = "PostgreSQL 15 or later to use instead of the embedded one, as a JDBC URL. User and password "
                    + "are taken from FOLKMOOT_DATABASE_USER and FOLKMOOT_DATABASE_PASSWORD.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--new-administrator-link",
            paramLabel = "EMAIL",
            description =
                    "Prints a one-time link by which the person with this e-mail address becomes an administrator "
                            + "and sets a new password: for when no administrator can sign in.")
    private @Nullable String administrator;

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Spec
    private CommandSpec spec;

    private Server() {}

    /// The commands that need the database; all others are the command line's own program.
    @Command(name = "folkmoot", mixinStandardHelpOptions = true, description = "The workbench.")
    private static final class Folkmoot {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Folkmoot())
                .addSubcommand(new Server())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new BundleCommand())
                .execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Running running;
        try {
            running = start(home(), databaseUrl, address, port, site.settings(System.getenv()));
        } catch (IllegalStateException e) {
            spec.commandLine().getErr().println("folkmoot: " + e.getMessage());
            return 3;
        }
        String stated = this.site.publicUrl(System.getenv());
        String site = stated.isEmpty()
                ? "http://" + ("127.0.0.1".equals(address) ? "localhost" : address) + ":" + running.port()
                : stated;
        out.println("Folkmoot is at " + site);
        running.firstAdministrator().ifPresent(link -> {
            out.println("There is no administrator yet. Open this link once, within seven days, to become it:");
            out.println("  " + site + link);
        });
        if (administrator != null) {
            out.println("Open this link once, within seven days, to administer the site as " + administrator + ":");
            out.println("  " + site + running.administrator(administrator));
        }
        out.flush();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(running::close));
        new CountDownLatch(1).await();
        return 0;
    }

    static Path home() {
        String stated = System.getenv("FOLKMOOT_HOME");
        return stated != null && !stated.isBlank()
                ? Path.of(stated)
                : Path.of(System.getProperty("user.home"), ".folkmoot");
    }

    /// A database of one's own, with the user and password of the environment.
    static DatabaseAddress external(String url) {
        return new DatabaseAddress(
                url,
                System.getenv().getOrDefault("FOLKMOOT_DATABASE_USER", "folkmoot"),
                System.getenv().getOrDefault("FOLKMOOT_DATABASE_PASSWORD", ""));
    }

    /// Starts database and web server.
    ///
    /// @param databaseUrl null for the embedded database
    /// @param port 0 for any that is free
    /// @param settings of Spring, as `--name=value`
    static Running start(Path home, @Nullable String databaseUrl, String address, int port, List<String> settings) {
        EmbeddedPostgres embedded = databaseUrl == null ? EmbeddedPostgres.start(home) : null;
        DatabaseAddress database = embedded == null
                ? external(String.valueOf(databaseUrl))
                : new DatabaseAddress(embedded.url(), embedded.user(), embedded.password());
        try {
            Path temporary = TemporaryFiles.below(home);
            List<String> all = new ArrayList<>(settings);
            all.add("--folkmoot.temporary=" + temporary);
            all.add("--server.tomcat.basedir=" + temporary.resolve("web"));
            return new Running(application(database, InstantSource.system(), address, port, all), embedded);
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw new IllegalStateException("the workbench does not start: " + rootMessage(e), e);
        }
    }

    /// Starts the web server on a database that is up.
    ///
    /// @param clock by which everything is dated and expires
    /// @param port 0 for any that is free
    /// @param settings of Spring, as `--name=value`
    static ConfigurableApplicationContext application(
            DatabaseAddress database, InstantSource clock, String address, int port, List<String> settings) {
        SpringApplication application = new SpringApplication(Workbench.class);
        application.setBannerMode(Banner.Mode.OFF);
        // Two contexts may use the same word for a part of theirs.
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("server.port", port, "server.address", address));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("databaseAddress", database);
            context.getBeanFactory().registerSingleton("clock", clock);
        });
        return application.run(settings.toArray(String[]::new));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /// The Spring application.
    @SpringBootApplication
    static class Workbench {}

    /// A workbench that is up.
    record Running(
            ConfigurableApplicationContext context,
            @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
        int port() {
            return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        }

        Optional<String> firstAdministrator() {
            return context.getBean(Invitations.class).forFirstAdministrator();
        }

        String administrator(String email) {
            return context.getBean(Invitations.class).forAdministrator(email);
        }

        @Override
        public void close() {
            context.close();
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
