package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;

/// The responses divided by their value for one closed or about-you question.
///
/// @param labels the values in the order to show them
/// @param ofResponse index into `labels` per response, -1 where the question was not answered
/// @param tooMany whether the question has so many different values that dividing by it says nothing
record Grouping(Question question, List<String> labels, int[] ofResponse, boolean tooMany) {
    private static final int MOST_VALUES = 30;
    private static final Pattern ABOUT_TYPE = Pattern.compile(
            "(?i).*(respond(ing|ent)|on behalf|capacity|individual or|type of (respondent|organisation)|are you (answering|replying|a )).*");

    /// Scales whose own order is the one to show.
    private static final List<List<String>> SCALES = List.of(
            List.of("strongly agree", "agree", "neither agree nor disagree", "disagree", "strongly disagree"),
            List.of("strongly support", "support", "neither support nor oppose", "oppose", "strongly oppose"),
            List.of(
                    "very satisfied",
                    "satisfied",
                    "neither satisfied nor dissatisfied",
                    "dissatisfied",
                    "very dissatisfied"),
            List.of("very good", "good", "neither good nor poor", "poor", "very poor"),
            List.of("yes", "yes, in part", "partly", "maybe", "no"));

    private static final List<String> LAST = List.of(
            "other",
            "don't know",
            "don’t know",
            "not sure",
            "unsure",
            "prefer not to say",
            "not applicable",
            "not answered");

    static Grouping of(Consultation consultation, Question question) {
        int column = consultation.indexOf(question);
        List<Response> responses = consultation.responses();
        // Few values, many responses: each value is looked at once.
        Map<String, String> stripped = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Response response : responses) {
            String value = stripped.computeIfAbsent(response.values().get(column), String::strip);
            if (!value.isEmpty()) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        if (counts.size() > MOST_VALUES) {
            return new Grouping(question, List.of(), new int[0], true);
        }
        List<String> labels = new ArrayList<>(counts.keySet());
        labels.sort(order(counts));
        Map<String, Integer> label = new HashMap<>();
        stripped.forEach((value, plain) -> label.put(value, labels.indexOf(plain)));
        int[] ofResponse = new int[responses.size()];
        for (int i = 0; i < ofResponse.length; i++) {
            ofResponse[i] = label.getOrDefault(responses.get(i).values().get(column), -1);
        }
        return new Grouping(question, List.copyOf(labels), ofResponse, false);
    }

    private static Comparator<String> order(Map<String, Integer> counts) {
        for (List<String> scale : SCALES) {
            long known = counts.keySet().stream()
                    .filter(v -> scale.contains(lower(v)))
                    .count();
            if (known >= 2 && known + 2 >= counts.size()) {
                return Comparator.<String>comparingInt(v -> place(scale, v)).thenComparing(Comparator.naturalOrder());
            }
        }
        if (counts.keySet().stream().allMatch(v -> v.matches("\\d{1,6}"))) {
            return Comparator.comparingInt(Integer::parseInt);
        }
        return Comparator.<String>comparingInt(v -> LAST.contains(lower(v)) ? 1 : 0)
                .thenComparingInt(v -> -counts.getOrDefault(v, 0))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int place(List<String> scale, String value) {
        int at = scale.indexOf(lower(value));
        return at < 0 ? scale.size() : at;
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /// The about-you question that says what kind of respondent one is, if there is one: by its words, else the first
    /// with two to twelve values.
    static Optional<Grouping> ofRespondentType(List<Grouping> aboutYou) {
        List<Grouping> usable = aboutYou.stream()
                .filter(g -> g.labels().size() >= 2 && g.labels().size() <= 12)
                .toList();
        return usable.stream()
                .filter(g -> ABOUT_TYPE.matcher(g.question().text()).matches())
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    static Optional<Grouping> ofRespondentType(Consultation consultation) {
        return ofRespondentType(of(consultation, consultation.questions(Question.Kind.ABOUT_YOU)));
    }

    static List<Grouping> of(Consultation consultation, List<Question> questions) {
        return questions.stream().map(question -> of(consultation, question)).toList();
    }

    /// Index into `labels` for a response, -1 where it has no value.
    int of(int response) {
        return tooMany ? -1 : ofResponse[response];
    }

    /// How many of the responses that `counted` accepts have each value.
    int[] counts(java.util.function.IntPredicate counted) {
        int[] counts = new int[labels.size()];
        for (int i = 0; i < ofResponse.length; i++) {
            if (ofResponse[i] >= 0 && counted.test(i)) {
                counts[ofResponse[i]]++;
            }
        }
        return counts;
    }
}
