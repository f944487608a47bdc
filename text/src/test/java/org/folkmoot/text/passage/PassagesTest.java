package org.folkmoot.text.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {
    private static List<String> passages(String answer) {
        return Passages.of(answer).stream().map(span -> span.of(answer)).toList();
    }

    @Test
    void sentencesEndAtFullStopsQuestionAndExclamationMarks() {
        assertThat(passages("  The ferry is late. Why is nobody told?! Please put up a board!  "))
                .containsExactly("The ferry is late.", "Why is nobody told?!", "Please put up a board!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I told Mr. Evans and Dr. Khan about bus No. 5 twice.",
                "The U.K. government and the E.U. agreed on this.",
                "J. R. Okafor asked for it, e.g. at the market.",
                "It costs £3.50 a day, i.e. approx. 2.5 times last year's fare.",
                "Write to www.example.org/a.b?Q=1.2 or ask.me@example.org about it.",
                "We meet at 5 p.m. on Tuesdays in St. Mary's hall.",
                "Die Brücke, z.B. am 3. Mai, war ca. 2 Std. gesperrt.",
                "Viele Wege, z. B. am Tor, sind i. d. R. zu schmal.",
                "Entlang der Alten Lindenstr. fehlt ein Radweg.",
                "He called it \"a joke!\" and left the hall.",
                "I waited and waited ... and then went home.",
                "See para. 4 and fig. 2 for the numbers.",
                "Parks, libraries etc. are closing all around us."
            })
    void fullStopsInsideASentenceDontEndIt(String sentence) {
        assertThat(passages(sentence)).containsExactly(sentence);
    }

    @Test
    void abbreviationsMayStillEndASentence() {
        assertThat(
                        passages(
                                "I would vote no. The plan is too costly, wasteful etc. We all agree in the U.K. The rest is noise."))
                .containsExactly(
                        "I would vote no.",
                        "The plan is too costly, wasteful etc.",
                        "We all agree in the U.K.",
                        "The rest is noise.");
    }

    @Test
    void missingSpaceAfterAFullStopDoesNotHideTheSentence() {
        assertThat(passages("The lights are broken.Nobody repairs them!Please help us."))
                .containsExactly("The lights are broken.", "Nobody repairs them!", "Please help us.");
    }

    @Test
    void closingQuotesBelongToTheirSentence() {
        assertThat(passages("They said \"wait your turn.\" Then they closed (for good!). We left early."))
                .containsExactly("They said \"wait your turn.\"", "Then they closed (for good!).", "We left early.");
    }

    @Test
    void listItemsArePassagesWithoutTheirBullets() {
        assertThat(passages("My wishes:\n- more benches\n* a drinking fountain\n• longer opening hours\n– shade"))
                .containsExactly("My wishes:", "more benches", "a drinking fountain", "longer opening hours", "shade");
    }

    @Test
    void numbersOfListsStayWithTheirItem() {
        assertThat(passages("1. Mend the roof 2. Paint the doors 3. Sell tea all day"))
                .containsExactly("1. Mend the roof", "2. Paint the doors", "3. Sell tea all day");
    }

    @Test
    void linesWrappedByAMailProgramAreOneSentence() {
        String wrapped = """
                We have lived beside the canal since before the war and the
                towpath has never been in such a state as it is this winter,
                nor have the moorings.

                Please mend both""";
        assertThat(passages(wrapped)).hasSize(2).last().isEqualTo("Please mend both");
    }

    @Test
    void shortLinesAreItemsOfTheirOwn() {
        assertThat(passages("cheaper fares\nlater trains\nclean toilets"))
                .containsExactly("cheaper fares", "later trains", "clean toilets");
    }

    @Test
    void fragmentsJoinTheirNeighbour() {
        assertThat(passages("Yes. I agree with the plan. It is far too slow though. Shame!"))
                .containsExactly("Yes. I agree with the plan.", "It is far too slow though. Shame!");
    }

    @Test
    void shortStatementsStandAlone() {
        assertThat(passages("Friendly staff. Parking was impossible."))
                .containsExactly("Friendly staff.", "Parking was impossible.");
    }

    @Test
    void emojiEndASentenceAndBelongToIt() {
        assertThat(
                        passages(
                                "Love the new playground \uD83D\uDE0D\uD83D\uDC4D\uD83C\uDFFD The café is shut! \uD83D\uDE22 Open it please"))
                .containsExactly(
                        "Love the new playground \uD83D\uDE0D\uD83D\uDC4D\uD83C\uDFFD",
                        "The café is shut! \uD83D\uDE22",
                        "Open it please");
    }

    @Test
    void symbolsAloneAreAPassageAndPunctuationAloneIsNone() {
        assertThat(passages(" \uD83D\uDC4D ")).containsExactly("\uD83D\uDC4D");
        assertThat(passages("\n - ...\n")).isEmpty();
        assertThat(passages("")).isEmpty();
    }

    @Test
    void otherScriptsEndSentencesWithTheirOwnMarks() {
        assertThat(passages("公园很漂亮。但是太远了！谢谢。")).containsExactly("公园很漂亮。", "但是太远了！", "谢谢。");
        assertThat(passages("बस देर से आती है। किराया बहुत अधिक है।"))
                .containsExactly("बस देर से आती है।", "किराया बहुत अधिक है।");
        assertThat(passages("بس ہمیشہ دیر سے آتی ہے۔ کرایہ زیادہ ہے۔")).hasSize(2);
    }

    @Test
    void capitalsAreReadLikeOtherText() {
        assertThat(passages("STOP WASTING OUR MONEY. FIX THE ROADS FIRST!! NOBODY LISTENS"))
                .containsExactly("STOP WASTING OUR MONEY.", "FIX THE ROADS FIRST!!", "NOBODY LISTENS");
    }

    @Test
    void longRunsAreCutBeforeAConnective() {
        String run = "i have used this library every week for twenty years and my children learned to read here in the "
                + "afternoons with the lovely ladies at the desk but now you want to close it on saturdays which is the "
                + "only day that people who work can come and nobody has told us where the money from the sale will go";
        List<String> passages = passages(run);
        assertThat(passages).hasSize(2).first().asString().endsWith("ladies at the desk");
        assertThat(String.join(" ", passages)).isEqualTo(run);
    }

    @Test
    void longSentencesAreCutAtSemicolons() {
        String sentence =
                "The first of the three options is plainly the cheapest for the council and its tenants; the second would at "
                        + "least keep the hall open for the winter months and the youth club.";
        assertThat(passages(sentence)).hasSize(2).first().asString().endsWith("tenants;");
        assertThat(passages("It is cheap; it is also quick.")).hasSize(1);
    }

    @Test
    void endlessWordsAreCutBetweenCodePoints() {
        List<String> passages = passages("\uD83D\uDE00a".repeat(5_000));
        assertThat(passages).hasSizeGreaterThan(10).allSatisfy(passage -> {
            assertThat(Character.isLowSurrogate(passage.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(passage.charAt(passage.length() - 1)))
                    .isFalse();
        });
        assertThat(String.join("", passages)).isEqualTo("\uD83D\uDE00a".repeat(5_000));
    }
}
