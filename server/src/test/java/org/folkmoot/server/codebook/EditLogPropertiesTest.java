package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A thousand random edits can be undone in any permissible order, and redone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditLogPropertiesTest {
    private static final long SEED = 20_260_105;
    private static final int EDITS = 1000;

    /// What a person decided on one theme, and after which entry.
    private record Decision(ThemeId theme, long after) {}

    private EditLog log;
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<Class<?>> kinds = new HashSet<>();
    private final Set<Class<?>> refusals = new HashSet<>();

    @BeforeAll
    void edit() {
        Edits edits = new Edits(SEED);
        log = EditLog.of(Edits.small());
        log.base().themes().forEach(theme -> decisions.add(new Decision(theme.id(), 0)));
        while (log.last() < EDITS) {
            ThemeEdit edit = edits.any(log.state());
            switch (log.add(edit, "Ann", Edits.NOON)) {
                case EditLog.Changed.Done done -> {
                    log = done.log();
                    kinds.add(edit.getClass());
                    List<WorkingTheme> themes = log.state().themes();
                    decisions.add(
                            new Decision(themes.get(edits.below(themes.size())).id(), log.last()));
                }
                case EditLog.Changed.Refused refused ->
                    refusals.add(refused.refusal().getClass());
                case EditLog.Changed.Blocked _, EditLog.Changed.NotThere _ -> throw new AssertionError(edit);
            }
        }
    }

    @Test
    void caseIsWhatItClaimsToBe() {
        assertThat(kinds).as("seed " + SEED).hasSize(ThemeEdit.class.getPermittedSubclasses().length);
        assertThat(refusals).as("seed " + SEED).hasSizeGreaterThan(5);
        assertThat(resolved(log.state())).isNotEqualTo(resolved(log.base()));
    }

    @Test
    void undoingAllInReverseBringsBackTheStart() {
        EditLog left = log;
        for (long number = log.last(); number > 0; number--) {
            left = done(left.undo(number, "Ben", Edits.NOON));
            if (number % 50 == 1) {
                assertThat(left.state()).isEqualTo(log.stateAfter(number - 1));
            }
        }
        assertStart(left);
    }

    @Test
    void undoingAllInRandomOrderBringsBackTheStartAndRedoingTheEnd() {
        Edits random = new Edits(SEED + 1);
        EditLog left = log;
        List<Long> standing = new ArrayList<>();
        log.entries().forEach(entry -> standing.add(entry.number()));
        int blocked = 0;
        while (!standing.isEmpty()) {
            Long number = standing.get(random.below(standing.size()));
            while (left.undo(number, "Ben", Edits.NOON) instanceof EditLog.Changed.Blocked by) {
                // The entry named stands later, so this ends.
                assertThat(by.by().number()).isGreaterThan(number);
                number = by.by().number();
                blocked++;
            }
            left = done(left.undo(number, "Ben", Edits.NOON));
            standing.remove(number);
        }
        assertThat(blocked).isPositive();
        assertStart(left);
        for (long number = 1; number <= log.last(); number++) {
            left = done(left.redo(number, "Ben", Edits.NOON));
        }
        assertThat(left.state()).isEqualTo(log.state());
        assertThat(left.entries()).isEqualTo(log.entries());
        assertThat(resolved(left.state())).isEqualTo(resolved(log.state()));
    }

    @Test
    void everyEditAndTheEndSurviveJson() {
        EditLog read = EditLog.of(CodebookJson.codebook(CodebookJson.of(log.base())));
        for (EditLog.Entry entry : log.entries()) {
            read = done(read.add(CodebookJson.edit(CodebookJson.of(entry.edit())), entry.person(), entry.at()));
        }
        assertThat(read.entries()).isEqualTo(log.entries());
        assertThat(read.state()).isEqualTo(log.state());
        assertThat(CodebookJson.codebook(CodebookJson.of(log.state()))).isEqualTo(log.state());
    }

    private void assertStart(EditLog undone) {
        assertThat(undone.state()).as("seed " + SEED).isEqualTo(log.base());
        assertThat(resolved(undone.state())).isEqualTo(resolved(log.base()));
        for (WorkingTheme theme : log.base().themes()) {
            assertThat(undone.state().resolve(theme.id())).isEqualTo(new Resolution.Carried(theme.id(), false));
        }
    }

    private Map<Decision, Resolution> resolved(Codebook codebook) {
        Map<Decision, Resolution> resolved = new LinkedHashMap<>();
        decisions.forEach(decision -> resolved.put(decision, codebook.resolve(decision.theme(), decision.after())));
        return resolved;
    }

    private static EditLog done(EditLog.Changed changed) {
        return switch (changed) {
            case EditLog.Changed.Done done -> done.log();
            case EditLog.Changed.Refused _, EditLog.Changed.Blocked _, EditLog.Changed.NotThere _ ->
                throw new AssertionError("seed " + SEED + ": " + changed);
        };
    }
}
