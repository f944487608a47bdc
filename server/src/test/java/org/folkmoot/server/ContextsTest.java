package org.folkmoot.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.platform.Open;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The walls between the contexts, and what may not be forgotten inside them.
class ContextsTest {
    private static final String TEMPLATES = "org.folkmoot.server.pages";
    private static final JavaClasses SERVER = new ClassFileImporter()
            .importUrl(Server.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void contextsKnowOnlyThoseBelowThem() {
        ApplicationModules.of("org.folkmoot.server", templatesOrTests()).verify();
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        check(methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Needs.class)
                .orShould()
                .beAnnotatedWith(Open.class)
                .because("a route without @Needs or @Open is closed to everyone"));
    }

    @Test
    void pagesKnowNoSql() {
        check(noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .because("a page shows what a repository or a use case gives it"));
    }

    @Test
    void sqlStandsInRepositoriesAndUseCases() {
        check(classes()
                .that(useJdbc())
                .and()
                .resideOutsideOfPackage("..platform..")
                .should()
                .beMetaAnnotatedWith(Component.class)
                .orShould()
                .bePackagePrivate()
                .because("values and pages ask those who know the tables"));
    }

    @Test
    void onlyThePlatformOpensConnections() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..platform..")
                .should()
                .callMethod(DriverManager.class, "getConnection", String.class, String.class, String.class)
                .orShould()
                .callMethod(DataSource.class, "getConnection")
                .because("row-level security holds in transactions that the platform begins, and only there"));
    }

    private static DescribedPredicate<JavaClass> templatesOrTests() {
        String main =
                Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return DescribedPredicate.describe(
                "templates or tests",
                type -> type.getPackageName().startsWith(TEMPLATES)
                        || type.getSource()
                                .filter(source -> !source.getUri().getPath().startsWith(main))
                                .isPresent());
    }

    private static DescribedPredicate<JavaClass> useJdbc() {
        return DescribedPredicate.describe(
                "use JdbcClient",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().isEquivalentTo(JdbcClient.class)));
    }

    private static void check(ArchRule rule) {
        rule.check(SERVER);
    }
}
