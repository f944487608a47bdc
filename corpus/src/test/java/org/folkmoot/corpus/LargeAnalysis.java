package org.folkmoot.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// A made-up analysis of any size, for looking at the report and for timing: answers of one to four sentences on what
/// a town should do, each sentence a passage coded to its theme.
public final class LargeAnalysis {
    private static final String[] SUBJECTS = {
        "Bus services in the evening",
        "The library on Mill Street",
        "Cycle lanes along the river",
        "Parking charges",
        "The leisure centre",
        "Street lighting",
        "Flood defences",
        "Play areas for small children",
        "The market square",
        "Bin collections",
        "Council tax support",
        "New homes on the green belt",
        "Air quality near the school",
        "Broadband in the villages",
        "Care for older people",
        "Youth clubs",
        "Public toilets",
        "Tree planting"
    };
    private static final String[] VERDICTS = {
        "should be kept as they are, because people on low incomes rely on them every day",
        "cost far too much for what they give, and nobody I know has been asked",
        "make the town a better place for families and for those who cannot drive",
        "need to be planned with the people who live here and not for them",
        "have got worse each year since I moved here in 2009",
        "matter more to me than anything else in this document"
    };
    private static final String[] STARTS = {
        "", "I think that ", "To be honest, ", "In my view ", "We said last time that "
    };
    private static final String[] TYPES = {
        "Individual", "Individual", "Individual", "Individual", "Organisation", "Council", "Business", "Charity"
    };
    private static final String[] VIEWS = {
        "Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Don't know"
    };
    private static final String LETTER =
            "We urge the council to think again.\n\nThe plan closes the depot without saying where the buses will go. "
                    + "It puts jobs at risk and ignores what residents said in 2023. Please publish the evidence.";

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Integer> distinct = new ArrayList<>();
    private final List<AnswerStatus> status = new ArrayList<>();
    private final List<String> language = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    private final List<Integer> members = new ArrayList<>();
    private final List<Passage> personal = new ArrayList<>();
    private final List<Passage> uncovered = new ArrayList<>();
    private final Codings.Builder codings = new Codings.Builder();
    private int texts = 1;

    private LargeAnalysis() {}

    public static Analysis of(int answers) {
        return new LargeAnalysis().make(answers);
    }

    private Analysis make(int answers) {
        List<Question> questions = List.of(
                new Question("Q1", "In what capacity are you responding?", Question.Kind.ABOUT_YOU, null),
                new Question("Q2", "Where do you live?", Question.Kind.ABOUT_YOU, null),
                new Question(
                        "Q3", "Do you agree with the council's plan for the town centre?", Question.Kind.CLOSED, null),
                new Question("Q4", "Please give the reasons for your answer.", Question.Kind.OPEN, "Q3"));
        for (int i = 0; i < answers; i++) {
            answer(i);
        }
        QuestionAnalysis reasons = new QuestionAnalysis(
                questions.get(3),
                status,
                language,
                distinct,
                themes(),
                codings.build(),
                Map.of(),
                List.of(new Campaign(
                        "Q4-C1",
                        LETTER,
                        members,
                        List.of(
                                new Campaign.Variant(LETTER, Math.max(1, members.size() - 3)),
                                new Campaign.Variant(LETTER + " Thank you.", 3)),
                        uncovered.subList(0, Math.min(3, uncovered.size())))),
                List.of(new Uncovered("x", List.of("timetable", "font size"), uncovered)),
                personal,
                new HashMap<>(
                        Map.of(
                                "Q4-03",
                                "Of those who agree with the plan most want more lanes; of those who disagree most want fewer.")));
        return new Analysis(
                new Consultation(
                        "A plan for the town centre of Wexcombe",
                        questions,
                        responses,
                        List.of(new Exclusion(new Source("responses.csv", "", answers + 2), "", "empty row")),
                        List.of()),
                List.of(reasons),
                new Manifest(
                        "0.1.0",
                        List.of(new Manifest.Input("in/responses.csv", 1_234_567, "0123456789abcdef".repeat(4))),
                        new TreeMap<>(Map.of("seed", "1", "granularity", "medium", "coding.threshold", "0.5")),
                        "",
                        "bge-small-en-v1.5 int8",
                        new TreeMap<>(Map.of("Q4 student fidelity", "0.87")),
                        List.of("Row 17: the respondent id is blank; its row number is used.")));
    }

