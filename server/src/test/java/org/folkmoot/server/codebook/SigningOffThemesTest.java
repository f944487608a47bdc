package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Versions of themes.
class SigningOffThemesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Signs");
    private static final AuditLog.Actor BY = new AuditLog.Actor(LEAD.id(), LEAD.name());
    private static final SigningOffThemes SIGNING = WORKBENCH.bean(SigningOffThemes.class);
    private static final EditingThemes EDITING = WORKBENCH.bean(EditingThemes.class);
    private static final ComparingVersions COMPARING = WORKBENCH.bean(ComparingVersions.class);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void laterEditMakesTheNextVersionAndTheFirstStands() {
        ThemedQuestion question = ThemedQuestion.of(WORKBENCH, "Versions", LEAD);
        assertThat(state(question)).isEqualTo(ThemeVersionState.PROPOSED);
        int first = question.ask(() -> SIGNING.signOff(question.id(), mark(question), "As proposed", BY));
        assertThat(first).isEqualTo(1);
        assertThat(state(question)).isEqualTo(ThemeVersionState.SIGNED_OFF);
        assertThatThrownBy(() -> question.ask(() -> SIGNING.signOff(question.id(), mark(question), "", BY)))
                .isInstanceOf(Refused.class)
                .hasMessage("already-signed-off");
        Map<ThemeId, Integer> counts =
                question.ask(() -> COMPARING.frozen(question.id(), 1)).counts();
        List<WorkingTheme> themes = leaves(question);
        ThemeId gone = themes.get(0).id();
        ThemeId stays = themes.get(1).id();
        int before = question.coded().submissions(stays);
        question.ask(() -> EDITING.edit(question.id(), new ThemeEdit.Merge(List.of(gone), stays), BY));
        assertThat(state(question)).isEqualTo(ThemeVersionState.IN_WORK);
        assertThat(question.ask(() -> COMPARING.frozen(question.id(), 1)).counts())
                .isEqualTo(counts);
        assertThat(question.ask(() -> SIGNING.signOff(question.id(), mark(question), "", BY)))
                .isEqualTo(2);
        ComparingVersions.Compared compared = question.ask(() -> COMPARING.compare(question.id(), 1, 2));
        assertThat(compared.difference().themes())
                .filteredOn(theme -> theme.theme().equals(stays))
                .singleElement()
                .satisfies(theme -> {
                    assertThat(theme.answersBefore()).isEqualTo(before);
                    assertThat(theme.answersAfter()).isEqualTo(question.coded().submissions(stays));
                });
        assertThat(question.ask(() -> COMPARING.compare(question.id(), 2, 0))
                        .difference()
                        .themes())
                .isEmpty();
        assertThat(question.ask(() -> COMPARING.versions(question.id())))
                .extracting(Version::state)
                .containsExactly(ThemeVersionState.SIGNED_OFF, ThemeVersionState.SUPERSEDED);
    }

    @Test
    void decisionAfterSignOffBelongsToTheNextVersion() {
        ThemedQuestion question = ThemedQuestion.of(WORKBENCH, "Decisions", LEAD);
        question.ask(() -> SIGNING.signOff(question.id(), "", "", BY));
        ThemeId theme = leaves(question).getFirst().id();
        int answer = question.coded().alone(theme).nextSetBit(0);
        question.decide(LEAD, answer, 0);
        assertThat(state(question)).isEqualTo(ThemeVersionState.IN_WORK);
        ComparingVersions.Compared compared = question.ask(() -> COMPARING.compare(question.id(), 1, 0));
        assertThat(compared.difference().answers().keySet()).containsExactly(answer);
        assertThat(compared.answers()[answer]).isEqualTo(question.answers().get(answer));
    }

    @Test
    void whoSawOtherThemesMustLookAgain() {
        ThemedQuestion question = ThemedQuestion.of(WORKBENCH, "Seen", LEAD);
        String seen = mark(question);
        ThemeId theme = leaves(question).getFirst().id();
        question.ask(() -> EDITING.edit(question.id(), new ThemeEdit.Rename(theme, "Another name"), BY));
        assertThatThrownBy(() -> question.ask(() -> SIGNING.signOff(question.id(), seen, "", BY)))
                .isInstanceOf(Refused.class)
                .hasMessage("changed-meanwhile");
    }

    @Test
    void signedOffVersionCannotBeRewritten() {
        ThemedQuestion question = ThemedQuestion.of(WORKBENCH, "Rewritten", LEAD);
        question.ask(() -> SIGNING.signOff(question.id(), "", "", BY));
        assertThat(WORKBENCH.owner().sql("""
                                SELECT has_column_privilege('folkmoot_app', 'codebook_version', 'themes', 'UPDATE')
                                    OR has_column_privilege('folkmoot_app', 'theme_edit', 'edit', 'UPDATE')
                                    OR has_table_privilege('folkmoot_app', 'codebook_version', 'DELETE')""").query(Boolean.class).single()).isFalse();
    }

    @Test
    void pagesShowVersionsAndWhatMoved() {
        ThemedQuestion question = ThemedQuestion.of(WORKBENCH, "Pages", LEAD);
        Person viewer = WORKBENCH.member(question.consultation(), "Vera Signs", Role.VIEWER);
        TestClient lead = WORKBENCH.signIn(LEAD);
        assertThat(lead.submit(question.path() + "/sign-off", "mark", mark(question), "note", "For the <minister>")
                        .body())
                .contains("Version 1 is signed off.", "For the &lt;minister");
        List<WorkingTheme> themes = leaves(question);
        lead.submit(
                question.path() + "/edits",
                "edit",
                "merge",
                "themes",
                themes.get(0).id().value(),
                "into",
                themes.get(1).id().value());
        question.answers().forEach(answer -> question.flag(question.answers().indexOf(answer), 0, 2, "REDACTED"));
        String changes = question.path() + "/versions/1/changes";
        assertThat(WORKBENCH.signIn(viewer).get(changes).body()).contains("What moved since version 1", "[redacted]");
        assertThat(lead.get(changes).body()).doesNotContain("[redacted]");
        assertThat(lead.get(question.path() + "/versions/7").status()).isEqualTo(404);
        List<String> paths = List.of(question.path() + "/versions", question.path() + "/versions/1", changes);
        paths.forEach(path -> TestBrowser.requireValid(lead.get(path)));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            var wide = browser.signedIn(LEAD);
            var narrow = browser.signedIn(viewer, 360, 740);
            for (String path : paths) {
                String name = "version-" + paths.indexOf(path);
                wide.navigate(path);
                TestBrowser.requireAccessible(wide);
                TestBrowser.picture(wide, name + "-1280");
                narrow.navigate(path);
                TestBrowser.requireAccessible(narrow);
                TestBrowser.picture(narrow, name + "-360");
            }
        }
    }

    private static SigningOffThemes.Standing standing(ThemedQuestion question) {
        return question.ask(() -> SIGNING.standing(question.coded().kept()));
    }

    private static ThemeVersionState state(ThemedQuestion question) {
        return standing(question).state();
    }

    private static String mark(ThemedQuestion question) {
        return standing(question).mark();
    }

    private static List<WorkingTheme> leaves(ThemedQuestion question) {
        return question.coded().themes().themes().stream()
                .filter(theme -> !theme.sources().isEmpty())
                .toList();
    }
}
