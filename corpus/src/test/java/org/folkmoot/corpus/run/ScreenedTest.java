package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.corpus.AnswerStatus.ANALYSED;
import static org.folkmoot.corpus.AnswerStatus.CROSS_REFERENCE;
import static org.folkmoot.corpus.AnswerStatus.NO_VIEW;

import java.util.List;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Question;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;

class ScreenedTest {
    private static final List<String> ANSWERS =
            List.of("No", "That's all", "No more cuts", "As I said in my last answer", "We offer no comment.");

    @Test
    void noSaysNothingWhereTheQuestionAsksForAnythingElse() {
        assertThat(status("Is there anything else you would like to tell us?"))
                .containsExactly(NO_VIEW, NO_VIEW, ANALYSED, CROSS_REFERENCE, NO_VIEW);
    }

    @Test
    void noIsAnAnswerToOtherQuestions() {
        assertThat(status("What should the council do with the baths?"))
                .containsExactly(ANALYSED, ANALYSED, ANALYSED, CROSS_REFERENCE, NO_VIEW);
    }

    private static List<AnswerStatus> status(String question) {
        return Screened.of(
                        new Question("Q1", question, Question.Kind.OPEN, null), ANSWERS, new Crew(1), Progress.SILENT)
                .status();
    }
}
