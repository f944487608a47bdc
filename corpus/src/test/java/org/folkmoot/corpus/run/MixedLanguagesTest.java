package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.verify.Verification;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// In a consultation of several languages themes hold answers of their own language only, and no answer gets lost.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedLanguagesTest {
    private static final List<String> ENGLISH = List.of(
            "The buses past the mill are always late.",
            "There are far too few buses in the evening and they never wait.",
            "I gave up on the bus because it is so often late.",
            "More buses on Sundays would help the people of the upper town.",
            "We need safe cycle lanes on the harbour road because cars are fast.",
            "My children cannot cycle to school, there is no lane for bicycles.",
            "Cycle lanes should be separated from the cars by a kerb.",
            "Please build cycle lanes before somebody on a bicycle gets hurt.",
            "The rubbish at the market is never collected.",
            "The bins are full every weekend and rubbish blows about.",
            "Empty the bins more often and fine people who drop rubbish.",
            "There is rubbish all over the green after every fair.",
            "A bus every hour would do, if only it came on time.",
            "People ride on the pavement since there is no cycle lane.",
            "Why is the rubbish collected on Sundays at six in the morning?",
            "Put bins at each bus stop.");
    private static final List<String> BUS = List.of(
            "Der Bus kommt fast nie pünktlich.",
            "Abends fährt kein Bus mehr ins Dorf, das ist sehr schade.",
            "Wir warten jeden Morgen lange auf den Bus zur Arbeit.",
            "Mehr Busse am Sonntag wären für ältere Leute wichtig.",
            "Die Fahrkarten für den Bus sind viel zu teuer und der Bus ist voll.",
            "Ohne den Bus kann ich nicht zum Arzt fahren.",
            "Der Bus sollte auch nachts und am Wochenende fahren.");
    private static final List<String> RADWEG = List.of(
            "Es gibt keinen sicheren Radweg zur Schule.",
            "Auf dem Radweg parken immer wieder Autos.",
            "Ein Radweg am Fluss wäre schön und auch sicher für Kinder.",
            "Die Radwege sind zu schmal und nicht beleuchtet.",
            "Bitte trennen Sie den Radweg von der Straße durch einen Bordstein.",
            "Der Radweg endet an der Brücke, dort wird es gefährlich.",
            "Neue Radwege sind besser als noch mehr Parkplätze für Autos.");

    @TempDir
    private static Path folder;

    private Path file;
    private List<String> answers;
    private Analysis analysis;
    private QuestionAnalysis question;

    @BeforeAll
    void analyse() {
        answers = new ArrayList<>(ENGLISH);
        answers.addAll(BUS);
        answers.addAll(RADWEG);
        answers.add("Autobusy nie przyjeżdżają na czas, a kierowcy nie chcą z nami rozmawiać.");
        answers.add("Potrzebujemy bezpiecznych dróg rowerowych dla dzieci, które jeżdżą do szkoły.");
        answers.add("Les bus sont toujours en retard et il n'y en a pas assez dans notre quartier.");
        answers.add("More buses");
        answers.add("Bins!");
        answers.add("Rowery");
        file = OneQuestion.write(folder.resolve("in.csv"), Collections.nCopies(answers.size(), "yes"), answers);
        analysis = OneQuestion.analysis(OneQuestion.request(file));
        question = analysis.questions().getFirst();
    }

    @Test
    void themesHoldAnswersOfTheirLanguageOnly() {
        assertThat(question.themes()).extracting(Theme::languages).contains(List.of("en"), List.of("de"));
        assertThat(question.themes()).extracting(Theme::languages).containsOnly(List.of("en"), List.of("de"));
        assertOwnLanguages(question);
    }

    @Test
    void answersInLanguagesOfFewAreListedForPeople() {
        assertThat(question.uncovered())
                .filteredOn(group -> !group.language().isEmpty())
                .extracting(Uncovered::headline)
                .containsExactly(
                        "Answers in French (1), to be read by people", "Answers in Polish (2), to be read by people");
        assertThat(question.uncovered())
                .filteredOn(group -> group.language().equals("pl"))
                .allSatisfy(group -> assertThat(group.passages())
                        .extracting(passage -> answers.get(passage.answer()))
                        .allMatch(text -> text.startsWith("Autobusy") || text.startsWith("Potrzebujemy")));
    }

    @Test
    void everyAnswerInALanguageOfFewThatHasThemesCarriesOne() {
        Set<Integer> carrying = new HashSet<>();
        for (int t = 0; t < question.themes().size(); t++) {
            carrying.addAll(carrying(t));
        }
        for (String german : BUS) {
            assertThat(carrying).as(german).contains(answers.indexOf(german));
        }
        for (String german : RADWEG) {
            assertThat(carrying).as(german).contains(answers.indexOf(german));
        }
    }

    @Test
    void noAnswerIsLost() {
        assertAllListed(question);
        assertThat(question.language().get(answers.indexOf("Bins!"))).isEqualTo("und");
    }

    @Test
    void subThemesDifferFromOneAnother() {
        List<Theme> themes = question.themes();
        for (int a = 0; a < themes.size(); a++) {
            for (int b = a + 1; b < themes.size(); b++) {
                Set<Integer> both = new HashSet<>(carrying(a));
                both.retainAll(carrying(b));
                Set<Integer> either = new HashSet<>(carrying(a));
                either.addAll(carrying(b));
                assertThat((double) both.size() / Math.max(1, either.size()))
                        .as("%s and %s", themes.get(a).headline(), themes.get(b).headline())
                        .isLessThan(0.9);
            }
        }
    }

    @Test
    void editedCodebookKeepsTheLanguageOfThemes() {
        Path out = folder.resolve("out");
        OutputFolder.at(out, true)
                .write(analysis, new TreeMap<>(), Set.of(OutputFolder.Format.values()), Progress.SILENT);
        assertThat(Verification.of(out).checks())
                .allSatisfy(check -> assertThat(check.findings()).isEmpty());
        QuestionAnalysis again = OneQuestion.analysis(new RunRequest(
                        List.of(file),
                        OneQuestion.ROLES,
                        out.resolve("themes.csv"),
                        null,
                        out.resolve("codings.csv"),
                        RunOptions.DEFAULT))
                .questions()
                .getFirst();
        assertThat(again.themes()).extracting(Theme::languages).containsOnly(List.of("en"), List.of("de"));
        assertOwnLanguages(again);
        assertAllListed(again);
    }

    @Test
    void benchKeepsToLanguagesToo() {
        try (TransformerEmbedder transformer = TransformerEmbedder.open(new Crew(2))) {
            Engine engine = new Engine(transformer, new Crew(2), Progress.SILENT);
            var request = AnalysingQuestion.Request.discover(
                    analysis.consultation(), question.question(), RunOptions.DEFAULT);
            AnalysingQuestion.Done done = AnalysingQuestion.run(request, engine);
            List<Theme> leaves = done.analysis().themes().stream()
                    .filter(theme -> done.centres().containsKey(theme.id()))
                    .toList();
            Set<List<Object>> run = new HashSet<>();
            var codings = done.analysis().codings();
            for (int c = 0; c < codings.size(); c++) {
                run.add(List.of(
                        codings.answer(c),
                        done.analysis().themes().get(codings.theme(c)).id()));
            }
            Set<List<Object>> anew = new HashSet<>();
            for (Theme theme : leaves) {
                var alone = done.bench().code(List.of(theme), done.centres(), engine);
                for (int c = 0; c < alone.size(); c++) {
                    anew.add(List.of(alone.answer(c), theme.id()));
                    assertThat(theme.takes(language(question, alone.answer(c)))).isTrue();
                }
            }
            assertThat(anew).isEqualTo(run);
            assertThat(done.bench().coverage(leaves, done.centres(), engine).groups(new Crew(1), Progress.SILENT))
                    .filteredOn(group -> group.language().equals("pl"))
                    .hasSize(1);
        }
    }

    private static String language(QuestionAnalysis of, int answer) {
        String tag = of.language().get(answer);
        return tag.equals("und") ? "en" : tag;
    }

    private static void assertOwnLanguages(QuestionAnalysis of) {
        assertThat(of.codings().size()).isPositive();
        for (int c = 0; c < of.codings().size(); c++) {
            Theme theme = of.themes().get(of.codings().theme(c));
            int answer = of.codings().answer(c);
            assertThat(theme.takes(language(of, answer)))
                    .as("%s takes answer %d", theme, answer)
                    .isTrue();
        }
    }

    private static void assertAllListed(QuestionAnalysis of) {
        Set<Integer> listed = new TreeSet<>();
        for (int c = 0; c < of.codings().size(); c++) {
            listed.add(of.codings().answer(c));
        }
        of.uncovered().forEach(group -> group.passages().forEach(passage -> listed.add(passage.answer())));
        assertThat(listed)
                .containsAll(IntStream.range(0, of.status().size())
                        .filter(i -> of.status().get(i) == AnswerStatus.ANALYSED)
                        .boxed()
                        .toList());
    }

    private Set<Integer> carrying(int theme) {
        Set<Integer> of = new HashSet<>();
        for (int c = 0; c < question.codings().size(); c++) {
            if (question.codings().theme(c) == theme) {
                of.add(question.codings().answer(c));
            }
        }
        return of;
    }
}
