package org.folkmoot.corpus.run;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Response.Consent;

/// What is known of those who sent each distinct text.
///
/// @param stance per text: for (1) or against (-1) in the paired closed question, else 0
/// @param quotable per text: whether anyone who sent it lets it be quoted
record Authors(int[] stance, boolean[] quotable) {
    static Authors of(Consultation consultation, Question question, DistinctTexts texts) {
        List<Response> responses = consultation.responses();
        int[] stance = new int[texts.size()];
        consultation.questions().stream()
                .filter(other -> other.id().equals(question.pairedWith()))
                .findFirst()
                .map(consultation::indexOf)
                .ifPresent(column -> Arrays.setAll(
                        stance,
                        t -> Stance.of(
                                responses.get(texts.firstResponse(t)).values().get(column))));
        boolean stated = responses.stream().anyMatch(response -> response.consent() != Consent.UNKNOWN);
        boolean[] quotable = new boolean[texts.size()];
        for (int t = 0; t < quotable.length; t++) {
            quotable[t] = Arrays.stream(texts.responsesOf(t))
                    .mapToObj(r -> responses.get(r).consent())
                    .anyMatch(consent -> consent == Consent.YES || (!stated && consent == Consent.UNKNOWN));
        }
        return new Authors(stance, quotable);
    }
}
