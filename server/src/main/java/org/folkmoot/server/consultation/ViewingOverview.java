package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.report.SmallCells;
import org.folkmoot.server.codebook.ThemeProgress;
import org.folkmoot.server.consultation.Overview.Bar;
import org.folkmoot.server.consultation.Overview.Chart;
import org.folkmoot.server.consultation.Overview.Ledger;
import org.folkmoot.server.consultation.Overview.State;
import org.folkmoot.server.review.ReviewProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the overview shows: the ledger, how far each open question is, and what was chosen in closed ones.
@Component
class ViewingOverview {
    private static final int OPTIONS = 12;
    private static final int MOST_VALUES = 30;

    private final OverviewFigures figures;
    private final AskedQuestions questions;
    private final Runs runs;
    private final ThemeProgress themes;
    private final ReviewProgress review;

    ViewingOverview(
            OverviewFigures figures, AskedQuestions questions, Runs runs, ThemeProgress themes, ReviewProgress review) {
        this.figures = figures;
        this.questions = questions;
        this.runs = runs;
        this.themes = themes;
        this.review = review;
    }

    /// @param groups respondents by type, null if no question names types
    record Shown(
            Ledger ledger, List<State> states, @Nullable Chart groups, List<Chart> closed) {}

    /// @param original whether who looks may see who said what; from others small counts are hidden
    @Transactional(readOnly = true)
    public Shown of(long consultation, boolean original) {
        OverviewFigures.Rows rows = figures.rows(consultation);
        List<State> states = states(consultation, rows);
        Map<Long, List<OverviewFigures.Option>> chosen = figures.chosen(consultation);
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
        return new Shown(ledger(rows, states), states, groups, closed);
    }

    /// How far each open question is.
    @Transactional(readOnly = true)
    public List<State> states(long consultation) {
        return states(consultation, figures.rows(consultation));
    }

    private List<State> states(long consultation, OverviewFigures.Rows rows) {
        Map<Long, Map<String, Long>> statuses = figures.statuses(consultation);
        Map<Long, Run> latest = new HashMap<>();
        runs.latest(consultation).forEach(run -> latest.put(run.question(), run));
        Map<Long, ThemeProgress.Of> themed = themes.of(consultation);
        Map<Long, ReviewProgress.Of> reviewed = review.of(consultation);
        return questions.of(consultation).stream()
                .filter(question -> question.kind() == Question.Kind.OPEN)
                .map(question -> {
                    Map<String, Long> of = statuses.getOrDefault(question.id(), Map.of());
                    long answered =
                            of.values().stream().mapToLong(Long::longValue).sum();
                    return new State(
                            question,
                            of.getOrDefault("ANALYSED", 0L),
                            of.getOrDefault("NO_VIEW", 0L),
                            of.getOrDefault("CROSS_REFERENCE", 0L),
                            rows.standing() - answered + of.getOrDefault("BLANK", 0L),
                            of.getOrDefault("WAITING", 0L),
                            latest.get(question.id()),
                            themed.get(question.id()),
                            reviewed.get(question.id()));
                })
                .toList();
    }

    private static Ledger ledger(OverviewFigures.Rows rows, List<State> states) {
        List<OverviewFigures.Option> excluded = rows.excluded().entrySet().stream()
                .map(entry -> new OverviewFigures.Option(entry.getKey(), entry.getValue()))
                .toList();
        long aside = excluded.stream().mapToLong(OverviewFigures.Option::count).sum();
        boolean each = states.stream()
                .allMatch(s -> s.blank() >= 0
                        && s.analysed() + s.noView() + s.elsewhere() + s.blank() + s.waiting() == rows.standing());
        boolean balances = each && rows.received() == aside + rows.standing() && rows.received() == rows.places();
        return new Ledger(rows.received(), excluded, rows.standing(), balances);
    }

    /// Whether a question was answered in people's own words, such as a name or an address.
    private static boolean tells(List<OverviewFigures.Option> options) {
        return options.size() > MOST_VALUES
                || options.stream().anyMatch(option -> option.text().contains("@"));
    }

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
}
