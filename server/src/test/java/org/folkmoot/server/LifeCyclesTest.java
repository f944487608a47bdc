package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.server.platform.LifeCycle;
import org.junit.jupiter.api.Test;

/// The diagrams in the docs are those of the tables in the code.
class LifeCyclesTest {
    @Test
    void diagramsInTheDocsAreThoseOfTheCode() throws Exception {
        StringBuilder page = new StringBuilder("""
                # Life cycles

                What lives in the workbench, and what leads from one state to the next; in brackets the right it takes. Buttons,
                permissions and audit entries are read from the same tables in the code; a test compares this page with them.
                """);
        for (LifeCycle<?, ?> cycle : cycles()) {
            page.append("\n## ").append(Character.toUpperCase(cycle.name().charAt(0)));
            page.append(cycle.name().substring(1)).append("\n\n```mermaid\n");
            page.append(cycle.mermaid()).append("```\n");
        }
        Path fresh = Path.of("target", "lifecycles.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, page);
        assertThat(Files.readString(Path.of("..", "docs", "lifecycles.md")))
                .as("docs/lifecycles.md; to bring it up to date: cp server/target/lifecycles.md docs/lifecycles.md")
                .isEqualTo(page.toString());
    }

    private static List<LifeCycle<?, ?>> cycles() {
        List<LifeCycle<?, ?>> cycles = new ClassFileImporter()
                .importUrl(Server.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(LifeCycle.class))
                        .<LifeCycle<?, ?>>map(LifeCyclesTest::value)
                        .sorted(Comparator.comparing(LifeCycle::name))
                        .toList();
        assertThat(cycles).extracting(LifeCycle::name).contains("theme version").doesNotHaveDuplicates();
        return cycles;
    }

    private static LifeCycle<?, ?> value(JavaField of) {
        try {
            Field field = Class.forName(of.getOwner().getName()).getDeclaredField(of.getName());
            field.setAccessible(true);
            return (LifeCycle<?, ?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(of.getFullName(), e);
        }
    }
}
