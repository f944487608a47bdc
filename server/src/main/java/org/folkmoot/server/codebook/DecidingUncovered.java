package org.folkmoot.server.codebook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.platform.LifeCycle;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// People decide what becomes of the arguments that no theme covers.
@Component
class DecidingUncovered {
    private final UncoveredArguments arguments;
    private final EditingThemes editing;
    private final Codebooks codebooks;
    private final AuditLog audit;
    private final InstantSource clock;

    DecidingUncovered(
            UncoveredArguments arguments,
            EditingThemes editing,
            Codebooks codebooks,
            AuditLog audit,
            InstantSource clock) {
        this.arguments = arguments;
        this.editing = editing;
        this.codebooks = codebooks;
        this.audit = audit;
        this.clock = clock;
    }

    /// How many arguments await a decision.
    @Transactional(readOnly = true)
    public long awaiting(Kept kept) {
        return arguments.open(kept.codedBy());
    }

    /// Makes a theme of an argument's passages.
    @Transactional
    public Outcome makeTheme(long question, long id, String headline, AuditLog.Actor by) {
        Kept kept = locked(question);
        UncoveredArguments.Argument argument = arguments.locked(kept.codedBy(), id);
        var step = step(argument, "make a theme");
        Outcome outcome = editing.add(
                question,
                new WorkingTheme.Wording(headline, "", argument.keyPhrases()),
                Optional.empty(),
                spans(argument),
                by);
        if (outcome instanceof Outcome.Made made) {
            decide(kept, argument, new Decision(step, "", made.done().entry().number()), by);
        }
        return outcome;
    }

    /// Lets a theme carry what is like an argument's passages: a theme is made of them and merged into it, so both can
    /// be undone.
    @Transactional
    public Outcome addToTheme(long question, long id, ThemeId theme, AuditLog.Actor by) {
        Kept kept = locked(question);
        UncoveredArguments.Argument argument = arguments.locked(kept.codedBy(), id);
        var step = step(argument, "add to a theme");
        Outcome added = editing.add(
                question,
                new WorkingTheme.Wording(argument.headline(), "", argument.keyPhrases()),
                Optional.empty(),
                spans(argument),
                by);
        if (!(added instanceof Outcome.Made made)) {
            return added;
        }
        ThemeId part = made.done().entry().edit().subjects().getFirst();
        Outcome merged = editing.edit(question, new ThemeEdit.Merge(List.of(part), theme), by);
        if (merged instanceof Outcome.Made both) {
            decide(kept, argument, new Decision(step, "", both.done().entry().number()), by);
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return merged;
    }

    /// Says that an argument needs no theme.
    ///
    /// @throws Refused without a reason
    @Transactional
    public void dismiss(long question, long id, String reason, AuditLog.Actor by) {
        if (reason.isBlank()) {
            throw Refused.conflict("dismissal-unreasoned");
        }
        Kept kept = locked(question);
        UncoveredArguments.Argument argument = arguments.locked(kept.codedBy(), id);
        decide(kept, argument, new Decision(step(argument, "dismiss"), reason.strip(), null), by);
    }

    /// Takes a decision back; the themes stay as they are and may be undone by themselves.
    @Transactional
    public void reopen(long question, long id, AuditLog.Actor by) {
        Kept kept = locked(question);
        UncoveredArguments.Argument argument = arguments.locked(kept.codedBy(), id);
        decide(kept, argument, new Decision(step(argument, "reopen"), "", null), by);
    }

    private Kept locked(long question) {
        return codebooks.locked(question).orElseThrow(Refused::notFound);
    }

    private static LifeCycle.Step<UncoveredState, ?> step(UncoveredArguments.Argument argument, String action) {
        return UncoveredState.LIFE_CYCLE
                .step(argument.state(), action)
                .orElseThrow(() -> Refused.conflict("decided-already"));
    }

    /// @param entry number of the edit made of the argument, null if none was
    private record Decision(
            LifeCycle.Step<UncoveredState, ?> step,
            String reason,
            @Nullable Long entry) {}

    private void decide(Kept kept, UncoveredArguments.Argument argument, Decision decision, AuditLog.Actor by) {
        UncoveredState state = decision.step().to();
        Long person = state == UncoveredState.OPEN ? null : by.person();
        arguments.decide(
                argument.id(),
                new UncoveredArguments.Decided(state, decision.reason(), decision.entry(), person, clock.instant()));
        audit.append(
                kept.consultation(),
                by,
                decision.step().audit(),
                "question " + kept.questionCode(),
                Map.of("argument", argument.id(), "reason", decision.reason()));
    }

    private static Map<Long, Span> spans(UncoveredArguments.Argument argument) {
        Map<Long, Span> spans = new TreeMap<>();
        argument.passages().forEach(passage -> spans.putIfAbsent(passage.getKey(), passage.getValue()));
        return spans;
    }
}
