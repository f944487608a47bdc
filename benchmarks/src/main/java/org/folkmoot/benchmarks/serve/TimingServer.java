package org.folkmoot.benchmarks.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.folkmoot.benchmarks.serve.Sights.Sight;

/// Times `./folkmoot serve` on a large consultation, and says whether it keeps what was promised.
///
/// Prints Markdown. Ends with 1 if a target is missed or a page fails, with 2 if it is called wrongly. Everything goes
/// over the loopback address, to a program that it starts and stops itself.
public final class TimingServer {
    private static final int SECONDS = Integer.getInteger("seconds", 300);
    private static final int SATURATED = Integer.getInteger("saturated", 40);
    private static final Duration THINK = Duration.ofMillis(Integer.getInteger("think", 1000));
    private static final long CONSULTATION = 1;
    private static final String HERE = "/consultations/" + CONSULTATION;
    private static final int OFTEN = Integer.getInteger("often", 20);
    private static final Duration RUN = Duration.ofMinutes(20);

    private final Path launcher;
    private final Path home;
    private final Path access;
    private final List<String> targets = new ArrayList<>();
    private boolean isMissed;

    private TimingServer(Path repository, Path home) {
        this.launcher = repository.resolve("folkmoot");
        this.access = repository.resolve("docs/access.md");
        this.home = home;
    }

    /// Arguments: the repository, an empty folder to work in, the file to import.
    public static void main(String[] args) {
        if (args.length != 3) {
            System.err.println("usage: TimingServer REPOSITORY FOLDER FILE.csv");
            System.exit(2);
        }
        TimingServer timing = new TimingServer(Path.of(args[0]), Path.of(args[1]));
        timing.all(Path.of(args[2]));
        System.exit(timing.isMissed ? 1 : 0);
    }

    private void all(Path file) {
        boolean isThere = Files.exists(home.resolve("data"));
        try (Served served = Served.start(launcher, home)) {
            Team team = isThere ? Team.again(served.site()) : filled(served, file);
            served.listen();
            team.makeTokens();
            Map<String, String> questions = questions(team.lead());
            List<Sight> sights = Sights.of(access, Found.in(CONSULTATION, questions, team));
            recode(team.lead(), questions);
            cost(served, team, sights);
            twenty(served, team, sights, questions);
            saturated(served, team, sights);
            files(team, sights);
            long peak = memory(served, "in the end");
            target("memory of the JVM at the most, MiB", peak, 3 * 1024);
        }
        try (Served again = Served.start(launcher, home)) {
            target("warm start to first page", again.started(), Duration.ofSeconds(10));
        }
        System.out.println("\n## Targets\n");
        System.out.println("| what | measured | target | |\n|---|---|---|---|");
        targets.forEach(System.out::println);
    }

    /// From the first start to a consultation that a team can work on.
    private Team filled(Served served, Path file) {
        target("first start to first page", served.started(), Duration.ofSeconds(20));
        Team team = Team.of(served);
        Browser.require(team.lead().post("/consultations", "title", "Large"), 303);
        imported(team.lead(), file);
        team.join(served.site());
        run(team.lead());
        prepared(team, questions(team.lead()));
        // A file that waits for somebody to look at it: the one imported, with a line more at its end.
        Browser.require(team.lead().upload(HERE + "/files", other(file)), 303);
        memory(served, "after import and runs");
        return team;
    }

