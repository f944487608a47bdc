package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The consultation that other tests build on is what it claims to be.
class CodedConsultationTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void hasThemesThatAnswersCarry() {
        Person lead = WORKBENCH.person("Cora Coded");
        CodedConsultation coded = CodedConsultation.in(WORKBENCH, "Coded", lead);
        CodedConsultation again = CodedConsultation.in(WORKBENCH, "Coded again", lead);
        assertThat(again.answers()).doesNotContainAnyElementsOf(coded.answers());
        CodedQuestion question = Scope.of(coded.consultation())
                .call(() -> WORKBENCH.bean(Counting.class).of(coded.question()).orElseThrow());
        assertThat(question.answers())
                .containsExactly(
                        coded.answers().stream().mapToLong(Long::longValue).toArray());
        assertThat(question.themes().themes()).hasSizeGreaterThan(4);
        assertThat(question.covered().cardinality())
                .isGreaterThan(coded.answers().size() / 2);
    }
}
