package org.folkmoot.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.folkmoot");

    private static final String[] LIBRARIES = {"org.folkmoot.text..", "org.folkmoot.quality.."};

    @Test
    void everyModuleIsSeen() {
        assertThat(Stream.of("text", "quality", "corpus", "evaluation", "cli"))
                .as("modules whose classes this test inspects")
                .allMatch(module -> ALL.containPackage("org.folkmoot." + module));
    }

    @Test
    void dependenciesPointDown() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.folkmoot.corpus..", "org.folkmoot.evaluation..", "org.folkmoot.cli..")
                .because("libraries are useful alone")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("org.folkmoot.corpus..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.folkmoot.evaluation..", "org.folkmoot.cli..")
                .because("files in and out know nothing of who asks for them")
                .check(ALL);
    }

    @Test
    void textAndQualityKnowNeitherEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.folkmoot.text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.folkmoot.quality..")
                .because("each is a library of its own")
                .check(ALL);
        classes()
                .that()
                .resideInAPackage("org.folkmoot.quality..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.folkmoot.quality..",
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "org.hipparchus..",
                        "org.jspecify..")
                .because("the quality library depends on nothing but the JDK and its numerics")
                .check(ALL);
    }

    @Test
    void librariesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..",
                        "java.util.logging..",
                        "java.sql..",
                        "java.net.http..",
                        "tools.jackson..",
                        "org.springframework..",
                        "picocli..")
                .because("a library knows nothing of logging, JSON, HTTP or SQL")
                .check(ALL);
    }

    @Test
    void runsAreDeterministicAndSilent() {
        DescribedPredicate<JavaClass> anythingButCommands =
                DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.folkmoot.cli.."));
        noClasses()
                .that(anythingButCommands)
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .because("the same input gives the same output: seeds are options, and time is passed in")
                .check(ALL);
        noClasses()
                .that(anythingButCommands)
                .and()
                .resideOutsideOfPackages("org.folkmoot.benchmarks..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("only commands speak to the terminal")
                .check(ALL);
    }

    @Test
    void noJavaSerialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .because("reading serialised objects runs whatever they hold")
                .check(ALL);
    }

    @Test
    void packagesAreNullMarkedAndFreeOfCycles() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : ALL) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
        for (String module : List.of("text", "quality", "corpus")) {
            slices().matching("org.folkmoot." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(ALL);
        }
    }

    @Test
    void namesSayWhatThingsAre() {
        for (String ending : List.of("Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Dto", "DTO", "Info")) {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith(ending)
                    .because("\"" + ending + "\" says nothing: the real noun is still missing")
                    .check(ALL);
        }
    }
}
