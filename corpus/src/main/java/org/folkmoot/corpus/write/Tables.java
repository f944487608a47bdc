package org.folkmoot.corpus.write;

import static org.folkmoot.corpus.write.Table.Column.number;
import static org.folkmoot.corpus.write.Table.Column.text;
import static org.folkmoot.corpus.write.Table.Column.wrapped;

import java.io.IOException;
import java.util.List;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.ThemeCounts;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Passage;
import org.folkmoot.text.theme.Theme;

/// The tables made of an analysis, except the two that go answer by answer (`AnswerTables`).
final class Tables {
    /// Status of figures that no person has checked.
    static final String DRAFT = "Machine draft, not yet checked by people";

    /// Name and sheet of each table, in the order of the workbook's sheets.
    static final List<String[]> SHEETS = List.of(
            new String[] {"themes", "Themes"},
            new String[] {"codings", "Codings"},
            new String[] {"answers", "Answers"},
            new String[] {"campaigns", "Campaigns"},
            new String[] {"uncovered", "Not covered by a theme"},
            new String[] {"ledger", "Ledger"});

    private Tables() {}

    /// All tables, in the order of the workbook's sheets.
    static List<Table> of(Analysis analysis) {
        return List.of(
                themes(analysis),
                AnswerTables.codings(analysis),
                AnswerTables.answers(analysis),
                campaigns(analysis),
                uncovered(analysis),
                ledger(analysis));
    }

    /// What the workbook is, for who opens it without the report.
    static Table about(Analysis analysis) {
        return new Table("about", "About", List.of(text("About", 24), wrapped("these sheets", 100)), sheet -> {
            sheet.text("Consultation").text(analysis.consultation().title()).endRow();
            sheet.text("Status").text(DRAFT).endRow();
            sheet.text("Written by")
                    .text("Folkmoot " + analysis.manifest().version())
                    .endRow();
            for (Table table : of(analysis)) {
                sheet.text(table.title()).text("as in " + table.name() + ".csv").endRow();
            }
        });
    }

    /// The codebook, for people to edit.
    static Table themes(Analysis analysis) {
        return new Table(
                "themes",
                "Themes",
                List.of(
                        text("question", 10),
                        text("id", 12),
                        text("parent", 12),
                        text("merge_into", 12),
                        wrapped("headline", 50),
                        wrapped("description", 50),
                        wrapped("key_phrases", 40),
                        wrapped("examples", 80),
                        text("languages", 10),
                        number("submissions"),
                        number("distinct_texts"),
                        wrapped("note", 40)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        themes(question, sheet);
                    }
                });
    }

    private static void themes(QuestionAnalysis question, Table.Sheet sheet) throws IOException {
        ThemeCounts counts = ThemeCounts.of(question);
        for (int i = 0; i < question.themes().size(); i++) {
            Theme theme = question.themes().get(i);
            String parent = theme.parent();
            sheet.text(question.question().id())
                    .text(theme.id())
                    .text(parent == null ? "" : parent)
                    .blank()
                    .text(theme.headline())
                    .text(theme.description())
                    .text(ItemList.join(theme.keyPhrases()))
                    .text(ItemList.join(theme.examples()))
                    .text(ItemList.join(theme.languages()))
                    .number(counts.submissions(i))
                    .number(counts.distinctTexts(i))
                    .text(question.mixed().getOrDefault(theme.id(), ""))
                    .endRow();
        }
    }

    /// For each campaign its common text, its variants and what members added, a row each.
    static Table campaigns(Analysis analysis) {
        return new Table(
                "campaigns",
                "Campaigns",
                List.of(
                        text("question", 10),
                        text("campaign", 12),
                        text("part", 14),
                        number("count"),
                        text("respondent", 16),
                        text("file", 20),
                        text("sheet", 12),
                        number("row"),
                        number("start"),
                        number("end"),
                        wrapped("text", 100)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        for (Campaign campaign : question.campaigns()) {
                            campaign(analysis, question, campaign, sheet);
                        }
                    }
                });
    }

    private static void campaign(Analysis analysis, QuestionAnalysis question, Campaign campaign, Table.Sheet sheet)
            throws IOException {
        String id = question.question().id();
        wholeText(
                sheet.text(id).text(campaign.id()),
                "common text",
                campaign.members().size(),
                campaign.commonText());
        for (Campaign.Variant variant : campaign.variants()) {
            wholeText(sheet.text(id).text(campaign.id()), "variant", variant.count(), variant.text());
        }
        for (Passage addition : campaign.additions()) {
            sheet.text(id).text(campaign.id()).text("addition").number(1);
            passage(analysis, question, addition, sheet);
        }
    }

    private static void wholeText(Table.Sheet sheet, String part, int count, String text) throws IOException {
        sheet.text(part).number(count).blank().blank().blank().blank().blank().blank();
        sheet.text(text).endRow();
    }

    /// The passages that no theme covers, by group.
    static Table uncovered(Analysis analysis) {
        return new Table(
                "uncovered",
                "Not covered by a theme",
                List.of(
                        text("question", 10),
                        number("group"),
                        wrapped("headline", 50),
                        wrapped("key_phrases", 40),
                        text("language", 10),
                        text("respondent", 16),
                        text("file", 20),
                        text("sheet", 12),
                        number("row"),
                        number("start"),
                        number("end"),
                        wrapped("passage", 100)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        int number = 0;
                        for (Uncovered group : question.uncovered()) {
                            number++;
                            for (Passage passage : group.passages()) {
                                sheet.text(question.question().id())
                                        .number(number)
                                        .text(group.headline())
                                        .text(ItemList.join(group.keyPhrases()))
                                        .text(question.language().get(passage.answer()));
                                passage(analysis, question, passage, sheet);
                            }
                        }
                    }
                });
    }

    private static void passage(Analysis analysis, QuestionAnalysis question, Passage passage, Table.Sheet sheet)
            throws IOException {
        Response response = analysis.consultation().responses().get(passage.answer());
        String text = response.values().get(analysis.consultation().indexOf(question.question()));
        sheet.text(response.respondent());
        source(response.source(), sheet);
        sheet.number(passage.span().start()).number(passage.span().end());
        sheet.text(passage.span().of(text)).endRow();
    }

    static Table.Sheet source(Source source, Table.Sheet sheet) throws IOException {
        return sheet.text(source.file()).text(source.sheet()).number(source.row());
    }

    /// Every received row under every open question, with exactly one status.
    static Table ledger(Analysis analysis) {
        return new Table(
                "ledger",
                "Ledger",
                List.of(
                        text("question", 10),
                        text("file", 24),
                        text("sheet", 12),
                        number("row"),
                        text("respondent", 16),
                        text("status", 24),
                        wrapped("reason", 50)),
                sheet -> {
                    for (QuestionAnalysis question : analysis.questions()) {
                        ledger(analysis, question, sheet);
                    }
                });
    }

    private static void ledger(Analysis analysis, QuestionAnalysis question, Table.Sheet sheet) throws IOException {
        List<Response> responses = analysis.consultation().responses();
        String id = question.question().id();
        for (int i = 0; i < responses.size(); i++) {
            source(responses.get(i).source(), sheet.text(id))
                    .text(responses.get(i).respondent())
                    .text(question.status().get(i).label())
                    .blank()
                    .endRow();
        }
        for (Exclusion exclusion : analysis.consultation().excluded()) {
            source(exclusion.source(), sheet.text(id))
                    .text(exclusion.respondent())
                    .text(OutputNames.EXCLUDED)
                    .text(exclusion.reason())
                    .endRow();
        }
    }
}
