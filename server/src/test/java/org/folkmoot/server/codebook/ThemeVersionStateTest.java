package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.server.codebook.ThemeVersionState.LIFE_CYCLE;

import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.LifeCycle;
import org.junit.jupiter.api.Test;

class ThemeVersionStateTest {
    @Test
    void diagramSaysWhoDoesWhat() {
        assertThat(LIFE_CYCLE.mermaid()).isEqualTo("""
                stateDiagram-v2
                    [*] --> proposed
                    proposed --> in_work : edit (edit themes)
                    proposed --> signed_off : sign off (sign off)
                    proposed --> superseded : propose anew (run)
                    in_work --> in_work : edit (edit themes)
                    in_work --> signed_off : sign off (sign off)
                    in_work --> superseded : propose anew (run)
                    signed_off --> superseded : sign off the next (sign off)
                    superseded --> [*]
                """);
    }

    @Test
    void onlyALeadSignsOff() {
        assertThat(LIFE_CYCLE.open(ThemeVersionState.IN_WORK, right -> right.isHeldBy(Role.ANALYST)))
                .extracting(LifeCycle.Step::action)
                .containsExactly("edit", "propose anew");
        assertThat(LIFE_CYCLE.open(ThemeVersionState.IN_WORK, right -> right.isHeldBy(Role.LEAD)))
                .extracting(LifeCycle.Step::action)
                .containsExactly("edit", "sign off", "propose anew");
        assertThat(LIFE_CYCLE.open(ThemeVersionState.SIGNED_OFF, right -> right.isHeldBy(Role.ANALYST)))
                .isEmpty();
    }

    @Test
    void signedOffVersionCannotBeEdited() {
        assertThat(LIFE_CYCLE.step(ThemeVersionState.SIGNED_OFF, "edit")).isEmpty();
        assertThat(LIFE_CYCLE.step(ThemeVersionState.PROPOSED, "edit"))
                .map(LifeCycle.Step::to)
                .contains(ThemeVersionState.IN_WORK);
    }
}
