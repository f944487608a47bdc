package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.corpus.report.CrossTable;
import org.folkmoot.corpus.report.Distribution;
import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.corpus.report.Quote;
import org.folkmoot.corpus.report.Quotes;
import org.folkmoot.corpus.report.ThemePart;
import org.folkmoot.corpus.report.UncoveredPart;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;
import org.folkmoot.server.review.CheckedShares.Range;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;
import org.jspecify.annotations.Nullable;

/// Writes the section of one open question.
final class QuestionWriting extends ReportWriting {
    /// Themes below this share are reported as held by few.
    static final double FEW = 0.05;

    private static final double CONFIDENCE = 0.95;
    private static final int QUOTES = 3;
    private static final int QUOTES_BELOW = 1;
    private static final int MOST_UNCOVERED = 5;

    private final Rebuilt rebuilt;
    private final QuestionPart part;
    private final CheckedShares checked;
    private final Quotes quotes;
    private final List<Passage> quotable;
    private final Set<Passage> quoted = new HashSet<>();

    QuestionWriting(Rebuilt rebuilt, QuestionPart part, CheckedShares checked) {
        this.rebuilt = rebuilt;
        this.part = part;
        this.checked = checked;
        this.quotes = part.quotes();
        this.quotable = rebuilt.quotable().getOrDefault(id(), List.of());
    }

    private String id() {
        return part.question().question().id();
    }

    Section section() {
        say(t("report.question.analysed", part.analysed(), n(part.distinctTexts()), part.withoutTheme()));
        figure(t("report.figure.analysed"), n(part.analysed()));
        figure(t("report.figure.distinct"), n(part.distinctTexts()));
        Distribution closed = part.closed();
        if (closed != null) {
            heading(3, t("report.question.closed"), id() + "-closed");
            distribution(closed);
        }
        heading(3, t("report.question.themes"), id() + "-themes");
        if (part.themes().isEmpty()) {
            say(t("report.question.no-themes"));
        } else {
            say(t("report.question.how"));
            themeTable();
            part.themes().stream().filter(theme -> !isFew(theme)).forEach(theme -> theme(theme, 4));
        }
        few();
        differences(part.byGroup(), "groups");
        differences(part.byPosition(), "positions");
        return section(
                "question-" + id(),
                t("report.question.title", id(), part.question().question().unnumbered()));
    }

    private boolean isFew(ThemePart theme) {
        return checked.of(theme.theme().id())
                        .map(Range::value)
                        .orElseGet(() -> ratio(theme.submissions(), part.analysed()))
                < FEW;
    }

    private void themeTable() {
        List<Row> rows = new ArrayList<>();
        for (ThemePart theme : part.themes()) {
            rows.add(row(theme, false));
            theme.subThemes().forEach(below -> rows.add(row(below, true)));
        }
        List<String> headers = new ArrayList<>(
                List.of(t("report.theme"), t("report.submissions"), t("report.distinct"), t("report.share")));
        if (checked.isRead()) {
            headers.add(t("report.checked-share"));
        }
        add(new Table(t("report.question.themes-caption", id(), n(part.analysed())), headers, rows, 3));
        if (checked.isRead()) {
            say(t("report.question.checked", n(checked.read()), n(checked.population())));
        } else {
            add(new ReportDocument.Note(t("report.draft")));
        }
    }

    private Row row(ThemePart theme, boolean isSub) {
        String name = theme.number() + " " + theme.theme().headline();
        String share = share(theme.submissions(), part.analysed());
        List<String> cells = new ArrayList<>(List.of(name, n(theme.submissions()), n(theme.distinctTexts()), share));
        figure(t("report.figure.theme", theme.theme().headline()), n(theme.submissions()));
        if (checked.isRead()) {
            String interval = checked.interval(theme.theme().id());
            cells.add(interval);
            figure(t("report.figure.theme-checked", theme.theme().headline()), interval);
        }
        return new Row(cells, ratio(theme.submissions(), part.analysed()), isSub, behind(theme));
    }

    private String behind(ThemePart theme) {
        CodedQuestion coded = rebuilt.coded().get(id());
        return coded == null
                ? ""
                : AnswerFilter.everything()
                        .ofQuestion(coded.kept().question())
                        .withTheme(theme.theme().id())
                        .query();
    }

    private void theme(ThemePart theme, int level) {
        heading(level, theme.number() + " " + theme.theme().headline(), theme.anchor());
        say(sentence(theme));
        if (!theme.theme().description().isBlank()) {
            say(theme.theme().description());
        }
        quotes(theme, QUOTES);
        for (ThemePart below : theme.subThemes()) {
            if (below.submissions() > 0) {
                say(t(
                        "report.theme.below",
                        below.number(),
                        below.theme().headline().replaceFirst("\\.$", ""),
                        quantity(below)));
                quotes(below, QUOTES_BELOW);
            }
        }
    }

    private String quantity(ThemePart theme) {
        return quantity(theme.theme().id(), theme.submissions(), part.analysed(), checked);
    }

