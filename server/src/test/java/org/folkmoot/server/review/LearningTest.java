package org.folkmoot.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.EditingThemes;
import org.folkmoot.server.codebook.ThemeEdit;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The coder learns from decisions, and from nothing else; decisions outlive what it learns.
class LearningTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lara Learns");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    @Timeout(300)
    void decisionsOutliveARunAMergeAndItsUndoing() throws Exception {
        CodedConsultation coded = CodedConsultation.in(WORKBENCH, "Learning", LEAD);
        TestClient client = WORKBENCH.signIn(LEAD);
        String code = "/consultations/" + coded.consultation() + "/code/" + coded.question();
        List<ThemeId> themes = leaves(coded);
        assertThat(client.post(code + "/learn").status())
                .as("too few decisions")
                .isEqualTo(409);
        for (int i = 0; i < 40; i++) {
            decide(coded, coded.answers().get(i), List.of(themes.get(i % 2).value()));
        }
        CodedQuestion before = now(coded);
        assertThat(before.decided()).isEqualTo(40);
        assertThat(client.post(code + "/learn").status()).isEqualTo(303);
        long learned = awaitRun(coded);
        CodedQuestion after = now(coded);
        assertThat(after.kept().codedBy()).isEqualTo(learned).isNotEqualTo(coded.run());
        for (int i = 0; i < 40; i++) {
            assertThat(ids(after, i))
                    .as("answer %d", i)
                    .containsExactly(themes.get(i % 2).value());
        }
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT measures FROM run WHERE id = ?")
                        .param(learned)
                        .query(String.class)
                        .list())
                .hasSize(1);
        Scope.of(coded.consultation()).run(() -> {
            EditingThemes editing = WORKBENCH.bean(EditingThemes.class);
            var actor = new org.folkmoot.server.audit.AuditLog.Actor(LEAD.id(), LEAD.name());
            editing.edit(coded.question(), new ThemeEdit.Merge(List.of(themes.get(1)), themes.get(0)), actor);
            assertThat(ids(now(coded), 1)).containsExactly(themes.get(0).value());
            long entry = now(coded).kept().log().last();
            editing.undo(coded.question(), entry, actor);
            assertThat(ids(now(coded), 1)).containsExactly(themes.get(1).value());
        });
    }

    @Test
    void sampleIsNotLearnedFrom() {
        CodedConsultation coded = CodedConsultation.in(WORKBENCH, "Untouched", LEAD);
        Person reader = WORKBENCH.member(coded.consultation(), "Rita Reader", Role.REVIEWER);
        List<ThemeId> themes = leaves(coded);
        for (int i = 0; i < 30; i++) {
            decide(coded, coded.answers().get(i), List.of(themes.get(i % 2).value()));
        }
        Scope.of(coded.consultation()).run(() -> {
            long sample = WORKBENCH
                    .bean(DrawingSamples.class)
                    .draw(
                            coded.consultation(),
                            coded.question(),
                            new DrawingSamples.Wish(0, DrawingSamples.Plan.SIMPLE, 20, "", 7, List.of(reader.id())),
                            asker(coded));
            List<Long> drawn = WORKBENCH.bean(BlindSamples.class).items(sample).stream()
                    .map(BlindSamples.Item::answer)
                    .toList();
            assertThat(drawn).doesNotContainAnyElementsOf(coded.answers().subList(0, 30));
            WORKBENCH
                    .owner()
                    .sql("UPDATE blind_sample SET state = 'CLOSED' WHERE id = ?")
                    .param(sample)
                    .update();
            Learning learning = WORKBENCH.bean(Learning.class);
            int before = learning.learn(coded.question(), Progress.SILENT).learnedFrom();
            assertThat(before).isBetween(20, 30);
            drawn.forEach(
                    answer -> decide(coded, answer, List.of(themes.getFirst().value())));
            assertThat(learning.learn(coded.question(), Progress.SILENT).learnedFrom())
                    .as("decisions on answers of the sample, made after it was closed, teach nothing")
                    .isEqualTo(before);
        });
    }

    private static Asker asker(CodedConsultation coded) {
        return new Asker(
                LEAD.id(),
                LEAD.name(),
                false,
                java.util.Map.of(coded.consultation(), new Asker.Membership(Role.LEAD, "Learning")));
    }

    private static void decide(CodedConsultation coded, long answer, List<String> themes) {
        Scope.of(coded.consultation())
                .run(() -> WORKBENCH
                        .bean(DecidingOnAnswers.class)
                        .decide(
                                coded.consultation(),
                                coded.question(),
                                answer,
                                new DecidingOnAnswers.Wish(
                                        themes.stream()
                                                .map(theme -> new Decisions.Choice(theme, 0, 1))
                                                .toList(),
                                        "",
                                        false,
                                        List.of()),
                                asker(coded)));
    }

    private static CodedQuestion now(CodedConsultation coded) {
        return Scope.of(coded.consultation())
                .call(() -> WORKBENCH.bean(Counting.class).of(coded.question()).orElseThrow());
    }

    /// The two themes without sub-themes that most answers carry.
    private static List<ThemeId> leaves(CodedConsultation coded) {
        CodedQuestion question = now(coded);
        List<WorkingTheme> leaves = new ArrayList<>(question.themes().themes());
        leaves.removeIf(theme -> theme.sources().isEmpty());
        leaves.sort(java.util.Comparator.comparingInt(theme -> -question.submissions(theme.id())));
        return leaves.subList(0, 2).stream().map(WorkingTheme::id).toList();
    }

    private static List<String> ids(CodedQuestion question, int index) {
        return question.themesOf(index).stream()
                .map(theme -> theme.id().value())
                .toList();
    }

    private static long awaitRun(CodedConsultation coded) throws Exception {
        Instant until = Instant.now().plus(Duration.ofMinutes(4));
        while (Instant.now().isBefore(until)) {
            var done = WORKBENCH
                    .owner()
                    .sql("SELECT id FROM run WHERE question_id = ? AND kind = 'LEARN' AND state = 'DONE'")
                    .param(coded.question())
                    .query(Long.class)
                    .optional();
            if (done.isPresent()) {
                return done.get();
            }
            assertThat(WORKBENCH
                            .owner()
                            .sql("SELECT count(*) FROM run WHERE question_id = ? AND state = 'FAILED'")
                            .param(coded.question())
                            .query(Long.class)
                            .single())
                    .isZero();
            Thread.sleep(200);
        }
        throw new AssertionError("the run did not end");
    }
}
