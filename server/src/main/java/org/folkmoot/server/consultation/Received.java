package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.text.Span;

/// What was received for one consultation, in the words chosen, with the ids by which the database knows it.
///
/// @param consultation for the engine's writers; its responses stand in ascending id
/// @param questionIds in the order of the questions
/// @param answers per question and response the answer's id, 0 where there is none
/// @param hidden by answer id how its words are shown; answers that are shown as received are left out
/// @param undecided by answer id where personal data is flagged and nobody decided on it yet, in the text received
record Received(
        Consultation consultation,
        List<Long> questionIds,
        long[][] answers,
        Map<Long, PublishableText> hidden,
        Map<Long, List<Span>> undecided) {
    /// The index of a response by the answer it gave to a question; empty if the response no longer counts.
    Map<Long, Integer> responseOf(int question) {
        Map<Long, Integer> responses = new java.util.HashMap<>();
        for (int i = 0; i < answers[question].length; i++) {
            if (answers[question][i] != 0) {
                responses.put(answers[question][i], i);
            }
        }
        return responses;
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
