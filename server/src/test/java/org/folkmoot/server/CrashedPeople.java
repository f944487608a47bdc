package org.folkmoot.server;

import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.server.Acknowledged.Deed;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.text.Progress;

/// The people of the crash test, each at work in their own browser until the server is gone: they import, run, shape
/// themes, decide, read blind, adjudicate and sign off, and note what was acknowledged.
final class CrashedPeople {
    static final String PASSWORD = "correct horse battery";
    private static final Path EXAMPLE = Path.of("..", "examples", "ai-in-public-services", "responses.csv");
    private static final int DRAWN = 5;
    private static final int MOST_BROUGHT = 6;
    private static final long PAUSE = 30_000_000;

    /// What is being done when the server is killed.
    enum Phase {
        IMPORT,
        RUN,
        REVIEW,
        SIGN_OFF
    }

    /// Everyone but the first, with their roles in the consultation.
    static final Map<String, String> ROLES = Map.of(
            "ivo",
            "LEAD",
            "edda",
            "ANALYST",
            "carl",
            "ANALYST",
            "cora",
            "ANALYST",
            "rosa",
            "REVIEWER",
            "rufus",
            "REVIEWER");

    /// The consultation that all work on.
    ///
    /// @param question id of its open question, whose code is `Q2`
    /// @param readers ids of those who read blind
    record Place(long consultation, long question, List<Long> readers) {
        String path(String rest) {
            return "/consultations/" + consultation + rest;
        }
    }

    private final Acknowledged acknowledged;
    private final AtomicInteger marks = new AtomicInteger();
    private final List<String> texts = texts();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Phase, Semaphore> begun =
            Map.of(Phase.IMPORT, new Semaphore(0), Phase.REVIEW, new Semaphore(0), Phase.SIGN_OFF, new Semaphore(0));

    CrashedPeople(Acknowledged acknowledged) {
        this.acknowledged = acknowledged;
    }

