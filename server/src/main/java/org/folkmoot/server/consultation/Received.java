package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.text.Span;

/// What was received for one consultation, in the words chosen, with the ids by which the database knows it.
///
/// @param stamp of what was received: where it is the same, so are all words as received
/// @param consultation for the engine's writers; its responses stand in ascending id
/// @param questionIds in the order of the questions
/// @param answers per question which response gave which answer
/// @param hidden by answer id how its words are shown; answers that are shown as received are left out
/// @param personal per question where personal data is that hides words or awaits a decision
record Received(
        String stamp,
        Consultation consultation,
        List<Long> questionIds,
        List<AnswerIds> answers,
        Map<Long, PublishableText> hidden,
        List<Personal> personal) {
    /// Personal data in the answers to one question, in the text received.
    ///
    /// @param hidden by answer id what is not shown to everyone
    /// @param undecided by answer id what of it nobody decided on yet
    record Personal(Map<Long, List<Span>> hidden, Map<Long, List<Span>> undecided) {}

    /// Index of the response that gave an answer to a question, -1 if it no longer counts.
    int responseOf(int question, long answer) {
        return answers.get(question).responseOf(answer);
    }

    /// Where a passage of the text received stands in the words shown.
    Span shown(long answer, Span span) {
        PublishableText text = hidden.get(answer);
        return text == null ? span : text.mapped(span);
    }

    Question question(int index) {
        return consultation.questions().get(index);
    }
}
