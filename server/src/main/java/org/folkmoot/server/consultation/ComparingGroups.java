package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.corpus.report.OwnColumns;
import org.folkmoot.corpus.report.SmallCells;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Themes against groups of respondents: how many of each group's analysed answers carry each theme.
///
/// Which groups have a column of their own is said by `OwnColumns`; the others share the last one.
@Repository
public class ComparingGroups {
    /// What a table is by where it is by the themes themselves.
    static final String THEMES = "themes";

    private static final double CONFIDENCE = 0.95;

    private static final int KEPT = 50;

    private final JdbcClient sql;
    private final Remembered<Crossing, Map<String, BitSet>> known = new Remembered<>(KEPT);
    private final ClosedValues values;
    private final Counting counting;
    private final Benches benches;

    ComparingGroups(JdbcClient sql, ClosedValues values, Counting counting, Benches benches) {
        this.sql = sql;
        this.values = values;
        this.counting = counting;
        this.benches = benches;
    }

    /// The table of a question by the values of another, or by its own themes.
    ///
    /// @param columns at least two, or none if there is nothing to compare
    /// @param hidesAny whether any count is too small to show
    public record Table(List<Column> columns, List<Row> rows, int analysed, boolean hidesAny) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// @param value what its respondents said of themselves, or the headline of a theme; empty for all others
    public record Column(String value, int base) {}

    /// @param above headline of the theme above, empty if there is none
    /// @param total answers of all groups that carry the theme
    /// @param texts how many distinct texts these are
    public record Row(ThemeId theme, String headline, String above, int total, int texts, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param count not to be shown if there is no interval
    /// @param interval of the share, null where the count is too small to show
    public record Cell(int count, double share, @Nullable Interval interval) {
        public boolean isHidden() {
            return interval == null;
        }
    }

    /// Whether a question has themes to compare.
    @Transactional(readOnly = true)
    public boolean isCoded(long question) {
        return counting.of(question).isPresent();
    }

    /// @param by id of a closed or about-you question with two to thirty values, or `themes`
    /// @throws Refused if the question is not coded yet, or one cannot divide by the other
    @Transactional(readOnly = true)
    public Table of(long consultation, long question, String by) {
        ClosedValues.Divided divided = by.equals(THEMES)
                ? null
                : values.of(consultation).stream()
                        .filter(one -> Long.toString(one.question().id()).equals(by))
                        .findFirst()
                        .orElseThrow(Refused::notFound);
        CodedQuestion coded = counting.of(question)
                .filter(one -> one.kept().consultation() == consultation)
                .orElseThrow(Refused::notFound);
        Benches.Loaded bench = benches.of(coded.kept().codedBy());
        BitSet analysed = new BitSet();
        for (int i = 0; i < bench.group().length; i++) {
            analysed.set(i, bench.group()[i] >= 0);
        }
        if (divided == null) {
            ThemesTogether together = new ThemesTogether(coded, analysed);
            return table(together.columns(), together.rows(), analysed);
        }
        Map<String, BitSet> groups = new TreeMap<>();
        groups(consultation, question, divided.question().id(), bench).forEach((value, of) -> {
            BitSet group = (BitSet) of.clone();
            group.and(analysed);
            groups.put(value, group);
        });
        List<Column> columns = new ArrayList<>();
        List<BitSet> members = new ArrayList<>();
        divide(divided.values(), groups, analysed, columns, members);
        List<Row> rows = new ArrayList<>();
        if (columns.size() > 1) {
            for (WorkingTheme theme : ExplorePages.inOrder(coded)) {
                rows.add(row(coded, theme, columns, members));
            }
        }
        return table(columns, rows, analysed);
    }

    private static Table table(List<Column> columns, List<Row> rows, BitSet analysed) {
        return new Table(
                columns.size() > 1 ? columns : List.of(),
                columns.size() > 1 ? rows : List.of(),
                analysed.cardinality(),
                rows.stream().anyMatch(row -> row.cells().stream().anyMatch(Cell::isHidden)));
    }

    private record Crossing(long run, long by) {}

    /// By value the answers of its respondents, as a bench has them; which respondent gave an answer changes only with
    /// an import.
    private Map<String, BitSet> groups(long consultation, long question, long by, Benches.Loaded bench) {
        String imports = sql.sql("SELECT concat(max(id)) FROM response WHERE consultation_id = ?")
                .param(consultation)
                .query(String.class)
                .single();
        return known.of(new Crossing(bench.run(), by), imports, () -> read(question, by, bench.answers()));
    }

    private Map<String, BitSet> read(long question, long by, long[] answers) {
        Map<String, BitSet> groups = new TreeMap<>();
        sql.sql("""
                        SELECT a.id, v.text FROM answer a
                        JOIN answer v ON v.response_id = a.response_id AND v.question_id = :by AND length(v.text) <= 200
                        WHERE a.question_id = :question""").param("by", by).param("question", question).query(row -> {
            int index = Arrays.binarySearch(answers, row.getLong(1));
            if (index >= 0) {
                groups.computeIfAbsent(row.getString(2), _ -> new BitSet()).set(index);
            }
        });
        return groups;
    }

    private static void divide(
            List<String> values,
            Map<String, BitSet> groups,
            BitSet analysed,
            List<Column> columns,
            List<BitSet> members) {
        BitSet rest = (BitSet) analysed.clone();
        int[] bases = values.stream()
                .mapToInt(value -> groups.getOrDefault(value, new BitSet()).cardinality())
                .toArray();
        boolean[] own = OwnColumns.of(values, bases, analysed.cardinality());
        for (int i = 0; i < own.length; i++) {
            if (own[i]) {
                BitSet group = groups.getOrDefault(values.get(i), new BitSet());
                columns.add(new Column(values.get(i), bases[i]));
                members.add(group);
                rest.andNot(group);
            }
        }
        if (!rest.isEmpty()) {
            columns.add(new Column("", rest.cardinality()));
            members.add(rest);
        }
    }

    private static Row row(CodedQuestion coded, WorkingTheme theme, List<Column> columns, List<BitSet> members) {
        BitSet carry = coded.of(theme.id());
        int[] counts = new int[columns.size()];
        for (int i = 0; i < counts.length; i++) {
            BitSet both = (BitSet) members.get(i).clone();
            both.and(carry);
            counts[i] = both.cardinality();
        }
        boolean[] hidden = SmallCells.hidden(counts);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double share = (double) counts[i] / columns.get(i).base();
            cells.add(
                    hidden[i]
                            ? new Cell(0, 0, null)
                            : new Cell(
                                    counts[i],
                                    share,
                                    WilsonInterval.of(share, columns.get(i).base(), CONFIDENCE)));
        }
        ThemeId parent = theme.parent();
        return new Row(
                theme.id(),
                theme.headline(),
                parent == null
                        ? ""
                        : coded.themes()
                                .theme(parent)
                                .map(WorkingTheme::headline)
                                .orElse(""),
                Arrays.stream(counts).sum(),
                coded.texts(theme.id()),
                cells);
    }
}