    private static List<Theme> themes() {
        List<Theme> themes = new ArrayList<>();
        for (int i = 0; i < SUBJECTS.length; i++) {
            String id = String.format("Q4-%02d", i + 1);
            themes.add(new Theme(
                    id,
                    SUBJECTS[i] + " " + VERDICTS[i % VERDICTS.length],
                    "",
                    List.of(SUBJECTS[i].toLowerCase(java.util.Locale.ROOT), "every day", "rely on"),
                    null,
                    List.of()));
            if (i % 5 == 0) {
                themes.add(new Theme(
                        id + ".1", SUBJECTS[i] + " " + VERDICTS[1], "", List.of("cost", "asked"), id, List.of()));
            }
        }
        return themes;
    }

    private void answer(int i) {
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(100);
        status.add(kind < 4 ? AnswerStatus.BLANK : kind < 6 ? AnswerStatus.NO_VIEW : AnswerStatus.ANALYSED);
        language.add(kind < 4 ? "und" : kind == 99 ? "cy" : "en");
        if (kind >= 4 && kind < 6) {
            text.append("No comment");
        } else if (kind >= 6 && kind < 12) {
            text.append(LETTER);
            members.add(i);
            codings.add(i, new Span(37, LETTER.indexOf("It puts") - 1), 0, .91f);
        } else if (kind == 99) {
            text.append("Mae'r gwasanaeth bws gyda'r nos yn bwysig iawn i bobl ifanc y pentref.");
            codings.add(i, new Span(0, text.length()), 0, .52f);
        } else if (kind >= 12) {
            int sentences = 1 + random.nextInt(4);
            for (int s = 0; s < sentences; s++) {
                sentence(i, text);
            }
        }
        distinct.add(kind < 6 ? -1 : kind < 12 ? 0 : texts++);
        responses.add(new Response(
                "R-" + (10_000 + i),
                new Source("responses.csv", "", i + 2),
                random.nextInt(12) == 0 ? Response.Consent.NO : Response.Consent.YES,
                List.of(
                        random.nextInt(400) == 0 ? "Member of Parliament" : TYPES[random.nextInt(TYPES.length)],
                        List.of("Town", "Village", "Elsewhere", "").get(random.nextInt(4)),
                        random.nextInt(10) == 0 ? "" : VIEWS[random.nextInt(VIEWS.length)],
                        text.toString())));
    }

    private void sentence(int i, StringBuilder text) {
        int subject = Math.min(random.nextInt(SUBJECTS.length), random.nextInt(SUBJECTS.length));
        int start = text.isEmpty() ? 0 : text.append(' ').length();
        text.append(STARTS[random.nextInt(STARTS.length)])
                .append(SUBJECTS[subject])
                .append(' ')
                .append(VERDICTS[random.nextInt(VERDICTS.length)])
                .append(random.nextInt(30) == 0 ? ". Ring me on 01632 960" + (100 + random.nextInt(900)) + "." : ".");
        Span span = new Span(start, text.length());
        if (text.indexOf("01632", start) >= 0) {
            personal.add(new Passage(i, span));
        }
        if (random.nextInt(20) == 0) {
            if (uncovered.size() < 200) {
                uncovered.add(new Passage(i, span));
            }
        } else {
            int theme = subject + (subject + 4) / 5;
            codings.add(i, span, theme, (40 + random.nextInt(60)) / 100f);
        }
    }
}
