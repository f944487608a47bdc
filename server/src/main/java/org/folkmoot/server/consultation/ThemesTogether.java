package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.folkmoot.corpus.report.SmallCells;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.consultation.ComparingGroups.Cell;
import org.folkmoot.server.consultation.ComparingGroups.Column;
import org.folkmoot.server.consultation.ComparingGroups.Row;

/// Themes against themes: how many of the answers that carry one carry another as well.
///
/// Only themes at the top: beside its sub-themes the counts of a theme would often be their sum, by which a hidden
/// count could be worked out. What is hidden in one half of the table is hidden in the other, which says the same.
final class ThemesTogether {
    private static final double CONFIDENCE = 0.95;

    private final CodedQuestion coded;
    private final List<WorkingTheme> themes;
    private final List<BitSet> carry;

    /// @param analysed indices of the answers with a view
    ThemesTogether(CodedQuestion coded, BitSet analysed) {
        this.coded = coded;
        this.themes = ExplorePages.inOrder(coded).stream()
                .filter(theme -> theme.parent() == null)
                .filter(theme -> coded.of(theme.id()).intersects(analysed))
                .toList();
        this.carry = themes.stream()
                .map(theme -> {
                    BitSet both = coded.of(theme.id());
                    both.and(analysed);
                    return both;
                })
                .toList();
    }

    /// One for each theme, named by its headline; its base is the answers that carry it.
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int t = 0; t < themes.size(); t++) {
            columns.add(new Column(themes.get(t).headline(), carry.get(t).cardinality()));
        }
        return columns;
    }

    /// One for each theme in the order of the columns; the cell where a theme meets itself has all its answers.
    List<Row> rows() {
        int[][] counts = counts();
        boolean[][] hidden = hidden(counts);
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < counts.length; r++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < counts.length; c++) {
                double share = (double) counts[r][c] / counts[c][c];
                Interval interval = hidden[r][c] ? null : WilsonInterval.of(share, counts[c][c], CONFIDENCE);
                cells.add(interval == null ? new Cell(0, 0, null) : new Cell(counts[r][c], share, interval));
            }
            WorkingTheme theme = themes.get(r);
            rows.add(new Row(theme.id(), theme.headline(), "", counts[r][r], coded.texts(theme.id()), cells));
        }
        return rows;
    }

    private int[][] counts() {
        int[][] counts = new int[carry.size()][carry.size()];
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts.length; c++) {
                BitSet both = (BitSet) carry.get(r).clone();
                both.and(carry.get(c));
                counts[r][c] = both.cardinality();
            }
        }
        return counts;
    }

    /// Which cells are not shown, by `SmallCells` along each row, a theme with itself left out.
    static boolean[][] hidden(int[][] counts) {
        int n = counts.length;
        boolean[][] hidden = new boolean[n][n];
        for (int r = 0; r < n; r++) {
            int[] others = new int[n - 1];
            for (int c = 0; c < n - 1; c++) {
                others[c] = counts[r][c < r ? c : c + 1];
            }
            boolean[] small = SmallCells.hidden(others);
            for (int c = 0; c < n - 1; c++) {
                int column = c < r ? c : c + 1;
                hidden[r][column] |= small[c];
                hidden[column][r] |= small[c];
            }
            hidden[r][r] = counts[r][r] < SmallCells.SMALLEST_SHOWN;
        }
        return hidden;
    }
}
