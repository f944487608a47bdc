package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Ledger;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.verify.Verification;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever people send, every answer is accounted for and the output checks out.
class EdgeAnswersTest {
    private static final String LETTER = """
            Dear councillors, I write to object to the closing of the swimming pool in Mill Lane.
            Children of this town learn to swim there, and for many of us it is the only exercise left.
            The repairs would cost less than the consultants you paid to tell you to close it.
            Please keep the pool open and publish the survey of the roof.""";

    @TempDir
    private Path folder;

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("all blank", List.of("", " ", "\t", ""), 0),
                arguments("no views", List.of("No comment", "n/a", "N/A", "None", "-"), 0),
                arguments("one answer", List.of("The lake is too cold to swim in before June."), 1),
                arguments("one word", List.of("Rubbish"), 1),
                arguments("two identical", List.of("More trees please.", "More trees please."), 2),
                arguments("identical letters", Collections.nCopies(300, LETTER), 300),
                arguments("only Welsh", welsh(), 6),
                arguments("only emoji", List.of("😀😀😀", "🎉", "👍🏽👍🏽", "❤️"), 4),
                arguments("punctuation", List.of("?!?", "...", "***", "\"\""), -1),
                arguments("formulas", List.of("=1+1", "+44", "@all", "-5 out of 10", "'=quoted"), -1),
                arguments("no spaces", List.of("a".repeat(20_000), "b".repeat(3)), -1),
                arguments("controls", List.of("half a smile \u200B\u202E", "bell \u0007 rings", "\uFEFFmark"), 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void everyAnswerIsAccountedFor(String name, List<String> answers, int analysed) {
        QuestionAnalysis question = checked(answers);
        if (analysed >= 0) {
            assertThat(question.status().stream().filter(status -> status == AnswerStatus.ANALYSED))
                    .hasSize(analysed);
        }
    }

    @Test
    void answerOfSixtyThousandWordsIsReadToItsEnd() {
        List<String> words = List.of("river", "market", "chapel", "garden", "teacher", "window", "harvest", "ferry");
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 6500; sentence++) {
            text.append("The ").append(words.get(sentence % 8)).append(" near the ");
            text.append(words.get(sentence * 5 % 7)).append(" was closed again all week.\n");
        }
        QuestionAnalysis question =
                checked(List.of(text.toString(), "The ferry never sails on Sundays.", "Open the chapel again."));
        assertThat(question.status()).containsOnly(AnswerStatus.ANALYSED);
    }

    @Test
    void identicalLettersAreOneCampaignAndOneText() {
        QuestionAnalysis question = checked(Collections.nCopies(300, LETTER));
        assertThat(question.campaigns()).hasSize(1);
        assertThat(question.campaigns().getFirst().members()).hasSize(300);
        assertThat(question.distinctText()).containsOnly(0);
    }

    @Test
    void welshAnswersAreThemedAsWelsh() {
        QuestionAnalysis question = checked(welsh());
        assertThat(question.language()).containsOnly("cy");
        assertThat(question.themes()).isNotEmpty();
    }

    private QuestionAnalysis checked(List<String> answers) {
        Path file = OneQuestion.write(folder.resolve("in.csv"), Collections.nCopies(answers.size(), "yes"), answers);
        Analysis analysis = OneQuestion.analysis(OneQuestion.request(file));
        Ledger ledger = Ledger.of(analysis);
        Map<AnswerStatus, Integer> counts = ledger.lines().getFirst().counts();
        assertThat(ledger.received()).isEqualTo(answers.size());
        assertThat(ledger.excludedRows()
                        + counts.values().stream().mapToInt(n -> n).sum())
                .isEqualTo(answers.size());
        Path out = folder.resolve("out");
        OutputFolder.at(out, true)
                .write(analysis, new TreeMap<>(), Set.of(OutputFolder.Format.values()), Progress.SILENT);
        assertThat(Verification.of(out).checks())
                .allSatisfy(check -> assertThat(check.findings()).isEmpty());
        QuestionAnalysis question = analysis.questions().getFirst();
        assertThat(listed(question)).containsAll(analysed(question));
        return question;
    }

    /// The answers that carry a theme or stand among the arguments that no theme covers.
    private static Set<Integer> listed(QuestionAnalysis question) {
        Set<Integer> listed = new TreeSet<>();
        for (int c = 0; c < question.codings().size(); c++) {
            listed.add(question.codings().answer(c));
        }
        question.uncovered().forEach(group -> group.passages().forEach(passage -> listed.add(passage.answer())));
        return listed;
    }

    private static List<Integer> analysed(QuestionAnalysis question) {
        return IntStream.range(0, question.status().size())
                .filter(i -> question.status().get(i) == AnswerStatus.ANALYSED)
                .boxed()
                .toList();
    }

    private static List<String> welsh() {
        return List.of(
                "Mae angen mwy o fysiau yn y pentref gyda'r nos.",
                "Nid yw'r bysiau byth yn cyrraedd ar amser yn y bore.",
                "Hoffwn weld y llyfrgell yn agor ar ddydd Sadwrn hefyd.",
                "Mae'r llyfrgell yn bwysig iawn i blant y dref.",
                "Dylai'r cyngor wrando ar bobl ifanc cyn gwneud penderfyniad.",
                "Mae'r parc yn frwnt ac nid oes digon o finiau sbwriel yno.");
    }
}
