package org.folkmoot.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// Small analyses made by hand, for tests.
public final class Analyses {
    public static final Question TYPE = new Question("Q1", "Are you responding as", Question.Kind.ABOUT_YOU, null);
    public static final Question AGREE = new Question("Q2", "Do you agree with the plan?", Question.Kind.CLOSED, null);
    public static final Question WHY = new Question("Q3", "Why do you say so?", Question.Kind.OPEN, "Q2");

    private Analyses() {}

    /// Six responses and one excluded row: two themes of which one has a sub-theme, a campaign of two, a blank answer,
    /// a
    /// "no comment", personal data, a refusal of consent, and a reviewed answer.
    public static Analysis small() {
        String letter = "The buses are late every day. Please run more of them.";
        List<Response> responses = List.of(
                response("R1", 2, Response.Consent.YES, "Individual", "Agree", letter),
                response("R2", 3, Response.Consent.YES, "Individual", "Agree", letter),
                response("R3", 4, Response.Consent.NO, "Organisation", "Disagree", "Fares are too high for families."),
                response(
                        "R4",
                        5,
                        Response.Consent.YES,
                        "Individual",
                        "Disagree",
                        "Call me on 01632 960001. Fares went up."),
                response("R5", 6, Response.Consent.YES, "Individual", "", ""),
                response("R6", 7, Response.Consent.YES, "Individual", "Agree", "No comment"));
        List<Theme> themes = List.of(
                new Theme(
                        "Q3-01",
                        "The buses are late every day.",
                        "Punctuality",
                        List.of("late", "every day"),
                        null,
                        List.of("The buses are late every day.")),
                new Theme(
                        "Q3-01.1",
                        "Please run more of them.",
                        "",
                        List.of("more"),
                        "Q3-01",
                        List.of("Please run more of them.")),
                new Theme(
                        "Q3-02",
                        "Fares are too high for families.",
                        "",
                        List.of("fares"),
                        null,
                        List.of("Fares are too high for families.")));
        Codings codings = new Codings.Builder()
                .add(0, new Span(0, 29), 0, .9f)
                .add(0, new Span(30, 54), 1, .8f)
                .add(1, new Span(0, 29), 0, .9f)
                .add(1, new Span(30, 54), 1, .8f)
                .add(2, new Span(0, 32), 2, 1f)
                .add(3, new Span(25, 39), 2, .55f)
                .build();
        QuestionAnalysis why = new QuestionAnalysis(
                WHY,
                List.of(
                        AnswerStatus.ANALYSED,
                        AnswerStatus.ANALYSED,
                        AnswerStatus.ANALYSED,
                        AnswerStatus.ANALYSED,
                        AnswerStatus.BLANK,
                        AnswerStatus.NO_VIEW),
                List.of("en", "en", "en", "en", "und", "en"),
                List.of(0, 0, 1, 2, -1, -1),
                themes,
                codings,
                Map.of(2, "A. Reader"),
                List.of(new Campaign(
                        "Q3-C1", letter, List.of(0, 1), List.of(new Campaign.Variant(letter, 2)), List.of())),
                List.of(new Uncovered(
                        "Call me on 01632 960001.", List.of("call"), List.of(new Passage(3, new Span(0, 24))))),
                List.of(new Passage(3, new Span(0, 24))),
                Map.of());
        return new Analysis(
                new Consultation(
                        "Better buses",
                        List.of(TYPE, AGREE, WHY),
                        responses,
                        List.of(new Exclusion(new Source("responses.csv", "", 8), "", "empty row")),
                        List.of()),
                List.of(why),
                manifest());
    }

    /// One open question with these answers, each coded as a whole to the only theme.
    public static Analysis ofTexts(String... texts) {
        Question question = new Question("Q1", "What do you think?", Question.Kind.OPEN, null);
        List<Response> responses = new ArrayList<>();
        Codings.Builder codings = new Codings.Builder();
        List<Integer> distinct = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            responses.add(new Response(
                    "R" + (i + 1), new Source("answers.csv", "", i + 2), Response.Consent.UNKNOWN, List.of(texts[i])));
            codings.add(i, new Span(0, texts[i].length()), 0, .75f);
            distinct.add(i);
        }
        Theme theme = new Theme("Q1-01", texts[0], texts[0], List.of(texts[0]), null, Arrays.asList(texts));
        QuestionAnalysis analysis = new QuestionAnalysis(
                question,
                responses.stream().map(_ -> AnswerStatus.ANALYSED).toList(),
                responses.stream().map(_ -> "en").toList(),
                distinct,
                List.of(theme),
                codings.build(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        return new Analysis(
                new Consultation("Texts", List.of(question), responses, List.of(), List.of()),
                List.of(analysis),
                manifest());
    }

    private static Response response(
            String id, int row, Response.Consent consent, String type, String agree, String why) {
        return new Response(id, new Source("responses.csv", "", row), consent, List.of(type, agree, why));
    }

    private static Manifest manifest() {
        return new Manifest(
                "0.1.0",
                List.of(new Manifest.Input("in/responses.csv", 1234, "ab".repeat(32))),
                new TreeMap<>(Map.of("seed", "1", "granularity", "medium")),
                "columns: []\n",
                "bge-small-en-v1.5 " + "cd".repeat(32),
                new TreeMap<>(Map.of("Q3 passages", "9")),
                List.of());
    }
}
