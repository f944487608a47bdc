package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.folkmoot.corpus.report.Distribution;
import org.folkmoot.corpus.report.Quote;
import org.folkmoot.server.consultation.ReportDocument.Block;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.Passage;

/// Writes one section of a report, noting each figure that it states.
class ReportWriting {
    private static final int SMALLEST_BASE = 10;

    private final List<Block> blocks = new ArrayList<>();
    private final LinkedHashMap<String, String> figures = new LinkedHashMap<>();

    static String t(String key, Object... arguments) {
        return Words.ENGLISH.t(key, arguments);
    }

    static String n(long number) {
        return Words.ENGLISH.number(number);
    }

    /// A share in per cent, with a decimal only where it says something; a dash on a base too small for per cents.
    static String share(int part, int whole) {
        if (whole < SMALLEST_BASE) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        if (part > 0 && percent < 1) {
            return "<1%";
        }
        return String.format(Locale.UK, whole >= 1000 && percent < 10 ? "%.1f%%" : "%.0f%%", percent);
    }

    static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    void add(Block block) {
        blocks.add(block);
    }

    void say(String text) {
        blocks.add(new ReportDocument.Paragraph(text));
    }

    void figure(String name, String value) {
        figures.put(name, value);
    }

    void heading(int level, String text, String anchor) {
        blocks.add(new ReportDocument.Heading(level, text, anchor));
    }

    Section section(String key, String title) {
        return new Section(key, title, blocks, figures);
    }

    /// A closed or about-you question as a table with bars.
    void distribution(Distribution distribution) {
        String question = distribution.question().unnumbered();
        if (distribution.answered() == 0) {
            say(t("report.closed.nobody", question));
            return;
        }
        if (distribution.slices().isEmpty()) {
            say(t("report.closed.too-many", question, n(distribution.answered())));
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (Distribution.Slice slice : distribution.slices()) {
            String count = slice.hidden() ? t("report.hidden") : n(slice.count());
            rows.add(new Row(
                    List.of(
                            slice.label(),
                            count,
                            slice.hidden() ? t("report.hidden") : share(slice.count(), distribution.answered())),
                    slice.hidden() ? 0 : ratio(slice.count(), distribution.answered()),
                    false));
            figure(question + " – " + slice.label(), count);
        }
        add(new Table(
                t("report.closed.caption", question, n(distribution.answered()), n(distribution.unanswered())),
                List.of(t("report.closed.answer"), t("report.responses"), t("report.share")),
                rows,
                2));
        if (distribution.hasHidden()) {
            say(t("report.hidden.note"));
        }
    }

    /// Some words as they may be published.
    ///
    /// @param answer id
    void quote(Quote quote, long answer) {
        Passage passage = quote.passage();
        List<String> source = new ArrayList<>();
        if (!quote.group().isEmpty()) {
            source.add(quote.group());
        }
        if (!quote.position().isEmpty()) {
            source.add(t("report.quote.position", quote.position()));
        }
        source.add(quote.reference());
        add(new ReportDocument.Quotation(
                quote.text(),
                answer,
                passage.span().start(),
                passage.span().end(),
                String.join("; ", source),
                quote.language(),
                quote.confidence() == Quote.BY_PERSON));
    }
}
