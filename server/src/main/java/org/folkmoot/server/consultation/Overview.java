package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.codebook.ThemeProgress;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.folkmoot.server.review.ReviewProgress;
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
    private static final int DEEDS = 8;

    private final Pages pages;
    private final ViewingOverview viewing;
    private final TeamAtWork team;

    Overview(Pages pages, ViewingOverview viewing, TeamAtWork team) {
        this.pages = pages;
        this.viewing = viewing;
        this.team = team;
    }

    /// @param next the step to offer first
    /// @param groups respondents by type, null if no question names types
    /// @param team who is doing what; empty for those who may not see history, and so is `lately`
    public record Model(
            Ledger ledger,
            NextStep next,
            Work work,
            @Nullable Chart groups,
            List<Chart> closed,
            List<TeamAtWork.Member> team,
            List<OverviewFigures.Deed> lately) {}

    /// The account of all rows.
    ///
    /// @param balances whether every row is accounted for exactly once
    public record Ledger(long received, List<OverviewFigures.Option> excluded, long standing, boolean balances) {}

    /// The open questions and how far each is.
    ///
    /// @param runs whether anything is under way
    public record Work(long consultation, List<State> states, boolean runs, boolean mayRun, boolean mayCode) {}

    /// One open question.
    ///
    /// @param run the last one, null if there was none
    /// @param themes null before the first run is done
    public record State(
            AskedQuestion question,
            long analysed,
            long noView,
            long elsewhere,
            long blank,
            long waiting,
            @Nullable Run run,
            ThemeProgress.@Nullable Of themes,
            ReviewProgress.@Nullable Of review) {}

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
        ViewingOverview.Shown shown = viewing.of(consultation, asker.may(Right.SEE_ORIGINAL, consultation));
        boolean history = asker.may(Right.SEE_HISTORY, consultation);
        Model model = new Model(
                shown.ledger(),
                NextStep.of(shown),
                work(consultation, shown.states(), asker),
                shown.groups(),
                shown.closed(),
                history ? team.of(consultation) : List.of(),
                history ? team.lately(consultation, DEEDS) : List.of());
        return pages.show("consultation/overview.jte", asker.in(consultation, "overview"), model);
    }

    /// The part of the page that changes while the engine works; empty when it no longer does.
    @Needs(Right.VIEW)
    @GetMapping("/progress")
    ResponseEntity<String> progress(@PathVariable long consultation, Asker asker) {
        Work work = work(consultation, viewing.states(consultation), asker);
        return work.runs()
                ? pages.show("consultation/work.jte", asker.in(consultation, "overview"), work)
                : ResponseEntity.noContent().build();
    }

    private static Work work(long consultation, List<State> states, Asker asker) {
        return new Work(
                consultation,
                states,
                NextStep.runs(states),
                asker.may(Right.RUN, consultation),
                asker.may(Right.CODE, consultation));
    }

    /// What a deed is called, what it was done to left out; its name in the audit log where it has no other.
    public static String called(Words words, String action, String subject) {
        String deed = words.has("deed." + action)
                ? words.t("deed." + action)
                : (words.has("action." + action) ? words.t("action." + action) : action) + ":";
        return isClear(subject) ? deed.replaceFirst(":$", "") : deed;
    }

    /// Whether everybody knows what a deed was done to: this consultation, or its report.
    public static boolean isClear(String subject) {
        return subject.startsWith("consultation ") || subject.equals("report");
    }
}
