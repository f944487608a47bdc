package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.report.SmallCells;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The first page of a consultation: what was received, what became of it, and what to do next.
@RestController
@RequestMapping("/consultations/{consultation}")
public final class Overview {
    private static final int OPTIONS = 12;
    private static final int DEEDS = 8;
    private static final int MOST_VALUES = 30;

    private final Pages pages;
    private final OverviewFigures figures;
    private final AskedQuestions questions;
    private final Runs runs;

    Overview(Pages pages, OverviewFigures figures, AskedQuestions questions, Runs runs) {
        this.pages = pages;
        this.figures = figures;
        this.questions = questions;
        this.runs = runs;
    }

    /// @param next key of the step to offer first
    /// @param groups respondents by type, null if no question names types
    /// @param lately empty for those who may not see history
    public record Model(
            Ledger ledger,
            String next,
            Work work,
            @Nullable Chart groups,
            List<Chart> closed,
            List<OverviewFigures.Deed> lately) {}

    /// The account of all rows.
    ///
    /// @param balances whether every row is accounted for exactly once
    public record Ledger(long received, List<OverviewFigures.Option> excluded, long standing, boolean balances) {}

    /// The open questions and how far each is.
    ///
    /// @param runs whether anything is under way
    public record Work(long consultation, List<State> states, boolean runs, boolean mayRun) {}

    /// One open question.
    ///
    /// @param run the last one, null if there was none
    public record State(
            AskedQuestion question,
            long analysed,
            long noView,
            long elsewhere,
            long blank,
            long waiting,
            @Nullable Run run) {}

    /// One closed question, its options with their shares of those who answered.
    ///
    /// @param others those that chose something that is not shown, null if nobody did
    /// @param links whether a number leads to its answers: not for those who may not see who said what
    public record Chart(
            AskedQuestion question,
            long answered,
            List<Bar> options,
            @Nullable Bar others,
            boolean links) {
        public boolean hidesAny() {
            return options.stream().anyMatch(Bar::isHidden) || (others != null && others.isHidden());
        }
    }

    /// One option.
    ///
    /// @param isHidden whether its count is too small to be shown to who looks
    public record Bar(String text, long count, boolean isHidden) {}

    @Needs(Right.VIEW)
    @GetMapping
    ResponseEntity<String> overview(@PathVariable long consultation, Asker asker) {
        OverviewFigures.Rows rows = figures.rows(consultation);
        Work work = work(consultation, rows, asker);
        Map<Long, List<OverviewFigures.Option>> chosen = figures.chosen(consultation);
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        String groupsCode = figures.groups(consultation);
        Chart groups = null;
        List<Chart> closed = new ArrayList<>();
        for (AskedQuestion question : questions.of(consultation)) {
            if (question.kind() == Question.Kind.OPEN || !chosen.containsKey(question.id())) {
                continue;
            }
            List<OverviewFigures.Option> options = chosen.getOrDefault(question.id(), List.of());
            if (!original && tells(options)) {
                continue;
            }
            Chart chart = chart(question, options, original);
            if (question.code().equals(groupsCode)) {
                groups = chart;
            } else {
                closed.add(chart);
            }
        }
        Model model = new Model(
                ledger(rows, work),
                next(rows, work),
                work,
                groups,
                closed,
                asker.may(Right.SEE_HISTORY, consultation) ? figures.lately(consultation, DEEDS) : List.of());
        return pages.show("consultation/overview.jte", asker.in(consultation, "overview"), model);
    }

    /// The part of the page that changes while the engine works; empty when it no longer does.
    @Needs(Right.VIEW)
    @GetMapping("/progress")
    ResponseEntity<String> progress(@PathVariable long consultation, Asker asker) {
        Work work = work(consultation, figures.rows(consultation), asker);
        return work.runs()
                ? pages.show("consultation/work.jte", asker.in(consultation, "overview"), work)
                : ResponseEntity.noContent().build();
    }

    private Work work(long consultation, OverviewFigures.Rows rows, Asker asker) {
        Map<Long, Map<String, Long>> statuses = figures.statuses(consultation);
        Map<Long, Run> latest = new HashMap<>();
        runs.latest(consultation).forEach(run -> latest.put(run.question(), run));
        List<State> states = questions.of(consultation).stream()
                .filter(question -> question.kind() == Question.Kind.OPEN)
                .map(question -> state(
                        question,
                        rows.standing(),
                        statuses.getOrDefault(question.id(), Map.of()),
                        latest.get(question.id())))
                .toList();
        boolean open = latest.values().stream().anyMatch(run -> run.state().isOpen());
        return new Work(consultation, states, open, asker.may(Right.RUN, consultation));
    }

    private static State state(
            AskedQuestion question, long standing, Map<String, Long> statuses, @Nullable Run latest) {
        long answered = statuses.values().stream().mapToLong(Long::longValue).sum();
        return new State(
                question,
                statuses.getOrDefault("ANALYSED", 0L),
                statuses.getOrDefault("NO_VIEW", 0L),
                statuses.getOrDefault("CROSS_REFERENCE", 0L),
                standing - answered + statuses.getOrDefault("BLANK", 0L),
                statuses.getOrDefault("WAITING", 0L),
                latest);
    }

    private static Ledger ledger(OverviewFigures.Rows rows, Work work) {
        List<OverviewFigures.Option> excluded = rows.excluded().entrySet().stream()
                .map(entry -> new OverviewFigures.Option(entry.getKey(), entry.getValue()))
                .toList();
        long aside = excluded.stream().mapToLong(OverviewFigures.Option::count).sum();
        boolean each = work.states().stream()
                .allMatch(s -> s.blank() >= 0
                        && s.analysed() + s.noView() + s.elsewhere() + s.blank() + s.waiting() == rows.standing());
        boolean balances = each && rows.received() == aside + rows.standing() && rows.received() == rows.places();
        return new Ledger(rows.received(), excluded, rows.standing(), balances);
    }

    private static String next(OverviewFigures.Rows rows, Work work) {
        if (rows.received() == 0) {
            return "files";
        }
        if (work.runs()) {
            return "wait";
        }
        return work.states().stream().anyMatch(state -> state.waiting() > 0) ? "run" : "themes";
    }

    /// Whether a question was answered in people's own words, such as a name or an address.
    private static boolean tells(List<OverviewFigures.Option> options) {
        return options.size() > MOST_VALUES
                || options.stream().anyMatch(option -> option.text().contains("@"));
    }

    /// @param original whether who looks may see who said what; from others small counts are hidden
    private static Chart chart(AskedQuestion question, List<OverviewFigures.Option> options, boolean original) {
        List<OverviewFigures.Option> shown = options.stream().limit(OPTIONS).toList();
        long answered = sum(options);
        long rest = answered - sum(shown);
        int[] counts = new int[shown.size() + (rest > 0 ? 1 : 0)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.toIntExact(i < shown.size() ? shown.get(i).count() : rest);
        }
        boolean[] hidden = original ? new boolean[counts.length] : SmallCells.hidden(counts);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            bars.add(new Bar(shown.get(i).text(), hidden[i] ? 0 : counts[i], hidden[i]));
        }
        Bar others = rest > 0 ? new Bar("", hidden[shown.size()] ? 0 : rest, hidden[shown.size()]) : null;
        return new Chart(question, answered, bars, others, original);
    }

    private static long sum(List<OverviewFigures.Option> options) {
        return options.stream().mapToLong(OverviewFigures.Option::count).sum();
    }

    /// What a deed is called; its name in the audit log where it has no other.
    public static String called(Words words, String action) {
        return words.has("deed." + action) ? words.t("deed." + action) : action;
    }
}
