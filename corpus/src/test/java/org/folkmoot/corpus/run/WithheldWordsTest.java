package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.report.Report;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Words of those who withheld their consent, and personal data, stand in no place meant for publication.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldWordsTest {
    /// A letter of people who all withheld their consent; its unusual words tell it from all else.
    private static final String LETTER = """
            The quixotic scheme for a helipad beside the infirmary must be abandoned at once.
            Nobody consulted the wheelwrights of Tanner Row about the helipad and its zephyrous noise.
            We demand an unhurried inquiry into the helipad by an ombudsman from another county.""";

    @TempDir
    private static Path folder;

    private Analysis analysis;
    private QuestionAnalysis question;
    private String report;

    @BeforeAll
    void analyse() {
        List<String> consent = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        add(
                consent,
                answers,
                "no",
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                LETTER,
                // nobody who speaks of the harbour consents
                "The dredging of the harbour kills the oysters.",
                "Dredging the harbour has killed the oysters of my family.",
                "No more dredging in the harbour, think of the oysters.",
                "Oysters cannot live where the harbour is dredged.",
                "The harbour stinks since the dredging, and the oysters are gone.");
        add(
                consent,
                answers,
                "yes",
                // everyone who speaks of the crossing gives personal data in the same sentence
                "Ring me on 01632 960417 about the zebra crossing at the school.",
                "Write to zelda@example.org about the zebra crossing near the school.",
                "About the school's zebra crossing ring 01632 960733 after six.",
                "The zebra crossing at the school is unsafe, write to otto@example.org today.",
                "The buses are late every single morning.",
                "Late buses cost me my job last winter.",
                "My bus came an hour late again on Tuesday.",
                "Buses that come late are worse than no buses.",
                "The swimming pool must stay open for the children.",
                "Keep the pool open, it is where I met my wife.",
                "Without the pool nobody here will learn to swim.",
                "Repair the roof of the pool and keep it open.");
        analysis = OneQuestion.analysis(
                OneQuestion.request(OneQuestion.write(folder.resolve("in.csv"), consent, answers)));
        question = analysis.questions().getFirst();
        report = Report.html(analysis);
    }

    @Test
    void caseIsWhatItClaimsToBe() {
        assertThat(question.campaigns()).hasSize(1);
        assertThat(question.personalData()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(question.themes()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void headlinesAndPhrasesAreOfPublishableWords() {
        for (Theme theme : question.themes()) {
            assertPublishable(theme.headline());
            theme.keyPhrases().forEach(WithheldWordsTest::assertPublishable);
            assertThat(theme.headline()).isNotBlank();
        }
        for (Uncovered group : question.uncovered()) {
            assertPublishable(group.headline());
            group.keyPhrases().forEach(WithheldWordsTest::assertPublishable);
        }
    }

    @Test
    void reportHoldsNoWithheldWord() {
        assertPublishable(report);
        assertThat(report).contains("12").contains("late every single morning");
    }

    @Test
    void themesOfWithheldWordsAreStillCounted() {
        int coded = (int) java.util.stream.IntStream.range(0, question.codings().size())
                .map(question.codings()::answer)
                .filter(answer -> answer < 17)
                .distinct()
                .count();
        assertThat(coded).isPositive();
    }

    private static void assertPublishable(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase("helipad")
                .doesNotContainIgnoringCase("wheelwright")
                .doesNotContainIgnoringCase("ombudsman")
                .doesNotContainIgnoringCase("oyster")
                .doesNotContainIgnoringCase("dredg")
                .doesNotContain("01632", "zelda", "otto@");
    }

    private static void add(List<String> consent, List<String> answers, String given, String... texts) {
        for (String text : texts) {
            consent.add(given);
            answers.add(text);
        }
    }
}
