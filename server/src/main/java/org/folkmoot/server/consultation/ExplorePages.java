package org.folkmoot.server.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finds answers: by question, theme, kind of respondent, campaign, flags, words and meaning.
@RestController
public class ExplorePages {
    static final int PAGE = 25;

    private final Pages pages;
    private final AskedQuestions questions;
    private final ClosedValues values;
    private final FindingAnswers finding;
    private final ExploredAnswers answers;
    private final Counting counting;
    private final Campaigns campaigns;

    ExplorePages(
            Pages pages,
            AskedQuestions questions,
            ClosedValues values,
            FindingAnswers finding,
            ExploredAnswers answers,
            Counting counting,
            Campaigns campaigns) {
        this.pages = pages;
        this.questions = questions;
        this.values = values;
        this.finding = finding;
        this.answers = answers;
        this.counting = counting;
        this.campaigns = campaigns;
    }

    /// @param themes of the question asked for, sub-themes after the theme above them; none without a question
    /// @param divided questions to filter by; none for those who may not see who said what
    /// @param campaigns codes to filter by
    /// @param total how many answers were found
    /// @param texts how many distinct texts these are
    /// @param first place of the first answer shown, from 1
    /// @param next address of the next answers, empty if there are none
    public record Model(
            long consultation,
            AnswerFilter filter,
            List<AskedQuestion> questions,
            List<WorkingTheme> themes,
            List<ClosedValues.Divided> divided,
            List<String> campaigns,
            List<ExploredAnswers.Item> items,
            int total,
            int texts,
            int first,
            String next) {
        public Model {
            questions = List.copyOf(questions);
            themes = List.copyOf(themes);
            divided = List.copyOf(divided);
            campaigns = List.copyOf(campaigns);
            items = List.copyOf(items);
        }

        /// Address of this view with another filter.
        public String at(AnswerFilter other) {
            return address(consultation, other);
        }

        public int last() {
            return first + items.size() - 1;
        }
    }

    static String address(long consultation, AnswerFilter filter) {
        String query = filter.query();
        return "/consultations/" + consultation + "/explore" + (query.isEmpty() ? "" : "?" + query);
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/explore")
    @Transactional(readOnly = true)
    public ResponseEntity<String> explore(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "0") long after) {
        AnswerFilter filter = AnswerFilter.of(parameters);
        boolean original = requireMay(asker, consultation, filter);
        long[] found = finding.find(consultation, filter, original);
        int from = Slice.after(found, after);
        long[] shown = Arrays.copyOfRange(found, from, Math.min(found.length, from + PAGE));
        List<AskedQuestion> open = questions.of(consultation).stream()
                .filter(question -> question.kind() == Question.Kind.OPEN)
                .toList();
        Long question = filter.question();
        return pages.show(
                "consultation/explore.jte",
                asker.in(consultation, "explore"),
                new Model(
                        consultation,
                        filter,
                        open,
                        question == null
                                ? List.of()
                                : counting.of(question)
                                        .map(ExplorePages::inOrder)
                                        .orElse(List.of()),
                        original ? values.of(consultation) : List.of(),
                        campaigns.codes(consultation, question),
                        answers.of(shown, filter.words()),
                        found.length,
                        answers.texts(consultation, found),
                        from + 1,
                        from + shown.length < found.length
                                ? address(consultation, filter)
                                        + (filter.query().isEmpty() ? "?" : "&")
                                        + "after="
                                        + shown[shown.length - 1]
                                : ""));
    }

    /// Whether the asker may see originals. Who may not cannot divide answers by who gave them: it would give back
    /// what is suppressed in tables.
    static boolean requireMay(Asker asker, long consultation, AnswerFilter filter) {
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        if (!original && filter.divides()) {
            throw Refused.forbidden();
        }
        return original;
    }

    static List<WorkingTheme> inOrder(CodedQuestion coded) {
        return coded.themes().themes().stream()
                .filter(theme -> theme.parent() == null)
                .flatMap(theme -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(theme), coded.themes().below(theme.id()).stream()))
                .filter(theme -> !coded.themes().isSetAside(theme))
                .toList();
    }
}
