package org.folkmoot.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q2   | 2. Please say more            | Please say more
            Q2   | Q2: Please say more           | Please say more
            Q2   | Question 2 – Please say more  | Please say more
            Q2   | Q2 Please say more            | Please say more
            Q12  | Q12.Please say more           | Q12.Please say more
            Q4b  | 4(b). Why?                    | Why?
            Q4b  | Q4b) Why?                     | Why?
            Q4_2 | Q4.2 Why?                     | Why?
            Q3   | 2. Please say more            | 2. Please say more
            Q2   | 2 buses a day: is that enough?| 2 buses a day: is that enough?
            Q2   | Please say more               | Please say more
            Q2   | Q2                            | Q2
            Why  | 2. Why?                       | 2. Why?
            """)
    void numberIsLeftOutWhereTheIdSaysIt(String id, String text, String unnumbered) {
        assertThat(new Question(id, text, Question.Kind.OPEN, null).unnumbered())
                .isEqualTo(unnumbered);
    }
}
