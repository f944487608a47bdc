package org.folkmoot.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// The whole workbench for a test class: a database of its own, the server on a free port, people to sign in as.
///
/// ```java
/// private static final TestWorkbench WORKBENCH = TestWorkbench.start();
///
/// @AfterAll static void stop() { WORKBENCH.close(); }
///
/// Person lead = WORKBENCH.person("Lena Lead");
/// long consultation = WORKBENCH.consultation("Buses", lead);
/// Answer page = WORKBENCH.signIn(lead).get("/consultations/" + consultation);
/// ```
public final class TestWorkbench implements AutoCloseable {
    /// What everybody here signs in with.
    public static final String PASSWORD = "correct horse battery";

    private static final String PASSWORD_HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    private final DatabaseAddress database;
    private final TestClock clock = new TestClock();
    private final JdbcClient owner;
    private final Path temporary;
    private final ConfigurableApplicationContext context;

    private TestWorkbench(List<String> settings) {
        database = TestDatabase.create();
        owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        temporary = Path.of("target", "temporary", database.url().replaceAll(".*/", ""))
                .toAbsolutePath();
        List<String> all = new ArrayList<>(settings);
        all.add("--folkmoot.temporary=" + temporary);
        all.add("--server.tomcat.basedir=" + temporary.resolve("web"));
        context = Server.application(database, clock, "127.0.0.1", 0, all);
    }

    /// @param settings of Spring, as `--name=value`
    public static TestWorkbench start(String... settings) {
        return new TestWorkbench(List.of(settings));
    }

    /// Someone who can sign in.
    public record Person(long id, String name, String email) {}

    /// A new person without any role.
    public Person person(String name) {
        return add(name, false);
    }

    /// A new person who administers the site.
    public Person administrator(String name) {
        return add(name, true);
    }

    private Person add(String name, boolean administrator) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        long id = owner.sql("""
                        INSERT INTO person (email, name, password, site_admin, created_at) VALUES (?, ?, ?, ?, ?)
                        RETURNING id""")
                .params(email, name, PASSWORD_HASH, administrator, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        return new Person(id, name, email);
    }

    /// A new consultation with nothing in it, led by somebody.
    public long consultation(String title, Person lead) {
        long id = owner.sql("INSERT INTO consultation (title, created_at) VALUES (?, ?) RETURNING id")
                .params(title, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        join(id, lead, Role.LEAD);
        return id;
    }

    /// Gives somebody a role in a consultation.
    public void join(long consultation, Person person, Role role) {
        owner.sql("INSERT INTO membership (person_id, consultation_id, role) VALUES (?, ?, ?)")
                .params(person.id(), consultation, role.name())
                .update();
    }

    /// A new person with a role in a consultation.
    public Person member(long consultation, String name, Role role) {
        Person person = person(name);
        join(consultation, person, role);
        return person;
    }

    /// A browser without script, nobody signed in.
    public TestClient stranger() {
        return new TestClient(url());
    }

    /// A browser without script in which somebody has signed in.
    public TestClient signIn(Person person) {
        TestClient client = stranger();
        client.signIn(person.email(), PASSWORD);
        return client;
    }

    /// Where it is, without a slash at the end.
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /// Sends the head of a request as it stands, nothing after it, and reads all that comes back.
    public String rawRequest(String head) {
        int port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A part of the running application.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// One of several parts of a type.
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// A token of somebody's for the REST interface, good for a day and for all that they may do.
    public String token(Person person) {
        String token = "test-token-" + person.id() + "-" + UUID.randomUUID();
        owner.sql("""
                        INSERT INTO api_token (person_id, name, token_hash, created_at, expires_at, allows)
                        VALUES (?, 'test', sha256(convert_to(?, 'UTF8')), ?, ?, 'ADMINISTER')""")
                .params(
                        person.id(),
                        token,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
                .update();
        return token;
    }

    /// The time by which it works.
    public TestClock clock() {
        return clock;
    }

    /// Its database as the owner, whom no policy stops: to arrange and to look.
    public JdbcClient owner() {
        return owner;
    }

    /// Every file that the program keeps for a while, uploads that it has not taken in yet included.
    public List<Path> temporaryFiles() {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where its database is.
    public DatabaseAddress database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        TestDatabase.drop(database);
    }
}
