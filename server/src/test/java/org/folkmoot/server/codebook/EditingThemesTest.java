package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Edits of the themes of the example consultation's first open question, on a real database.
class EditingThemesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Lead");
    private static final AuditLog.Actor BY = new AuditLog.Actor(LEAD.id(), LEAD.name());
    private static final ThemedQuestion QUESTION = ThemedQuestion.of(WORKBENCH, "Machines", LEAD);
    private static final long CONSULTATION = QUESTION.consultation();
    private static final EditingThemes EDITING = WORKBENCH.bean(EditingThemes.class);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    /// Undoes all, the latest first, and requires what was at the start.
    @AfterEach
    void undoAll() {
        List<EditLog.Entry> entries = QUESTION.coded().kept().log().entries();
        for (EditLog.Entry entry : entries.reversed()) {
            if (entry.undone() == null) {
                made(() -> EDITING.undo(QUESTION.id(), entry.number(), BY));
            }
        }
        assertThat(QUESTION.coded().themes())
                .isEqualTo(QUESTION.coded().kept().log().base());
    }

    @Test
    void runLeftThemesToWorkOn() {
        assertThat(leaves()).hasSizeGreaterThan(4);
        assertThat(QUESTION.coded().submissions(leaves().getFirst().id())).isGreaterThan(5);
    }

    @Test
    void mergedThemeCarriesTheAnswersOfBoth() {
        ThemeId from = leaves().get(0).id();
        ThemeId into = leaves().get(1).id();
        BitSet both = QUESTION.coded().alone(from);
        both.or(QUESTION.coded().alone(into));
        EditingThemes.Done done = made(edit(new ThemeEdit.Merge(List.of(from), into)));
        assertThat(QUESTION.coded().alone(into)).isEqualTo(both);
        assertThat(QUESTION.coded().submissions(from)).isZero();
        assertThat(done.difference().themes())
                .extracting(Difference.OfTheme::theme)
                .contains(from, into);
    }

    @Test
    void describedThemeIsCodedAnew() {
        ThemeId theme = leaves().getFirst().id();
        BitSet before = QUESTION.coded().alone(theme);
        EditingThemes.Done done = made(() ->
                EDITING.describe(QUESTION.id(), theme, "The parking office and its fines for cars and vans.", BY));
        BitSet after = QUESTION.coded().alone(theme);
        assertThat(after).isNotEqualTo(before);
        BitSet moved = (BitSet) before.clone();
        moved.xor(after);
        assertThat(done.difference().answers().keySet())
                .containsExactlyElementsOf(moved.stream().boxed().toList());
        EditingThemes.Done undone =
                made(() -> EDITING.undo(QUESTION.id(), done.entry().number(), BY));
        assertThat(undone.difference().answers().keySet())
                .isEqualTo(done.difference().answers().keySet());
        assertThat(QUESTION.coded().alone(theme)).isEqualTo(before);
    }

    @Test
    void splitThemeIsCarriedByItsParts() {
        for (ThemeEdit.Split.Form form : ThemeEdit.Split.Form.values()) {
            ThemeId theme = form == ThemeEdit.Split.Form.BELOW
                    ? topLeaf()
                    : leaves().getFirst().id();
            BitSet before = QUESTION.coded().alone(theme);
            List<Bench.Part> parts = QUESTION.ask(() -> EDITING.proposeSplit(QUESTION.id(), theme));
            List<String> headlines = IntStream.range(0, parts.size())
                    .mapToObj(p -> form + " part " + p)
                    .toList();
            EditingThemes.Done done = made(() -> EDITING.split(QUESTION.id(), theme, form, headlines, BY));
            BitSet union = new BitSet();
            ((ThemeEdit.Split) done.entry().edit())
                    .parts()
                    .forEach(part -> union.or(QUESTION.coded().alone(part.theme())));
            assertThat(union).as(form.name()).isEqualTo(before);
            assertThat(QUESTION.coded().themes().theme(theme).isPresent())
                    .isEqualTo(form == ThemeEdit.Split.Form.BELOW);
            made(() -> EDITING.undo(QUESTION.id(), done.entry().number(), BY));
            assertThat(QUESTION.coded().alone(theme)).isEqualTo(before);
        }
    }

    @Test
    void splitOfOtherPartsThanWereProposedIsRefused() {
        ThemeId theme = leaves().getFirst().id();
        assertThatThrownBy(() -> QUESTION.ask(() ->
                        EDITING.split(QUESTION.id(), theme, ThemeEdit.Split.Form.BESIDE, List.of("Only one"), BY)))
                .isInstanceOf(Refused.class)
                .hasMessage("split-changed");
    }

    @Test
    void themeOfPassagesCarriesTheirAnswers() {
        ThemeId theme = leaves().getFirst().id();
        Map<Long, Span> passages = new TreeMap<>();
        QUESTION.ask(() ->
                        WORKBENCH.bean(MachineCodings.class).of(QUESTION.coded().kept(), List.of(placeOf(theme)), 3))
                .forEach(coding -> passages.put(coding.answer(), coding.span()));
        EditingThemes.Done done = made(() ->
                EDITING.add(QUESTION.id(), WorkingTheme.Wording.of("What these say"), Optional.empty(), passages, BY));
        WorkingTheme added = done.after().themes().themes().getLast();
        assertThat(added.provenance()).isEqualTo(Provenance.OF_PASSAGES);
        assertThat(QUESTION.coded().submissions(added.id())).isGreaterThanOrEqualTo(passages.size());
    }

    @Test
    void themeOfWelshPassagesTakesWelshAnswersOnly() {
        BitSet welsh = new BitSet();
        Map<Long, Span> passages = new TreeMap<>();
        WORKBENCH.owner().sql("""
                        SELECT s.answer_id, length(a.text) FROM screened_answer s JOIN answer a ON a.id = s.answer_id
                        WHERE s.language = 'cy' AND s.consultation_id = ?""").param(CONSULTATION).query(row -> {
            welsh.set(QUESTION.answers().indexOf(row.getLong(1)));
            passages.put(row.getLong(1), new Span(0, row.getInt(2)));
        });
        assertThat(welsh.cardinality()).isGreaterThan(2);
        assertThat(leaves())
                .allSatisfy(leaf -> assertThat(QUESTION.coded().alone(leaf.id()).intersects(welsh))
                        .isEqualTo(leaf.headline().equals("Answers in Welsh")));
        made(() -> EDITING.add(QUESTION.id(), WorkingTheme.Wording.of("Yn Gymraeg"), Optional.empty(), passages, BY));
        ThemeId added = QUESTION.coded().themes().themes().getLast().id();
        assertThat(QUESTION.coded().alone(added).isEmpty()).isFalse();
        assertThat(beyond(QUESTION.coded().alone(added), welsh)).isEmpty();
        made(() -> EDITING.describe(QUESTION.id(), added, "What people say of services and decisions", BY));
        assertThat(beyond(QUESTION.coded().alone(added), welsh)).isEmpty();
    }

    private static List<Integer> beyond(BitSet some, BitSet of) {
        return some.stream().filter(answer -> !of.get(answer)).boxed().toList();
    }

    @Test
    void passageOfAnotherQuestionIsNotFound() {
        assertThatThrownBy(() -> QUESTION.ask(() -> EDITING.add(
                        QUESTION.id(),
                        WorkingTheme.Wording.of("Alien"),
                        Optional.empty(),
                        Map.of(987_654L, new Span(0, 1)),
                        BY)))
                .isInstanceOf(Refused.class)
                .hasMessage("not-found");
        assertThatThrownBy(() -> QUESTION.ask(() -> EDITING.add(
                        QUESTION.id(),
                        WorkingTheme.Wording.of("Beyond the end"),
                        Optional.empty(),
                        Map.of(QUESTION.answers().getFirst(), new Span(0, 999_999)),
                        BY)))
                .isInstanceOf(Refused.class)
                .hasMessage("not-found");
    }

    @Test
    void peoplesDecisionsOutliveEditAndUndo() {
        ThemeId one = leaves().get(0).id();
        ThemeId two = leaves().get(1).id();
        int answer = QUESTION.coded().alone(one).nextSetBit(0);
        long now = QUESTION.coded().kept().log().last();
        QUESTION.decide(LEAD, answer, now, two.value());
        BitSet first = QUESTION.coded().alone(one);
        BitSet second = QUESTION.coded().alone(two);
        assertThat(first.get(answer)).isFalse();
        assertThat(second.get(answer)).isTrue();
        EditingThemes.Done done = made(edit(new ThemeEdit.Merge(List.of(two), one)));
        assertThat(QUESTION.coded().alone(one).get(answer)).isTrue();
        made(() -> EDITING.describe(QUESTION.id(), one, "Something else altogether: trees and rivers", BY));
        assertThat(QUESTION.coded().alone(one).get(answer)).isTrue();
        made(() -> EDITING.undo(QUESTION.id(), done.entry().number() + 1, BY));
        made(() -> EDITING.undo(QUESTION.id(), done.entry().number(), BY));
        assertThat(QUESTION.coded().alone(one)).isEqualTo(first);
        assertThat(QUESTION.coded().alone(two)).isEqualTo(second);
    }

    @Test
    void refusedEditLeavesNothingBehind() {
        WorkingTheme one = leaves().get(0);
        WorkingTheme two = leaves().get(1);
        long last = QUESTION.coded().kept().log().last();
        String head = QUESTION.ask(() -> WORKBENCH.bean(AuditLog.class).head(CONSULTATION));
        Outcome outcome =
                QUESTION.ask(edit(new ThemeEdit.Rename(one.id(), two.headline().toUpperCase(java.util.Locale.ROOT))));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why())
                                .isInstanceOfSatisfying(
                                        EditLog.Changed.Refused.class,
                                        why -> assertThat(why.refusal().code()).isEqualTo("headline-used")));
        assertThat(QUESTION.coded().kept().log().last()).isEqualTo(last);
        assertThat(QUESTION.ask(() -> WORKBENCH.bean(AuditLog.class).head(CONSULTATION)))
                .isEqualTo(head);
    }

    @Test
    void peopleEditingAtOnceFollowOneAnother() throws Exception {
        long before = QUESTION.coded().kept().log().last();
        ThemeId theme = leaves().getFirst().id();
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Future<Outcome>> edits = IntStream.range(0, 12)
                    .mapToObj(i -> people.submit(() -> QUESTION.ask(edit(new ThemeEdit.Note(theme, "Note " + i)))))
                    .toList();
            for (Future<Outcome> edit : edits) {
                assertThat(edit.get()).isInstanceOf(Outcome.Made.class);
            }
        }
        EditLog log = QUESTION.coded().kept().log();
        assertThat(log.last()).isEqualTo(before + 12);
        assertThat(log.state().theme(theme).orElseThrow().notes()).hasSize(12);
    }

    @Test
    void twoWhoMergeTheSameThemeMakeOneMerge() throws Exception {
        ThemeId theme = leaves().get(0).id();
        List<ThemeId> targets = List.of(leaves().get(1).id(), leaves().get(2).id());
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome>> merges = targets.stream()
                    .map(into -> people.submit(() -> QUESTION.ask(edit(new ThemeEdit.Merge(List.of(theme), into)))))
                    .toList();
            long made = 0;
            for (Future<Outcome> merge : merges) {
                made += merge.get() instanceof Outcome.Made ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void whatIsTakenBackIsNotRemembered() {
        Codebook before = QUESTION.coded().themes();
        TransactionTemplate transactions = WORKBENCH.bean(TransactionTemplate.class);
        CodedQuestion within = QUESTION.ask(() -> Objects.requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            EDITING.add(QUESTION.id(), WorkingTheme.Wording.of("Never there"), Optional.empty(), Map.of(), BY);
            return WORKBENCH.bean(Counting.class).of(QUESTION.id()).orElseThrow();
        })));
        assertThat(within.themes().themes()).extracting(WorkingTheme::headline).contains("Never there");
        assertThat(QUESTION.coded().themes()).isEqualTo(before);
        // It has the number, and its source the place, of the one that was taken back.
        EditingThemes.Done done = made(() -> EDITING.add(
                QUESTION.id(), WorkingTheme.Wording.of("Machines make mistakes"), Optional.empty(), Map.of(), BY));
        assertThat(done.after().themes()).isEqualTo(QUESTION.coded().themes());
        ThemeId added = done.after().themes().themes().getLast().id();
        assertThat(QUESTION.coded().themes().theme(added).orElseThrow().headline())
                .isEqualTo("Machines make mistakes");
        assertThat(QUESTION.coded().submissions(added))
                .isEqualTo(WORKBENCH
                        .owner()
                        .sql("SELECT count(*) FROM coding WHERE run_id = ? AND source = ?")
                        .params(QUESTION.run(), placeOf(added))
                        .query(Integer.class)
                        .single());
    }

    @Test
    void decisionCountsAtOnce() {
        ThemeId theme = leaves().getFirst().id();
        CodedQuestion before = QUESTION.coded();
        int without = IntStream.range(0, before.size())
                .filter(index -> !before.isDecided(index) && !before.of(theme).get(index))
                .findFirst()
                .orElseThrow();
        QUESTION.decide(LEAD, without, before.kept().log().last(), theme.value());
        assertThat(QUESTION.coded().submissions(theme)).isEqualTo(before.submissions(theme) + 1);
        assertThat(QUESTION.coded()).as("nothing changed since").isSameAs(QUESTION.coded());
    }

    @Test
    void questionOutsideTheScopeIsNotFound() {
        assertThatThrownBy(() -> Scope.of(CONSULTATION + 1)
                        .call(edit(new ThemeEdit.Note(leaves().getFirst().id(), "Mine?"))))
                .isInstanceOf(Refused.class)
                .hasMessage("not-found");
    }

    private static Supplier<Outcome> edit(ThemeEdit edit) {
        return () -> EDITING.edit(QUESTION.id(), edit, BY);
    }

    private static EditingThemes.Done made(Supplier<Outcome> edit) {
        return switch (QUESTION.ask(edit)) {
            case Outcome.Made made -> made.done();
            case Outcome.Refused refused -> throw new AssertionError(refused.why());
        };
    }

    private static List<WorkingTheme> leaves() {
        Codebook themes = QUESTION.coded().themes();
        return themes.themes().stream()
                .filter(theme -> !theme.sources().isEmpty())
                .toList();
    }

    private static ThemeId topLeaf() {
        return leaves().stream()
                .filter(theme -> theme.parent() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static int placeOf(ThemeId theme) {
        CodedQuestion coded = QUESTION.coded();
        return coded.kept()
                .place(coded.themes().theme(theme).orElseThrow().sources().first());
    }
}
