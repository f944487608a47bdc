package org.folkmoot.server.consultation;

import static org.folkmoot.server.consultation.ReportWriting.n;
import static org.folkmoot.server.consultation.ReportWriting.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Ledger;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.report.CampaignPart;
import org.folkmoot.corpus.report.Page;
import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.corpus.report.Quote;
import org.folkmoot.corpus.report.ThemePart;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;

/// Writes the sections of a report that are not of one question.
final class GeneralSections {
    private static final int BRIEF = 5;
    private static final int MOST_EXCLUSIONS = 500;

    private GeneralSections() {}

    /// The largest themes of each question, each with its checked share, or the question marked as unchecked.
    static Section brief(Page page, Map<String, CheckedShares> checked) {
        ReportWriting brief = new ReportWriting();
        boolean anyRead = checked.values().stream().anyMatch(CheckedShares::isRead);
        int responses = page.analysis().consultation().responses().size();
        brief.say(t("report.brief.responses", responses));
        brief.figure(t("report.figure.responses"), n(responses));
        for (QuestionPart part : page.questions()) {
            CheckedShares shares =
                    checked.getOrDefault(part.question().question().id(), CheckedShares.NONE);
            List<String> items = new ArrayList<>();
            part.themes().stream()
                    .limit(BRIEF)
                    .filter(theme -> theme.submissions() > 0)
                    .forEach(theme -> items.add(brief(brief, part, theme, shares)));
            brief.heading(
                    3,
                    t(
                            "report.question.title",
                            part.question().question().id(),
                            part.question().question().unnumbered()),
                    "brief-" + part.question().question().id());
            brief.add(new ReportDocument.Bullets(items.isEmpty() ? List.of(t("report.question.no-themes")) : items));
            if (anyRead && !shares.isRead()) {
                brief.add(new ReportDocument.Note(t("report.draft")));
            }
        }
        return brief.section("brief", t("report.brief"));
    }

    private static String brief(ReportWriting brief, QuestionPart part, ThemePart theme, CheckedShares shares) {
        String headline = theme.theme().headline();
        String quantity = QuestionWriting.quantity(theme.theme().id(), theme.submissions(), part.analysed(), shares);
        brief.figure(t("report.figure.theme", headline), n(theme.submissions()));
        if (!shares.isRead()) {
            return t("report.brief.theme", quantity, headline);
        }
        if (shares.of(theme.theme().id()).isEmpty()) {
            return t("report.brief.theme-marked", quantity, headline, t("report.draft.short"));
        }
        brief.figure(
                t("report.figure.theme-checked", headline),
                shares.interval(theme.theme().id()));
        return t("report.brief.theme", quantity, headline);
    }

    static Section received(Rebuilt rebuilt, Page page) {
        ReportWriting received = new ReportWriting();
        Ledger ledger = page.ledger();
        int counted = page.analysis().consultation().responses().size();
        received.say(t("report.received.rows", ledger.received(), ledger.excludedRows(), counted));
        received.figure(t("report.figure.received"), n(ledger.received()));
        received.figure(t("report.figure.excluded"), n(ledger.excludedRows()));
        if (!ledger.excluded().isEmpty()) {
            List<Row> reasons = new ArrayList<>();
            ledger.excluded().forEach((reason, count) -> {
                reasons.add(Row.of(reason, n(count)));
                received.figure(t("report.figure.reason", reason), n(count));
            });
            received.add(new Table(
                    t("report.received.reasons"), List.of(t("report.reason"), t("report.rows")), reasons, -1));
        }
        List<String> headers = new ArrayList<>(List.of(t("report.received.became")));
        ledger.lines().forEach(line -> headers.add(line.question().id()));
        List<Row> rows = new ArrayList<>();
        for (AnswerStatus status : AnswerStatus.values()) {
            List<String> cells = new ArrayList<>(List.of(t("report.status." + status.name())));
            ledger.lines().forEach(line -> cells.add(n(line.count(status))));
            if (ledger.lines().stream().anyMatch(line -> line.count(status) > 0)) {
                rows.add(new Row(cells, 0, false));
            }
        }
        List<String> excluded = new ArrayList<>(List.of(t("report.status.excluded")));
        List<String> total = new ArrayList<>(List.of(t("report.status.total")));
        ledger.lines().forEach(_ -> {
            excluded.add(n(ledger.excludedRows()));
            total.add(n(ledger.received()));
        });
        rows.add(new Row(excluded, 0, false));
        rows.add(new Row(total, 0, false));
        if (!ledger.lines().isEmpty()) {
            received.add(new Table(t("report.received.caption"), headers, rows, -1));
        }
        List<String> waiting = rebuilt.received().consultation().questions(Question.Kind.OPEN).stream()
                .filter(question -> !rebuilt.coded().containsKey(question.id()))
                .map(Question::id)
                .toList();
        if (!waiting.isEmpty()) {
            received.add(new ReportDocument.Note(t("report.received.waiting", String.join(", ", waiting))));
        }
        return received.section("received", t("report.received"));
    }

    static Section respondents(Page page) {
        ReportWriting respondents = new ReportWriting();
        int responses = page.analysis().consultation().responses().size();
        respondents.say(t("report.respondents.consent", n(page.ownWords()), n(responses - page.ownWords())));
        respondents.figure(t("report.figure.consent"), n(page.ownWords()));
        if (page.aboutYou().isEmpty()) {
            respondents.say(t("report.respondents.none"));
        }
        page.aboutYou().forEach(respondents::distribution);
        return respondents.section("respondents", t("report.respondents"));
    }