    private String sentence(ThemePart theme) {
        String who = quantity(theme);
        return theme.distinctTexts() == theme.submissions()
                ? t("report.theme.sentence", who)
                : t("report.theme.sentence-distinct", who, n(theme.distinctTexts()));
    }

    /// "Many (120 of 300 answers analysed, 40%)"; on a small base the numbers alone. Where people checked the share,
    /// the word is that of its interval, whatever the machine counted.
    ///
    /// @param theme id
    /// @param part answers analysed that the machine and people gave the theme
    static String quantity(String theme, int part, int analysed, CheckedShares checked) {
        Range range = checked.of(theme).orElse(null);
        if (analysed < QuantityWord.SMALLEST_BASE || (part == 0 && range == null)) {
            return t("report.quantity.numbers", n(part), n(analysed));
        }
        if (range != null) {
            return t(
                    "report.quantity.checked",
                    QuantityWord.between(range.low(), range.high()),
                    checked.interval(theme),
                    n(part),
                    n(analysed),
                    share(part, analysed));
        }
        return t(
                "report.quantity.phrase",
                t(QuantityWord.of(ratio(part, analysed)).key()),
                n(part),
                n(analysed),
                share(part, analysed));
    }

    /// Those that people chose first, then those that show the theme's breadth.
    private void quotes(ThemePart theme, int most) {
        int shown = 0;
        for (Passage passage : chosen(theme)) {
            Quote quote = quotes.chosen(passage).orElse(null);
            if (shown < most && quote != null && quoted.add(passage)) {
                quote(quote, rebuilt.answer(part.question(), passage.answer()));
                shown++;
            }
        }
        for (Quote quote : theme.quotes()) {
            boolean repeats = quoted.stream()
                    .anyMatch(other -> other.answer() == quote.passage().answer()
                            && other.span().overlaps(quote.passage().span()));
            if (shown < most && !repeats) {
                quoted.add(quote.passage());
                quote(quote, rebuilt.answer(part.question(), quote.passage().answer()));
                shown++;
            }
        }
    }

    /// The passages worth quoting that overlap one coded to the theme.
    private List<Passage> chosen(ThemePart theme) {
        if (quotable.isEmpty()) {
            return List.of();
        }
        int index = part.question().themes().indexOf(theme.theme());
        List<Passage> chosen = new ArrayList<>();
        Codings codings = part.question().codings();
        for (Passage passage : quotable) {
            for (int i = 0; i < codings.size(); i++) {
                if (codings.theme(i) == index
                        && codings.answer(i) == passage.answer()
                        && codings.span(i).overlaps(passage.span())
                        && !chosen.contains(passage)) {
                    chosen.add(passage);
                }
            }
        }
        return chosen;
    }

    private void few() {
        List<ThemePart> few = part.themes().stream()
                .filter(theme -> isFew(theme) && theme.submissions() > 0)
                .toList();
        List<UncoveredPart> uncovered = part.uncovered().stream()
                .filter(group -> !group.quotes().isEmpty())
                .limit(MOST_UNCOVERED)
                .toList();
        if (few.isEmpty() && uncovered.isEmpty()) {
            return;
        }
        heading(3, t("report.few"), id() + "-few");
        say(t("report.few.how", share(1, (int) (1 / FEW))));
        few.forEach(theme -> theme(theme, 4));
        if (!uncovered.isEmpty()) {
            say(t("report.few.uncovered"));
            for (UncoveredPart group : uncovered) {
                Quote quote = group.quotes().getFirst();
                quote(quote, rebuilt.answer(part.question(), quote.passage().answer()));
            }
        }
    }

    private void differences(@Nullable CrossTable table, String kind) {
        if (table == null) {
            return;
        }
        heading(3, t("report.differences." + kind), id() + "-" + kind);
        List<String> headers = new ArrayList<>(List.of(t("report.theme")));
        for (CrossTable.Column column : table.columns()) {
            headers.add(t(
                    "report.differences.column",
                    column.label().isEmpty() ? t("report.differences.others") : column.label(),
                    n(column.base())));
        }
        List<Row> rows = new ArrayList<>();
        for (CrossTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.theme().number() + " " + row.theme().theme().headline());
            for (CrossTable.Cell cell : row.cells()) {
                cells.add(cell.hidden() ? t("report.hidden") : difference(cell));
            }
            rows.add(new Row(cells, 0, row.theme().theme().parent() != null));
        }
        add(new Table(t("report.differences.caption", table.question()), headers, rows, -1));
        say(t("report.differences.interval"));
        if (table.hasHidden()) {
            say(t("report.hidden.note"));
        }
        say(t("report.differences.draft"));
    }

    private static String difference(CrossTable.Cell cell) {
        Interval interval = WilsonInterval.of(ratio(cell.count(), cell.base()), cell.base(), CONFIDENCE);
        return t(
                "report.differences.cell",
                share(cell.count(), cell.base()),
                n(cell.count()),
                whole(interval.low()),
                whole(interval.high()));
    }

    private static String whole(double share) {
        return Long.toString(Math.round(100 * share));
    }
}
