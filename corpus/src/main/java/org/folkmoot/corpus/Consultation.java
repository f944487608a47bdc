package org.folkmoot.corpus;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything received for one consultation, words unaltered.
///
/// Received rows = `responses` + `excluded`.
///
/// @param title name of the consultation, from the file or its folder
/// @param questions in the order of the form
/// @param responses in the order received
/// @param excluded rows that were received and set aside on reading, each with its reason
/// @param faults warnings that reading gave; errors stop the reading and never get here
/// @param respondentTypeId id of the about-you question by which reports compare groups ("responding as"), else null
public record Consultation(
        String title,
        List<Question> questions,
        List<Response> responses,
        List<Exclusion> excluded,
        List<Fault> faults,
        @Nullable String respondentTypeId) {
    public Consultation {
        questions = List.copyOf(questions);
        responses = List.copyOf(responses);
        excluded = List.copyOf(excluded);
        faults = List.copyOf(faults);
    }

    /// A consultation without a question for the respondent's type.
    public Consultation(
            String title,
            List<Question> questions,
            List<Response> responses,
            List<Exclusion> excluded,
            List<Fault> faults) {
        this(title, questions, responses, excluded, faults, null);
    }

    /// The about-you question by which reports compare groups, if the form has one.
    public Optional<Question> respondentType() {
        return questions.stream().filter(q -> q.id().equals(respondentTypeId)).findFirst();
    }

    public int received() {
        return responses.size() + excluded.size();
    }

    public List<Question> questions(Question.Kind kind) {
        return questions.stream().filter(q -> q.kind() == kind).toList();
    }

    /// Index in `questions`, and so in every `Response.values`.
    public int indexOf(Question question) {
        int i = questions.indexOf(question);
        if (i < 0) {
            throw new IllegalArgumentException("no such question in this consultation: " + question.id());
        }
        return i;
    }
}