    static Section method(Rebuilt rebuilt, Page page, Map<String, CheckedShares> checked) {
        ReportWriting method = new ReportWriting();
        method.say(t("report.method.engine", page.analysis().manifest().version()));
        int edits = 0;
        int decisions = 0;
        for (CodedQuestion coded : rebuilt.coded().values()) {
            edits += Math.toIntExact(coded.kept().log().last());
            decisions += coded.decided();
        }
        method.say(t("report.method.people", edits, decisions));
        List<Row> quality = new ArrayList<>();
        for (QuestionPart part : page.questions()) {
            String id = part.question().question().id();
            CodedQuestion coded = rebuilt.coded().get(id);
            CheckedShares shares = checked.getOrDefault(id, CheckedShares.NONE);
            int decided = coded == null ? 0 : coded.decided();
            quality.add(Row.of(
                    id,
                    n(part.analysed()),
                    n(decided),
                    n(part.withoutTheme()),
                    shares.isRead() ? t("report.method.read", n(shares.read())) : t("report.draft.short")));
            method.figure(t("report.figure.decided", id), n(decided));
        }
        if (!quality.isEmpty()) {
            method.add(new Table(
                    t("report.method.caption"),
                    List.of(
                            t("report.question"),
                            t("report.method.analysed"),
                            t("report.method.decided"),
                            t("report.method.uncoded"),
                            t("report.method.sample")),
                    quality,
                    -1));
        }
        method.heading(3, t("report.method.words"), "quantity-words");
        method.say(t("report.method.words-how", QuantityWord.SMALLEST_BASE));
        List<Row> words = new ArrayList<>();
        for (QuantityWord word : QuantityWord.values()) {
            words.add(Row.of(
                    t(word.key()),
                    word.above() == 0
                            ? t("report.method.any")
                            : t("report.method.above", String.valueOf(Math.round(100 * word.above())))));
        }
        method.say(t("report.method.words-checked"));
        method.add(new Table(
                t("report.method.words-caption"), List.of(t("report.method.word"), t("report.share")), words, -1));
        method.say(t("report.method.quotes"));
        return method.section("method", t("report.method"));
    }

    static Section campaigns(Rebuilt rebuilt, Page page) {
        ReportWriting campaigns = new ReportWriting();
        List<Row> rows = new ArrayList<>();
        for (QuestionPart part : page.questions()) {
            for (CampaignPart one : part.campaigns()) {
                int members = one.campaign().members().size();
                int texts = rebuilt.campaignTexts().getOrDefault(one.campaign().id(), 0);
                rows.add(new Row(
                        List.of(
                                one.campaign().id(),
                                n(members),
                                n(texts),
                                n(one.campaign().additions().size())),
                        0,
                        false,
                        behind(rebuilt, part, one)));
                campaigns.figure(t("report.figure.campaign", one.campaign().id()), n(members));
            }
        }
        if (rows.isEmpty()) {
            campaigns.say(t("report.campaigns.none"));
            return campaigns.section("campaigns", t("report.campaigns"));
        }
        campaigns.say(t("report.campaigns.how"));
        campaigns.add(new Table(
                t("report.campaigns.caption"),
                List.of(
                        t("report.campaign"),
                        t("report.submissions"),
                        t("report.campaigns.variants"),
                        t("report.campaigns.additions")),
                rows,
                -1));
        for (QuestionPart part : page.questions()) {
            for (CampaignPart one : part.campaigns()) {
                campaigns.heading(
                        3,
                        t("report.campaigns.one", one.campaign().id()),
                        "campaign-" + one.campaign().id());
                campaigns.say(
                        one.commonText().isEmpty()
                                ? t("report.campaigns.withheld")
                                : t("report.campaigns.text", one.commonText()));
                for (Quote addition : one.additions().stream().limit(3).toList()) {
                    campaigns.quote(
                            addition,
                            rebuilt.answer(part.question(), addition.passage().answer()));
                }
            }
        }
        return campaigns.section("campaigns", t("report.campaigns"));
    }

    private static String behind(Rebuilt rebuilt, QuestionPart part, CampaignPart campaign) {
        CodedQuestion coded = rebuilt.coded().get(part.question().question().id());
        return coded == null
                ? ""
                : AnswerFilter.everything()
                        .ofQuestion(coded.kept().question())
                        .withCampaign(campaign.campaign().id())
                        .query();
    }

    static Section exclusions(Analysis analysis) {
        ReportWriting annex = new ReportWriting();
        List<Exclusion> excluded = analysis.consultation().excluded();
        annex.figure(t("report.figure.excluded"), n(excluded.size()));
        if (excluded.isEmpty()) {
            annex.say(t("report.exclusions.none"));
        } else {
            annex.add(new Table(
                    t("report.exclusions.caption"),
                    List.of(t("report.exclusions.place"), t("report.reason")),
                    excluded.stream()
                            .limit(MOST_EXCLUSIONS)
                            .map(one -> Row.of(one.source().toString(), one.reason()))
                            .toList(),
                    -1));
            if (excluded.size() > MOST_EXCLUSIONS) {
                annex.say(t("report.exclusions.more", n(excluded.size() - MOST_EXCLUSIONS)));
            }
        }
        return annex.section("annex-exclusions", t("report.exclusions"));
    }
}
