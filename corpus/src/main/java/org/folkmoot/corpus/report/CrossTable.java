package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.ThemeCounts;

/// Themes against groups of respondents: how many of each group's answers carry each theme.
///
/// Which groups have a column of their own is said by `OwnColumns`; the others share the last one.
public record CrossTable(String question, List<Column> columns, List<Row> rows, boolean hasHidden) {
    /// @param label empty for the column of all others
    /// @param base answers analysed in the group
    public record Column(String label, int base) {}

    public record Row(ThemePart theme, List<Cell> cells) {}

    public record Cell(int count, int base, boolean hidden) {}

    /// @return a table with one column or none if there is nothing to compare
    static CrossTable of(QuestionAnalysis question, List<ThemePart> themes, ThemeCounts counts, Grouping groups) {
        BitSet analysed = new BitSet();
        for (int i = 0; i < question.status().size(); i++) {
            analysed.set(i, question.status().get(i) == AnswerStatus.ANALYSED);
        }
        int[] bases = groups.counts(analysed::get);
        boolean[] own = OwnColumns.of(groups.labels(), bases, analysed.cardinality());
        int rest = analysed.cardinality();
        int[] columnOf = new int[bases.length];
        Arrays.fill(columnOf, -1);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < bases.length; i++) {
            if (own[i]) {
                columnOf[i] = columns.size();
                columns.add(new Column(groups.labels().get(i), bases[i]));
                rest -= bases[i];
            }
        }
        int others = columns.size();
        if (rest > 0) {
            columns.add(new Column("", rest));
        }
        List<Row> rows = new ArrayList<>();
        boolean anyHidden = false;
        for (ThemePart theme : themes) {
            int[] cells = new int[columns.size()];
            BitSet answers = counts.answers(question.themes().indexOf(theme.theme()));
            for (int i = answers.nextSetBit(0); i >= 0; i = answers.nextSetBit(i + 1)) {
                int group = groups.of(i);
                int column = group < 0 || columnOf[group] < 0 ? others : columnOf[group];
                if (column < cells.length) {
                    cells[column]++;
                }
            }
            boolean[] hidden = SmallCells.hidden(cells);
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                anyHidden |= hidden[i];
                row.add(new Cell(cells[i], columns.get(i).base(), hidden[i]));
            }
            rows.add(new Row(theme, List.copyOf(row)));
        }
        return new CrossTable(groups.question().text(), List.copyOf(columns), List.copyOf(rows), anyHidden);
    }

    boolean compares() {
        return columns.stream().filter(column -> !column.label().isEmpty()).count() >= 2;
    }
}
