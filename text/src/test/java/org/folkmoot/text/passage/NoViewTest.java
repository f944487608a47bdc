package org.folkmoot.text.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.text.passage.NoView.CROSS_REFERENCE;
import static org.folkmoot.text.passage.NoView.NO_VIEW;
import static org.folkmoot.text.passage.NoView.VIEW;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoViewTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "-",
                "--",
                ".",
                "...",
                "?",
                "x",
                "XXX",
                "n/a",
                "N/A.",
                "N.A.",
                "na",
                "None",
                "none.",
                "Nil",
                "No comment",
                "No comments!",
                "no further comments to make",
                "No comment at this time, thank you.",
                "Not applicable",
                "not applicable to me",
                "Nothing to add",
                "I have nothing further to add.",
                "nothing else to say",
                "Don't know",
                "dont know",
                "I don’t know",
                "I really don't know, sorry",
                "Not sure",
                "unsure",
                "No opinion",
                "We have no strong views on this question.",
                "I have no view on this",
                "Did not answer",
                "Left blank",
                "prefer not to say",
                "I do not wish to comment",
                "No idea",
                "n/a n/a",
                "no - nothing to add",
                "Dim sylw",
                "Dim sylwadau.",
                "Dim byd i ychwanegu",
                "Ddim yn gwybod",
                "Amherthnasol",
                "Does gen i ddim barn",
                "keine Angabe",
                "Keine Angaben.",
                "k.A.",
                "kein Kommentar",
                "weiß nicht",
                "Ich weiß es nicht",
                "keine Meinung",
                "entfällt",
                "nicht zutreffend",
                "Keine weiteren Anmerkungen, danke",
                "We offer no comment.",
                "We make no further comment on this question",
                "I will not be commenting on this",
                "We would prefer not to comment.",
                "We take no position on this question.",
                "I'm neutral",
                "No preference either way",
                "Can't think of anything else",
                "don't mind either way",
                "Nothing comes to mind",
                "This is outside our remit"
            })
    void saysThatThereIsNothingToSay(String answer) {
        assertThat(NoView.of(answer)).isEqualTo(NO_VIEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See above",
                "see above.",
                "As above",
                "as Q3",
                "As per question 4",
                "ditto",
                "Same as above",
                "Same as my answer to question 2",
                "Please see attached letter",
                "Please see my response to Q1a.",
                "See previous answer",
                "I refer you to my answer above.",
                "See Q12",
                "(see answer to no. 7)",
                "As stated above",
                "Already answered above",
                "Please find attached our full response",
                "See our separate submission",
                "Gweler uchod",
                "Gweler yr ateb i gwestiwn 2",
                "fel uchod",
                "siehe oben",
                "Siehe Antwort zu Frage 3",
                "s.o.",
                "wie oben",
                "siehe Anhang",
                "Think you've got that answer in previous questions",
                "I think I've already answered this in the previous question",
                "You have my answer already, in question 3",
                "As I said in my last answer",
                "I have already told you that in question 2",
                "in my email",
                "It's all in my letter, as explained earlier"
            })
    void pointsAtAnotherAnswer(String answer) {
        assertThat(NoView.of(answer)).isEqualTo(CROSS_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No",
                "Yes",
                "no.",
                "Nothing",
                "Everything",
                "No comment other than that trains are late",
                "None of the buses stop here",
                "See above, but I would also lower the fee",
                "As above plus free parking",
                "I don't know why you would close it",
                "I don't know any GP who agrees",
                "Not sure this will work",
                "Nothing to add except more bins",
                "I would like to see the document",
                "See you in court",
                "Same day appointments",
                "Please reply to my letter",
                "Above all, safety",
                "Section 4",
                "5",
                "No strong case",
                "no views of the sea any more",
                "The question is the same for everyone",
                "\uD83D\uDC4D",
                "不",
                "Dim digon o fysiau",
                "Keine Autos mehr",
                "Siehe Kopenhagen",
                "oben fehlt Licht",
                "Not applicable to rural schools",
                "Pass the law",
                "I see no answer to this",
                "Nope, scrap it",
                "x-rays take too long",
                "no parking",
                "I already told you that trains are late",
                "You got my letter",
                "I gave up before the first question",
                "in my street",
                "We make no profit",
                "We take no money from suppliers",
                "I am not commenting on how rude she was",
                "Don't mind the noise"
            })
    void statesAView(String answer) {
        assertThat(NoView.of(answer)).isEqualTo(VIEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No",
                "nope",
                "No thank you.",
                "No, all good",
                "That's all",
                "No that's it",
                "Nothing further",
                "Not at this time",
                "I think that's it, thanks",
                "Thank you for asking us"
            })
    void whereTheQuestionAsksForWhatElseThereIsNothingElse(String answer) {
        assertThat(NoView.of(answer, "Is there anything else you would like to tell us?"))
                .isEqualTo(NO_VIEW);
        assertThat(NoView.of(answer, "Do you have any further comments?")).isEqualTo(NO_VIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "nope", "That's all", "Nothing further"})
    void whereTheQuestionAsksForAViewANoIsOne(String answer) {
        assertThat(NoView.of(answer, "Should the library close on Mondays, and why?"))
                .isEqualTo(VIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No more cuts", "Nothing was done about the bins", "That is all wrong", "No, it is unfair"})
    void whereTheQuestionAsksForWhatElseAViewIsStillAView(String answer) {
        assertThat(NoView.of(answer, "Any other comments?")).isEqualTo(VIEW);
    }
}
