package org.folkmoot.corpus.write;

import static org.folkmoot.corpus.write.Table.Column.number;
import static org.folkmoot.corpus.write.Table.Column.text;
import static org.folkmoot.corpus.write.Table.Column.wrapped;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The tables that go answer by answer: the answers themselves and their codings. Both walk the codings once, in order.
final class AnswerTables {
    private AnswerTables() {}

    /// Every coding; an analysed answer without one has a row without a theme, so that a person can add it there.
    static Table codings(Analysis analysis) {
        return new Table(
                "codings",
                "Codings",
                List.of(
                        text("question", 10),
                        text("respondent", 16),
                        text("file", 20),
                        text("sheet", 12),
                        number("row"),
                        number("start"),
                        number("end"),
                        wrapped("passage", 90),
                        text("theme", 12),
                        wrapped("theme_headline", 50),
                        number("confidence"),
                        text("reviewed_by", 18)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        codings(analysis, question, sheet);
                    }
                });
    }

    private static void codings(Analysis analysis, QuestionAnalysis question, Table.Sheet sheet) throws IOException {
        List<Response> responses = analysis.consultation().responses();
        int column = analysis.consultation().indexOf(question.question());
        Codings codings = question.codings();
        int next = 0;
        for (int i = 0; i < responses.size(); i++) {
            Response response = responses.get(i);
            String reviewer = question.reviewedBy().getOrDefault(i, "");
            int first = next;
            for (; next < codings.size() && codings.answer(next) == i; next++) {
                Span span = codings.span(next);
                Theme theme = question.themes().get(codings.theme(next));
                answer(question, response, sheet)
                        .number(span.start())
                        .number(span.end())
                        .text(span.of(response.values().get(column)))
                        .text(theme.id())
                        .text(theme.headline())
                        .decimal(codings.confidence(next))
                        .text(reviewer)
                        .endRow();
            }
            if (next == first && question.status().get(i) == AnswerStatus.ANALYSED) {
                answer(question, response, sheet);
                sheet.blank().blank().blank().blank().blank().blank();
                sheet.text(reviewer).endRow();
            }
        }
    }

    private static Table.Sheet answer(QuestionAnalysis question, Response response, Table.Sheet sheet)
            throws IOException {
        sheet.text(question.question().id()).text(response.respondent());
        return Tables.source(response.source(), sheet);
    }

    /// Every response under every open question, with its text as received.
    static Table answers(Analysis analysis) {
        return new Table(
                "answers",
                "Answers",
                List.of(
                        text("question", 10),
                        text("respondent", 16),
                        text("file", 20),
                        text("sheet", 12),
                        number("row"),
                        text("status", 18),
                        text("language", 10),
                        text("themes", 30),
                        number("distinct_text"),
                        text("campaign", 12),
                        text("personal_data", 14),
                        text("consent", 10),
                        text("reviewed_by", 18),
                        wrapped("text", 100)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        answers(analysis, question, sheet);
                    }
                });
    }

    private static void answers(Analysis analysis, QuestionAnalysis question, Table.Sheet sheet) throws IOException {
        List<Response> responses = analysis.consultation().responses();
        int column = analysis.consultation().indexOf(question.question());
        @Nullable Campaign[] campaigns = campaigns(question, responses.size());
        BitSet personal = new BitSet();
        question.personalData().stream().mapToInt(Passage::answer).forEach(personal::set);
        ThemeIds themes = new ThemeIds(question);
        for (int i = 0; i < responses.size(); i++) {
            Response response = responses.get(i);
            Campaign campaign = campaigns[i];
            int text = question.distinctText().get(i);
            answer(question, response, sheet)
                    .text(question.status().get(i).label())
                    .text(question.language().get(i))
                    .text(themes.of(i));
            if (text < 0) {
                sheet.blank();
            } else {
                sheet.number(text);
            }
            sheet.text(campaign == null ? "" : campaign.id())
                    .text(personal.get(i) ? "yes" : "")
                    .text(response.consent().name().toLowerCase(Locale.ROOT))
                    .text(question.reviewedBy().getOrDefault(i, ""))
                    .text(response.values().get(column))
                    .endRow();
        }
    }

    private static @Nullable Campaign[] campaigns(QuestionAnalysis question, int responses) {
        @Nullable Campaign[] ofResponse = new Campaign[responses];
        for (Campaign campaign : question.campaigns()) {
            for (int member : campaign.members()) {
                ofResponse[member] = campaign;
            }
        }
        return ofResponse;
    }

    /// The themes of one answer after another, in the codebook's order.
    private static final class ThemeIds {
        private final QuestionAnalysis question;
        private final BitSet themes = new BitSet();
        private int next;

        ThemeIds(QuestionAnalysis question) {
            this.question = question;
        }

        String of(int answer) {
            Codings codings = question.codings();
            themes.clear();
            for (; next < codings.size() && codings.answer(next) == answer; next++) {
                themes.set(codings.theme(next));
            }
            StringBuilder ids = new StringBuilder();
            for (int i = themes.nextSetBit(0); i >= 0; i = themes.nextSetBit(i + 1)) {
                ids.append(ids.isEmpty() ? "" : " | ")
                        .append(question.themes().get(i).id());
            }
            return ids.toString();
        }
    }
}
