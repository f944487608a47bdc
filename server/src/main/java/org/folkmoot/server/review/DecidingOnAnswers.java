package org.folkmoot.server.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.Decisions.Choice;
import org.folkmoot.server.review.Decisions.Decision;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides which themes an answer carries. A decision stands beside those before it and takes the place of
/// none.
@Component
class DecidingOnAnswers {
    private final AnswersToCode answers;
    private final Decisions decisions;
    private final SameWords same;
    private final Holds holds;
    private final AuditLog audit;
    private final InstantSource clock;

    DecidingOnAnswers(
            AnswersToCode answers,
            Decisions decisions,
            SameWords same,
            Holds holds,
            AuditLog audit,
            InstantSource clock) {
        this.answers = answers;
        this.decisions = decisions;
        this.same = same;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /// What somebody decides.
    ///
    /// @param choices the themes; null to accept those that the answer carries now
    /// @param alike whether it holds for all open answers with the same words
    record Wish(@Nullable List<Choice> choices, String note, boolean flagged, List<Span> quotable, boolean alike) {
        Wish(@Nullable List<Choice> choices, String note, boolean flagged, List<Span> quotable) {
            this(choices, note, flagged, quotable, false);
        }
    }

    /// Keeps a decision, and lets go of the answer.
    ///
    /// @return on how many answers it was
    /// @throws Refused if somebody else holds it, a blind sample has it, or it names what is not there
    @Transactional
    public int decide(long consultation, long question, long answer, Wish wish, Asker by) {
        AnswersToCode.ToCode found = answers.find(consultation, question, answer);
        Kept kept = found.kept();
        String words = found.words();
        if (!holds.take(consultation, question, answer, by.person())) {
            throw Refused.conflict("held");
        }
        List<Choice> accepted = wish.choices();
        List<Choice> choices = accepted != null
                ? checked(kept.themes(), accepted, words)
                : found.carried().stream()
                        .flatMap(one -> one.choices().stream())
                        .toList();
        wish.quotable().forEach(span -> requireInside(span.end(), words));
        List<Long> all = new ArrayList<>(List.of(answer));
        if (wish.alike()) {
            same.open(kept, answer).stream()
                    .filter(other -> holds.holder(question, other).isEmpty())
                    .forEach(all::add);
        }
        for (long each : all) {
            decisions.add(
                    consultation,
                    question,
                    new Decision(
                            0,
                            each,
                            by.person(),
                            by.name(),
                            choices,
                            wish.note().strip(),
                            wish.flagged(),
                            wish.quotable(),
                            kept.log().last(),
                            clock.instant()));
            audit.append(
                    consultation,
                    by.actor(),
                    "answer.decided",
                    "answer " + each,
                    Map.of(
                            "question",
                            found.asked().code(),
                            "accepted",
                            accepted == null,
                            "as answer",
                            answer,
                            "flagged",
                            wish.flagged(),
                            "themes",
                            choices.stream().map(Choice::theme).distinct().toList()));
        }
        holds.release(question, answer, by.person());
        return all.size();
    }

    private static List<Choice> checked(Codebook codebook, List<Choice> choices, String words) {
        Set<Choice> seen = new HashSet<>();
        for (Choice choice : choices) {
            if (codebook.theme(new ThemeId(choice.theme()))
                    .filter(theme -> !codebook.isSetAside(theme) && seen.add(choice))
                    .isEmpty()) {
                throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "theme-gone");
            }
            requireInside(choice.end(), words);
        }
        return List.copyOf(choices);
    }

    private static void requireInside(int end, String words) {
        if (end > words.length()) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "passage-outside");
        }
    }
}
