package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;

/// Which words of one question's answers may be quoted in public: those of respondents who consented, without personal
/// data.
final class Publishable {
    private final List<Response> responses;
    private final int column;
    private final boolean consentStated;
    private final Map<Integer, List<Span>> personal = new HashMap<>();

    Publishable(Consultation consultation, QuestionAnalysis question) {
        responses = consultation.responses();
        column = consultation.indexOf(question.question());
        consentStated = responses.stream().anyMatch(r -> r.consent() != Response.Consent.UNKNOWN);
        for (Passage passage : question.personalData()) {
            personal.computeIfAbsent(passage.answer(), _ -> new ArrayList<>(1)).add(passage.span());
        }
    }

    /// Whether a respondent's words may be published at all. Where no response of the file states a consent, all may.
    static boolean consents(Response response, boolean consentStated) {
        return switch (response.consent()) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> !consentStated;
        };
    }

    boolean consents(int response) {
        return consents(responses.get(response), consentStated);
    }

    boolean isPersonal(int response, Span span) {
        List<Span> spans = personal.get(response);
        return spans != null && spans.stream().anyMatch(span::overlaps);
    }

    boolean allows(Passage passage) {
        return consents(passage.answer()) && !isPersonal(passage.answer(), passage.span());
    }

    /// The whole answer, if all of it may be quoted.
    boolean allowsAll(int response) {
        return consents(response) && !personal.containsKey(response);
    }

    String text(int response) {
        return responses.get(response).values().get(column);
    }

    Response response(int response) {
        return responses.get(response);
    }
}
