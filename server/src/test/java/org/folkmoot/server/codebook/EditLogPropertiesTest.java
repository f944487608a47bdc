package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final int ANSWERS = 200;

    private EditLog log;
    private CarriedThemes answers = new CarriedThemes(Map.of(), Map.of());
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
        answers = answers(edits);
    }

    /// Answers coded to every source there ever was; people decided on every fourth of them, at some time by the themes
    /// of that time.
    private CarriedThemes answers(Edits random) {
        Map<SourceId, List<Integer>> bySource = new HashMap<>();
        Stream.concat(
                        log.base().themes().stream().flatMap(theme -> theme.sources().stream()),
                        log.entries().stream().flatMap(entry -> entry.edit().newSources().stream()))
                .forEach(source -> bySource.put(
                        source,
                        IntStream.range(0, ANSWERS)
                                .filter(_ -> random.below(20) == 0)
                                .boxed()
                                .toList()));
        Map<Integer, CarriedThemes.Decision> decided = new TreeMap<>();
        for (int answer = 0; answer < ANSWERS; answer += 4) {
            SortedSet<ThemeId> themes = new TreeSet<>();
            Decision one = decisions.get(random.below(decisions.size()));
            decisions.stream()
                    .filter(other -> other.after() == one.after())
                    .forEach(other -> themes.add(other.theme()));
            decided.put(answer, new CarriedThemes.Decision(themes, one.after()));
        }
        return new CarriedThemes(bySource, decided);
    }

    @Test
    void caseIsWhatItClaimsToBe() {
        assertThat(kinds).as("seed " + SEED).hasSize(ThemeEdit.class.getPermittedSubclasses().length);
        assertThat(refusals).as("seed " + SEED).hasSizeGreaterThan(5);
        assertThat(resolved(log.state())).isNotEqualTo(resolved(log.base()));
        assertThat(answers.in(log.state())).isNotEqualTo(answers.in(log.base()));
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
    void anyEditTakesAlongJustThoseThatCannotBeWithoutIt() {
        Edits random = new Edits(SEED + 2);
        EditLog left = log;
        Set<Integer> sizes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            long number = 1L + random.below(EDITS);
            EditLog before = left;
            Optional<Turn> found = Turn.of(before, number);
            if (found.isEmpty()) {
                continue;
            }
            Turn turn = found.get();
            Set<Long> along = turn.along();
            sizes.add(along.size());
            left = done(before.turn(number, along, "Ben", Edits.NOON));
            for (Long one : along) {
                Set<Long> fewer = new HashSet<>(along);
                fewer.remove(one);
                assertThat(before.turn(number, fewer, "Ben", Edits.NOON))
                        .as("edit %d without %d, seed %d", number, one, SEED)
                        .isNotInstanceOf(EditLog.Changed.Done.class);
            }
            assertThat(done(left.turn(number, along, "Cid", Edits.NOON)).state())
                    .isEqualTo(before.state());
        }
        assertThat(sizes).hasSizeGreaterThan(3);
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
        assertThat(answers.in(undone.state())).isEqualTo(answers.in(log.base()));
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