    private static List<String> texts() {
        Consultation example = switch (Reading.read(List.of(EXAMPLE), null, Limits.DEFAULT, Progress.SILENT)) {
            case Reading.Read read -> read.consultation();
            case Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
        int column = example.indexOf(example.questions(Question.Kind.OPEN).getFirst());
        return example.responses().stream()
                .map(response -> response.values().get(column))
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// Counts how often a phase was begun; a new count from now on.
    Semaphore begun(Phase phase) {
        Semaphore semaphore = begun.getOrDefault(phase, new Semaphore(0));
        semaphore.drainPermits();
        return semaphore;
    }

    private void begin(Phase phase) {
        begun.getOrDefault(phase, new Semaphore(0)).release();
    }

    /// What the server answered with a status of 500 and more while nobody was killing it.
    Queue<String> faults() {
        return faults;
    }

    /// One person with their browser.
    final class Worker implements Runnable {
        private final String name;
        private final TestClient browser;
        private final Place place;
        private final Random random;
        private final java.util.function.BooleanSupplier dying;
        private final List<String> themes = new ArrayList<>();
        private int brought;
        private long last;

        Worker(String name, TestClient browser, Place place, long seed, java.util.function.BooleanSupplier dying) {
            this.name = name;
            this.browser = browser;
            this.place = place;
            this.random = new Random(seed);
            this.dying = dying;
        }

        @Override
        public void run() {
            try {
                browser.signIn(name + "@example.org", PASSWORD);
                while (true) {
                    switch (name) {
                        case "ada" -> lead();
                        case "ivo" -> bringIn();
                        case "edda" -> edit();
                        case "carl", "cora" -> decide();
                        default -> read();
                    }
                }
            } catch (RuntimeException | AssertionError e) {
                // The server was killed in the middle of an answer; anything else is a fault.
                if (!dying.getAsBoolean() || e.getCause() instanceof HttpTimeoutException) {
                    faults.add(name + ": " + e);
                }
            }
        }

        private Answer heard(String path, Answer answer) {
            if (answer.status() >= 500 && !dying.getAsBoolean()) {
                faults.add(answer.status() + " from " + path);
            }
            return answer;
        }

        private Answer post(String path, String... fields) {
            return heard(path, browser.post(path, fields));
        }

        private boolean acknowledges(Deed deed, String mark, Answer answer) {
            boolean yes = answer.status() == 303;
            if (yes) {
                acknowledged.add(deed, mark);
            }
            return yes;
        }

        private String mark(String what) {
            return what + "-" + marks.incrementAndGet();
        }

        private void lead() {
            String title = mark("opened");
            acknowledges(Deed.OPENED, title, post("/consultations", "title", title));
            String note = mark("version");
            begin(Phase.SIGN_OFF);
            acknowledges(Deed.SIGNED_OFF, note, post(place.path("/themes/Q2/sign-off"), "mark", "", "note", note));
            Answer drawn = post(
                    place.path("/quality"),
                    "question",
                    Long.toString(place.question()),
                    "plan",
                    "SIMPLE",
                    "n",
                    Integer.toString(DRAWN),
                    "reader",
                    place.readers().get(0).toString(),
                    "reader",
                    place.readers().get(1).toString());
            String sample = drawn.location().replaceAll(".*/quality/(\\d+).*", "$1");
            acknowledges(Deed.DRAWN, "sample " + sample, drawn);
            adjudicate();
        }

        private void adjudicate() {
            String quality = browser.get(place.path("/quality")).body();
            Matcher latest = Pattern.compile("/quality/(\\d+)\"").matcher(quality);
            if (!latest.find()) {
                return;
            }
            String path = place.path("/quality/" + latest.group(1) + "/adjudicate");
            for (Answer page = browser.get(path); page.status() == 200; page = browser.get(path)) {
                String theme = found("name=\"theme\" value=\"([^\"]+)\"", page).getFirst();
                String answer = found("name=\"answer\" value=\"(\\d+)\"", page).getFirst();
                String reason = mark("adjudicated");
                begin(Phase.REVIEW);
                Answer given = post(path, "answer", answer, "theme", theme, "reason", reason);
                acknowledges(Deed.ADJUDICATED, reason + "|" + theme, given);
            }
        }

        /// Late answers for the consultation and larger files for new ones, by turns and only a few in each life of the
        /// server, since each is followed by a run; after these, files that are withdrawn.
        private void bringIn() {
            boolean isLate = brought % 2 == 0;
            String files = place.path("/files");
            boolean isTaken = brought++ < MOST_BROUGHT;
            if (isTaken && !isLate) {
                String title = mark("opened");
                Answer opened = post("/consultations", "title", title);
                acknowledges(Deed.OPENED, title, opened);
                files = opened.location().replaceAll("/files$", "") + "/files";
            }
            String name = mark("file") + (isLate ? "-4r8.csv" : "-300r303.csv");
            begin(Phase.IMPORT);
            byte[] content = isLate ? table(name, 4) : large(name);
            acknowledges(Deed.RECEIVED, name, heard(files, browser.upload(files, "files", name, content)));
            settle(files, isTaken);
            post(place.path("/questions/" + place.question() + "/runs"));
        }

        /// Imports or withdraws whatever waits, what an earlier life of the server left waiting included.
        private void settle(String files, boolean isTaken) {
            Matcher waiting = Pattern.compile("/files/(\\d+)\">[^<]*<span[^>]*> ([^<]+)</span>")
                    .matcher(browser.get(files).body());
            while (waiting.find()) {
                String file = files + "/" + waiting.group(1);
                begin(Phase.IMPORT);
                if (!isTaken || random.nextInt(4) == 0) {
                    acknowledges(Deed.WITHDRAWN, waiting.group(2), post(file + "/withdraw"));
                } else {
                    acknowledges(Deed.IMPORTED, waiting.group(2), post(file + "/import"));
                }
            }
        }

        private void edit() {
            if (themes.isEmpty()) {
                themes.addAll(found("id=\"theme-([^\"]+)\"", browser.get(place.path("/themes/Q2"))));
            }
            String theme = themes.get(random.nextInt(themes.size()));
            String headline = mark("headline");
            begin(Phase.REVIEW);
            Answer renamed =
                    post(place.path("/themes/Q2/edits"), "edit", "rename", "theme", theme, "headline", headline);
            Matcher entry = Pattern.compile("changed=(\\d+)").matcher(renamed.location());
            if (!entry.find()) {
                themes.clear();
                return;
            }
            acknowledges(Deed.RENAMED, headline, renamed);
            long number = Long.parseLong(entry.group(1));
            if (random.nextBoolean() && change("/undo", number, true) && random.nextBoolean()) {
                change("/redo", number, false);
            }
        }

        private boolean change(String way, long entry, boolean undone) {
            acknowledged.trying(entry);
            Answer answer = post(place.path("/themes/Q2" + way), "entry", Long.toString(entry));
            boolean done = answer.location().contains("changed=");
            if (done) {
                acknowledged.undone(entry, undone);
            }
            return done;
        }

        private void decide() {
            Answer next = post(
                    place.path("/code/" + place.question() + "/next"), "order", "RANDOM", "after", Long.toString(last));
            Matcher answer = Pattern.compile("/code/\\d+/(\\d+)").matcher(next.location());
            boolean found = answer.find();
            last = found ? Long.parseLong(answer.group(1)) : 0;
            // Some are left for blind samples.
            if (last % 3 == 0) {
                LockSupport.parkNanos(PAUSE);
                return;
            }
            String item = place.path("/code/" + place.question() + "/" + answer.group(1));
            List<String> offered = found("name=\"theme\" value=\"([^\"]+)\"", browser.get(item));
            if (offered.isEmpty()) {
                return;
            }
            String theme = offered.get(random.nextInt(offered.size()));
            String note = mark("decision");
            begin(Phase.REVIEW);
            Answer given = post(item, "action", "save", "theme", theme, "note", note, "order", "RANDOM");
            acknowledges(Deed.DECIDED, note + "|" + theme, given);
        }

        private void read() {
            Matcher sample = Pattern.compile("/reading/(\\d+)\"")
                    .matcher(browser.get(place.path("/reading")).body());
            Answer next = sample.find() ? browser.get(place.path("/reading/" + sample.group(1))) : null;
            if (next == null || !next.location().matches(".*/reading/\\d+/\\d+")) {
                LockSupport.parkNanos(PAUSE);
                return;
            }
            List<String> offered = found("name=\"theme\" value=\"([^\"]+)\"", browser.get(next.location()));
            String theme = offered.get(name.equals("rosa") ? 0 : random.nextInt(2));
            String note = mark("reading");
            begin(Phase.REVIEW);
            acknowledges(Deed.READ, note + "|" + theme, post(next.location(), "theme", theme, "note", note));
        }
    }

    private static List<String> found(String pattern, Answer page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    /// Answers to a closed and an open question.
    ///
    /// @param name in which the rows are told apart from those of other files
    byte[] table(String name, int rows) {
        StringBuilder csv = new StringBuilder("id,Q1. Do you agree?,Q2. Why do you say so?\n");
        for (int i = 0; i < rows; i++) {
            String text = texts.get(Math.floorMod(name.hashCode() + i, texts.size()));
            csv.append(name).append('-').append(i).append(i % 3 == 0 ? ",No,\"" : ",Yes,\"");
            csv.append(text.replace("\"", "\"\"")).append("\"\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Many answers to the closed question and three to the open one.
    private byte[] large(String name) {
        StringBuilder csv = new StringBuilder(new String(table(name, 3), StandardCharsets.UTF_8));
        for (int i = 3; i < 300; i++) {
            csv.append(name).append('-').append(i).append(i % 3 == 0 ? ",No,\n" : ",Yes,\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