    private static Path other(Path file) {
        Path other = file.resolveSibling("late-" + file.getFileName());
        try {
            Files.copy(file, other, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(other, "\r\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return other;
    }

    private void imported(Browser lead, Path file) {
        String files = HERE + "/files";
        long start = System.nanoTime();
        Browser.Answer uploaded = Browser.require(lead.upload(files, file), 303);
        Browser.Answer check = Browser.require(lead.get(uploaded.location()), 200);
        long looked = System.nanoTime();
        List<String> form = new ArrayList<>();
        Pattern.compile("(?s)name=\"column\" value=\"([^\"]*)\".*?<option value=\"([^\"]+)\" selected")
                .matcher(check.text())
                .results()
                .forEach(column -> form.addAll(List.of("column", plain(column.group(1)), "role", column.group(2))));
        Browser.require(lead.post(uploaded.location() + "/import", form.toArray(String[]::new)), 303);
        long end = System.nanoTime();
        say("upload and check: %.1f s, import: %.1f s", (looked - start) / 1e9, (end - looked) / 1e9);
        target("import, from sending the file", Duration.ofNanos(end - start), Duration.ofSeconds(60));
    }

    private static String plain(String attribute) {
        return attribute
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// Waits for the runs that the import asked for.
    private static void run(Browser lead) {
        long start = System.nanoTime();
        while (lead.get(HERE + "/progress").status() != 204) {
            if (System.nanoTime() - start > RUN.toNanos()) {
                throw new IllegalStateException("the runs do not end");
            }
            LockSupport.parkNanos(500_000_000);
        }
        say("runs: %.1f s", (System.nanoTime() - start) / 1e9);
    }

    /// Ids of the open questions by their code.
    private static Map<String, String> questions(Browser lead) {
        Map<String, String> questions = new LinkedHashMap<>();
        Pattern.compile("<option value=\"(\\d+)\">(Q\\w+)</option>")
                .matcher(lead.get(HERE + "/quality").text())
                .results()
                .forEach(hit -> questions.put(hit.group(2), hit.group(1)));
        if (questions.size() != 3) {
            throw new IllegalStateException("three questions should be coded: " + questions);
        }
        return questions;
    }

    /// Signs off twice with an edit between, draws a blind sample, decides on a few answers.
    private static void prepared(Team team, Map<String, String> questions) {
        Browser lead = team.lead();
        String code = questions.keySet().iterator().next();
        String board = HERE + "/themes/" + code;
        signOff(lead, board);
        new Edits(lead, CONSULTATION, code, new Times()).some();
        Browser.require(
                lead.post(
                        board + "/edits",
                        "edit",
                        "set-aside",
                        "theme",
                        Found.themes(lead, CONSULTATION, code).getLast()),
                303);
        signOff(lead, board);
        List<String> draw =
                new ArrayList<>(List.of("question", String.valueOf(questions.get(code)), "plan", "SIMPLE", "n", "300"));
        Pattern.compile("name=\"reader\" [^>]*value=\"(\\d+)\"|value=\"(\\d+)\"[^>]*name=\"reader\"")
                .matcher(lead.get(HERE + "/quality").text())
                .results()
                .forEach(hit -> draw.addAll(
                        List.of("reader", Optional.ofNullable(hit.group(1)).orElseGet(() -> hit.group(2)))));
        Browser.require(lead.post(HERE + "/quality", draw.toArray(String[]::new)), 303);
        for (Team.Member analyst : team.in("analyst")) {
            questions.values().forEach(question -> decide(analyst.browser(), HERE + "/code/" + question));
        }
    }

    private static void signOff(Browser lead, String board) {
        String mark = lead.get(board).find("name=\"mark\" value=\"([^\"]+)\"");
        Browser.require(lead.post(board + "/sign-off", "mark", mark, "note", "benchmark"), 303);
    }

    private static void decide(Browser analyst, String code) {
        for (int i = 0; i < 3; i++) {
            String item = Browser.require(analyst.post(code + "/next", "order", "UNCERTAIN"), 303)
                    .location();
            Browser.require(analyst.get(item), 200);
            String path = item.substring(0, item.indexOf('?'));
            Browser.require(analyst.post(path, "action", "accept", "order", "UNCERTAIN"), 303);
        }
    }

    private void recode(Browser lead, Map<String, String> questions) {
        Times times = new Times();
        for (int round = 0; round < 3; round++) {
            new Edits(lead, CONSULTATION, questions.keySet().iterator().next(), times).each();
        }
        System.out.println("\n## Re-coding after an edit, nobody else at work (ms)\n");
        System.out.println("| edit of 20,000 answers | n | median | p95 | p99 | max |\n|---|---|---|---|---|---|");
        times.lines().forEach((name, line) -> System.out.println(line.row(name)));
        target(
                "re-coding after an edit, the slowest, ms",
                (long) times.together().most(),
                2000);
    }

    /// Processor time does not depend on what else the machine does.
    private void cost(Served served, Team team, List<Sight> sights) {
        List<Sight> pages = sights.stream().filter(sight -> !sight.isFile()).toList();
        new Walk(team.members(), pages, Duration.ZERO).oneByOne(Math.min(4, OFTEN), _ -> {}, _ -> {});
        Map<String, Served.Spent> spent = new LinkedHashMap<>();
        Walk walk = new Walk(team.members(), pages, Duration.ZERO);
        Times times = walk.oneByOne(
                OFTEN,
                sight -> spent.put(sight.name(), served.spent()),
                sight -> spent.compute(
                        sight.name(), (_, before) -> served.spent().since(before)));
        System.out.println("\n## What a page costs: one person, one page after another (ms)\n");
        System.out.println(
                "| page | n | processor time: workbench | database | by the clock: median | max |\n|---|---|---|---|---|---|");
        times.lines().forEach((name, line) -> {
            Served.Spent of = spent.getOrDefault(name, Served.Spent.NONE);
            System.out.printf(
                    "| `%s` | %d | %.1f | %.1f | %.0f | %.0f |%n",
                    name,
                    line.count(),
                    (double) of.workbench().toMillis() / line.count(),
                    (double) of.database().toMillis() / line.count(),
                    line.p50(),
                    line.most());
        });
        failed(walk);
    }

    private void twenty(Served served, Team team, List<Sight> sights, Map<String, String> questions) {
        List<Sight> pages = sights.stream().filter(sight -> !sight.isFile()).toList();
        // Every page once by everyone, so that what is measured is a workbench at work, not one that has just begun.
        new Walk(team.members(), pages, Duration.ofMillis(200)).run(Duration.ofSeconds(Math.min(60, SECONDS)));
        Times edits = new Times();
        Walk walk = new Walk(team.members(), pages, THINK);
        Served.Spent before = served.spent();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        Thread editing = Thread.ofVirtual().start(() -> {
            Edits two = new Edits(
                    team.in("lead").getLast().browser(),
                    CONSULTATION,
                    List.copyOf(questions.keySet()).get(1),
                    edits);
            while (System.nanoTime() < end) {
                two.some();
                LockSupport.parkNanos(Math.max(0, Math.min(10_000_000_000L, end - System.nanoTime())));
            }
        });
        Times times = walk.run(Duration.ofSeconds(SECONDS));
        try {
            editing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Served.Spent spent = served.spent().since(before);
        int requests = times.together().count();
        System.out.printf(
                "%n## Twenty people at work for %d s, each looking at a page for %.1f s on average; one edits themes%n%n",
                SECONDS, THINK.toMillis() / 1000.0);
        System.out.printf(
                "%.1f pages a second; processor time a page: workbench %.1f ms, database %.1f ms; %.2f of 2 cores%n%n",
                (double) requests / SECONDS,
                (double) spent.workbench().toMillis() / requests,
                (double) spent.database().toMillis() / requests,
                (double) spent.all().toMillis() / 1000 / SECONDS);
        table("page", times);
        double worst = 0;
        for (Times.Line line : times.lines().values()) {
            worst = Math.max(worst, line.p99());
        }
        failed(walk);
        System.out.println("\nEdits meanwhile:\n");
        table("edit", edits);
        target("p99 of the slowest page, ms", (long) worst, 200);
        target(
                "re-coding while twenty people read, the slowest, ms",
                (long) edits.together().most(),
                2000);
    }

    private void saturated(Served served, Team team, List<Sight> sights) {
        Walk walk = new Walk(
                team.members(), sights.stream().filter(sight -> !sight.isFile()).toList(), Duration.ZERO);
        Served.Spent before = served.spent();
        Times times = walk.run(Duration.ofSeconds(SATURATED));
        Served.Spent spent = served.spent().since(before);
        int requests = times.together().count();
        System.out.printf(
                "%n## Saturated: twenty people who never pause, %d s%n%n%.0f pages a second; processor time a page: "
                        + "workbench %.1f ms, database %.1f ms%n%n",
                SATURATED,
                (double) requests / SATURATED,
                (double) spent.workbench().toMillis() / requests,
                (double) spent.database().toMillis() / requests);
        table("page", times);
        failed(walk);
    }

    private void files(Team team, List<Sight> sights) {
        Walk walk = new Walk(
                List.of(team.members().getFirst()),
                sights.stream().filter(Sight::isFile).toList(),
                Duration.ZERO);
        Times times = walk.everything();
        System.out.println("\n## Files, made from everything each time, one after another (ms; no target)\n");
        table("file", times);
        failed(walk);
    }

    private void failed(Walk walk) {
        walk.failures().forEach((name, why) -> {
            isMissed = true;
            System.out.println("\n**Failed:** `" + name + "`: " + why);
        });
    }

    private static void table(String what, Times times) {
        System.out.println("| " + what + " | n | median | p95 | p99 | max |\n|---|---|---|---|---|---|");
        times.lines().forEach((name, line) -> System.out.println(line.row("`" + name + "`")));
        System.out.println(times.together().row("all"));
    }

    private long memory(Served served, String when) {
        long peak = served.peakMemory();
        Served.Collected collected = served.collected();
        say(
                "memory %s: JVM %d MiB at the most (heap %d MiB, %d MiB of it in use after a full collection), longest pause of the collector %d ms",
                when,
                peak,
                collected.heap(),
                collected.live(),
                collected.longest().toMillis());
        return peak;
    }

    private void target(String what, Duration measured, Duration bound) {
        verdict(
                what,
                "%.1f s".formatted(measured.toMillis() / 1000.0),
                bound.toSeconds() + " s",
                measured.compareTo(bound) < 0);
    }

    private void target(String what, long measured, long bound) {
        verdict(what, Long.toString(measured), Long.toString(bound), measured < bound);
    }

    private void verdict(String what, String measured, String bound, boolean isMet) {
        isMissed |= !isMet;
        targets.add("| %s | %s | %s | %s |".formatted(what, measured, bound, isMet ? "met" : "missed"));
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }
}
