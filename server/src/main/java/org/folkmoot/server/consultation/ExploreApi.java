package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.quality.Interval;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding answers, reading them, and comparing groups, for programs.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}")
class ExploreApi {
    private static final int PAGE = 100;

    private final FindingAnswers finding;
    private final ExploredAnswers answers;
    private final ReadAnswers reading;
    private final ComparingGroups comparing;
    private final CampaignPages campaigns;

    ExploreApi(
            FindingAnswers finding,
            ExploredAnswers answers,
            ReadAnswers reading,
            ComparingGroups comparing,
            CampaignPages campaigns) {
        this.finding = finding;
        this.answers = answers;
        this.reading = reading;
        this.comparing = comparing;
        this.campaigns = campaigns;
    }

    /// An answer.
    ///
    /// @param text what may be published of it; as received where it says `original`
    record Answer(
            long id,
            long question,
            String questionCode,
            long response,
            String text,
            boolean original,
            boolean redacted,
            List<ExploredAnswers.Theme> themes,
            String campaign,
            String language,
            String status,
            boolean decided) {
        static Answer of(ExploredAnswers.Item item) {
            return of(item, item.text(), false);
        }

        static Answer of(ReadAnswers.Answer answer) {
            String text = answer.shown().segments().stream()
                    .map(ShownText.Segment::text)
                    .collect(Collectors.joining());
            return of(answer.item(), text, answer.original());
        }

        private static Answer of(ExploredAnswers.Item item, String text, boolean original) {
            return new Answer(
                    item.id(),
                    item.question(),
                    item.questionCode(),
                    item.response(),
                    text,
                    original,
                    item.redacted(),
                    item.themes(),
                    item.campaign(),
                    item.language(),
                    item.status(),
                    item.decided());
        }
    }

    /// @param next id to give as `after` for the next page, 0 on the last
    record Found(int total, List<Answer> answers, long next) {}

    /// @param what is a stable name of it, such as `answer.decided`
    record Event(Instant at, String who, String what, String detail, String note) {}

    /// @param decidedBy name of the person whose decision stands, null for the machine
    record Read(Answer answer, @Nullable String decidedBy, List<Event> history) {}

    /// @param name as the file calls them; empty, as the file is, for those who may not see originals
    record Respondent(
            long response,
            String name,
            String file,
            String consent,
            @Nullable Long supersededBy,
            List<ReadAnswers.Value> closed,
            List<Answer> answers) {}

    /// Themes against groups of respondents.
    ///
    /// @param groups the values of the question that divides; the last may be empty, for all others
    record Table(int analysed, List<ComparingGroups.Column> groups, List<Row> rows) {}

    record Row(String theme, String headline, String above, int total, List<Cell> cells) {}

    /// @param count null, as the share and its interval are, where it is too small to show
    record Cell(
            @Nullable Integer count,
            @Nullable Double share,
            @Nullable Double low95,
            @Nullable Double high95) {
        static Cell of(ComparingGroups.Cell cell) {
            Interval interval = cell.interval();
            return interval == null
                    ? new Cell(null, null, null, null)
                    : new Cell(cell.count(), cell.share(), interval.low(), interval.high());
        }
    }

    @Needs(Right.VIEW)
    @Summary("Answers to open questions by question, theme, campaign, flag, reader, words, meaning, and c<ID> for the "
            + "value given to a closed question; by pages of 100.")
    @GetMapping("/answers")
    @Transactional(readOnly = true)
    public Found find(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam Map<String, String> filter,
            @RequestParam(defaultValue = "0") long after) {
        AnswerFilter wanted = AnswerFilter.of(filter);
        long[] found = finding.find(consultation, wanted, ExplorePages.requireMay(asker, consultation, wanted));
        int from = Slice.after(found, after);
        long[] shown = Arrays.copyOfRange(found, from, Math.min(found.length, from + PAGE));
        return new Found(
                found.length,
                answers.of(shown, wanted.words()).stream().map(Answer::of).toList(),
                from + shown.length < found.length ? shown[shown.length - 1] : 0);
    }

    @Needs(Right.VIEW)
    @Summary("One answer with its themes and what was done with it. Reading an original with personal data goes on "
            + "record.")
    @GetMapping("/answers/{answer}")
    Read answer(Asker asker, @PathVariable long consultation, @PathVariable long answer) {
        ReadAnswers.Answer read = reading.answer(asker, consultation, answer);
        return new Read(
                Answer.of(read),
                read.decidedBy(),
                read.history().stream()
                        .map(event -> new Event(event.at(), event.who(), event.what(), event.detail(), event.note()))
                        .toList());
    }

    @Needs(Right.VIEW)
    @Summary("All that one respondent said.")
    @GetMapping("/respondents/{response}")
    Respondent respondent(Asker asker, @PathVariable long consultation, @PathVariable long response) {
        ReadAnswers.Respondent read = reading.respondent(asker, consultation, response);
        return new Respondent(
                read.id(),
                read.name(),
                read.file(),
                read.consent(),
                read.supersededBy(),
                read.closed(),
                read.answers().stream().map(Answer::of).toList());
    }

    @Needs(Right.VIEW)
    @Summary("The themes of a question by the groups that a closed or about-you question makes, or by themes.")
    @GetMapping("/table")
    Table table(@PathVariable long consultation, @RequestParam long question, @RequestParam String by) {
        ComparingGroups.Table table = comparing.of(consultation, question, by);
        return new Table(
                table.analysed(),
                table.columns(),
                table.rows().stream()
                        .map(row -> new Row(
                                row.theme().value(),
                                row.headline(),
                                row.above(),
                                row.total(),
                                row.cells().stream().map(Cell::of).toList()))
                        .toList());
    }

    @Needs(Right.VIEW)
    @Summary("Groups of nearly identical answers, the largest first.")
    @GetMapping("/campaigns")
    List<CampaignPages.Item> campaigns(Asker asker, @PathVariable long consultation) {
        return campaigns.items(consultation, asker);
    }

    @Needs(Right.VIEW)
    @Summary("One campaign: common text, variants, and what people added.")
    @GetMapping("/campaigns/{campaign}")
    CampaignPages.One campaign(Asker asker, @PathVariable long consultation, @PathVariable long campaign) {
        return campaigns.found(consultation, campaign, asker);
    }
}
