package org.folkmoot.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.server.platform.LifeCycle.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    private enum Egg {
        LAID,
        HATCHED
    }

    private enum May {
        HATCH
    }

    @Test
    void whatHappensOfItselfIsNobodysButton() {
        LifeCycle<Egg, May> life = new LifeCycle<>("egg", Egg.LAID, List.of(hatches(null)));
        assertThat(life.open(Egg.LAID, _ -> true)).isEmpty();
        assertThat(life.mermaid()).isEqualTo("""
                stateDiagram-v2
                    [*] --> laid
                    laid --> hatched : hatch
                    hatched --> [*]
                """);
        assertThat(life.isEnd(Egg.HATCHED)).isTrue();
    }

    @Test
    void twoWaysWithOneNameAreRefused() {
        assertThatThrownBy(() -> new LifeCycle<>("egg", Egg.LAID, List.of(hatches(May.HATCH), hatches(null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hatch");
    }

    @Test
    void stateThatNothingLeadsToIsRefused() {
        assertThatThrownBy(() -> new LifeCycle<>("egg", Egg.HATCHED, List.of(hatches(May.HATCH))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAID");
    }

    private static Step<Egg, May> hatches(@Nullable May right) {
        return new Step<>(Egg.LAID, "hatch", Egg.HATCHED, right, "egg.hatched");
    }
}
