package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.corpus.run.Stance;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.Engines;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.PublishableTexts;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the answers that a filter asks for. What was received is asked of the database, which themes an answer carries
/// of what is counted in memory. Reads tables of the review context.
@Component
class FindingAnswers {
    /// How many passages are looked at for a meaning.
    private static final int NEAREST = 400;

    private static final int KEPT = 30;

    private final JdbcClient sql;
    private final Remembered<Asked, long[]> known = new Remembered<>(KEPT);
    private final AskedQuestions questions;
    private final Counting counting;
    private final Benches benches;
    private final Engines engines;
    private final PublishableTexts publishable;

    FindingAnswers(
            JdbcClient sql,
            AskedQuestions questions,
            Counting counting,
            Benches benches,
            Engines engines,
            PublishableTexts publishable) {
        this.sql = sql;
        this.questions = questions;
        this.counting = counting;
        this.benches = benches;
        this.engines = engines;
        this.publishable = publishable;
    }

    /// The ids of the answers, nearest in meaning first if a meaning is asked for, else ascending.
    ///
    /// @param original whether words may be found in what is hidden from others
    /// @throws Refused if it names what the consultation does not have
    @Transactional(readOnly = true)
    public long[] find(long consultation, AnswerFilter filter, boolean original) {
        List<AskedQuestion> asked = questions.of(consultation);
        List<Long> open = asked.stream()
                .filter(q -> q.kind() == Question.Kind.OPEN)
                .map(AskedQuestion::id)
                .filter(id -> filter.question() == null || filter.question().equals(id))
                .toList();
        if ((filter.question() != null && open.isEmpty())
                || (filter.question() == null && !filter.theme().isEmpty())
                || !asked.stream()
                        .filter(q -> q.kind() != Question.Kind.OPEN)
                        .map(AskedQuestion::id)
                        .toList()
                        .containsAll(filter.values().keySet())) {
            throw Refused.notFound();
        }
        long[] received = received(consultation, open, filter, original);
        if (filter.position() != AnswerFilter.Position.ALL) {
            received = withPosition(received, asked, filter.position());
        }
        if (!filter.theme().isEmpty()) {
            received = withTheme(received, open.getFirst(), filter.theme());
        }
        return filter.meaning().isEmpty() ? received : nearest(received, open, filter.meaning(), original);
    }

    private record Asked(List<Long> open, SortedMap<Long, String> values) {}

    /// What asks for questions and closed answers alone finds the same until the next import.
    private long[] received(long consultation, List<Long> open, AnswerFilter filter, boolean original) {
        boolean isByImport = filter.words().isEmpty()
                && filter.campaign().isEmpty()
                && filter.flag() == AnswerFilter.Flag.ALL
                && filter.status() == AnswerFilter.Status.ALL
                && filter.reader() == AnswerFilter.Reader.ALL;
        if (!isByImport) {
            return read(consultation, open, filter, original);
        }
        String imports =
                sql.sql("""
                        SELECT concat_ws('/', max(id), (SELECT count(*) FROM response
                            WHERE consultation_id = :c AND superseded_by IS NOT NULL))
                        FROM response WHERE consultation_id = :c""").param("c", consultation).query(String.class).single();
        return known.of(new Asked(open, filter.values()), imports, () -> read(consultation, open, filter, original))
                .clone();
    }

    private long[] read(long consultation, List<Long> open, AnswerFilter filter, boolean original) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("consultation", consultation);
        parameters.put("questions", open.toArray(Long[]::new));
        StringBuilder where = new StringBuilder();
        filter.values().forEach((closed, value) -> {
            where.append("""
                     AND a.response_id IN (SELECT v.response_id FROM answer v WHERE v.question_id = :q%1$d
                        AND v.text = :v%1$d AND length(v.text) <= 200)
                    """.formatted(closed));
            parameters.put("q" + closed, closed);
            parameters.put("v" + closed, value);
        });
        if (!filter.words().isEmpty()) {
            where.append(" AND a.id IN (SELECT folkmoot_answers_with(:consultation, :words, :original))\n");
            parameters.put("words", filter.words());
            parameters.put("original", original);
        }
        if (!filter.campaign().isEmpty()) {
            where.append(filter.campaign().equals(AnswerFilter.NONE) ? " AND a.id NOT IN (" : " AND a.id IN (");
            where.append("""
                    SELECT s.answer_id FROM codebook k
                    JOIN screened_answer s ON s.run_id = k.coded_by_run AND s.campaign_id IS NOT NULL
                    JOIN campaign m ON m.id = s.campaign_id
                    WHERE k.question_id = ANY (:questions)
                    """);
            if (!filter.campaign().equals(AnswerFilter.NONE)
                    && !filter.campaign().equals(AnswerFilter.ANY)) {
                where.append(" AND m.code = :campaign");
                parameters.put("campaign", filter.campaign());
            }
            where.append(")\n");
        }
        where.append(
                switch (filter.flag()) {
                    case ALL -> "";
                    case FLAGGED -> """
                             AND a.id IN (SELECT f.answer_id FROM flagged_answer f
                                WHERE f.question_id = ANY (:questions))
                            """;
                    case UNDECIDED_DATA -> """
                             AND a.id IN (SELECT p.answer_id FROM personal_data p
                                WHERE p.consultation_id = :consultation AND p.state = 'FLAGGED')
                            """;
                    case REDACTED -> """
                             AND a.id IN (SELECT p.answer_id FROM personal_data p
                                WHERE p.consultation_id = :consultation AND p.state = 'REDACTED')
                            """;
                });
        if (filter.status() == AnswerFilter.Status.WAITING) {
            where.append("""
                     AND NOT EXISTS (SELECT FROM codebook k JOIN screened_answer s ON s.run_id = k.coded_by_run
                        WHERE k.question_id = a.question_id AND s.answer_id = a.id)
                    """);
        } else if (filter.status() != AnswerFilter.Status.ALL) {
            where.append("""
                     AND a.id IN (SELECT s.answer_id FROM codebook k JOIN screened_answer s ON s.run_id = k.coded_by_run
                        WHERE k.question_id = ANY (:questions) AND s.status = :status)
                    """);
            parameters.put("status", filter.status().name());
        }
        where.append(
                switch (filter.reader()) {
                    case ALL -> "";
                    case DECIDED ->
                        " AND a.id IN (SELECT d.answer_id FROM decision d WHERE d.question_id = ANY (:questions))";
                    case UNDECIDED ->
                        " AND a.id NOT IN (SELECT d.answer_id FROM decision d WHERE d.question_id = ANY (:questions))";
                });
        Long[] ids = sql.sql("""
                        SELECT coalesce(array_agg(a.id ORDER BY a.id), '{}') FROM answer a
                        WHERE a.question_id = ANY (:questions)
                          AND a.response_id NOT IN (SELECT r.id FROM response r
                              WHERE r.consultation_id = :consultation AND r.superseded_by IS NOT NULL)
                        """ + where)
                .params(parameters)
                .query((row, _) -> (Long[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(ids).mapToLong(Long::longValue).toArray();
    }

    /// Of some answers those whose respondents stand so, by the closed question that each open one explains.
    private long[] withPosition(long[] among, List<AskedQuestion> asked, AnswerFilter.Position position) {
        Map<String, Long> byCode = new HashMap<>();
        asked.forEach(question -> byCode.put(question.code(), question.id()));
        List<Long> open = new ArrayList<>();
        List<Long> explained = new ArrayList<>();
        for (AskedQuestion question : asked) {
            Long closed = question.pairedWith() == null ? null : byCode.get(question.pairedWith());
            if (question.kind() == Question.Kind.OPEN && closed != null) {
                open.add(question.id());
                explained.add(closed);
            }
        }
        Map<Long, AnswerFilter.Position> known = new HashMap<>();
        sql.sql("""
                        SELECT a.id, v.text FROM unnest(:open, :explained) AS p (open, closed)
                        JOIN answer a ON a.question_id = p.open
                        JOIN answer v ON v.response_id = a.response_id AND v.question_id = p.closed""")
                .param("open", open.toArray(Long[]::new))
                .param("explained", explained.toArray(Long[]::new))
                .query(row -> {
                    known.put(row.getLong(1), position(row.getString(2)));
                });
        return LongStream.of(among)
                .filter(id -> known.getOrDefault(id, AnswerFilter.Position.UNKNOWN) == position)
                .toArray();
    }

    private static AnswerFilter.Position position(String closedAnswer) {
        int stance = Stance.of(closedAnswer);
        return stance > 0
                ? AnswerFilter.Position.FOR
                : stance < 0 ? AnswerFilter.Position.AGAINST : AnswerFilter.Position.NEITHER;
    }

    private long[] withTheme(long[] among, long question, String theme) {
        CodedQuestion coded = counting.of(question).orElseThrow(Refused::notFound);
        BitSet carry;
        if (theme.equals(AnswerFilter.NONE)) {
            carry = coded.covered();
            carry.flip(0, coded.size());
        } else {
            WorkingTheme known = coded.themes().theme(new ThemeId(theme)).orElseThrow(Refused::notFound);
            carry = coded.of(known.id());
        }
        long[] answers = coded.answers();
        return LongStream.of(among)
                .filter(id -> {
                    int index = Arrays.binarySearch(answers, id);
                    return index >= 0 && carry.get(index);
                })
                .toArray();
    }

    private record Near(long answer, double score) {}

    private long[] nearest(long[] among, List<Long> open, String meaning, boolean original) {
        List<Near> near = new ArrayList<>();
        for (long question : open) {
            counting.of(question).ifPresent(coded -> near.addAll(nearest(coded, meaning, original)));
        }
        near.sort(Comparator.comparingDouble(Near::score).reversed().thenComparingLong(Near::answer));
        Set<Long> ordered = new LinkedHashSet<>();
        for (Near one : near) {
            if (Arrays.binarySearch(among, one.answer()) >= 0) {
                ordered.add(one.answer());
            }
        }
        return ordered.stream().mapToLong(Long::longValue).toArray();
    }

    private List<Near> nearest(CodedQuestion coded, String meaning, boolean original) {
        Benches.Loaded loaded = benches.of(coded.kept().codedBy());
        List<Bench.Ranked> ranked = loaded.bench().nearest(engines.meaning(meaning), NEAREST, engines.engine());
        Map<Long, PublishableText> texts = original
                ? Map.of()
                : publishable.of(ranked.stream()
                        .map(one -> loaded.answers()[one.passage().answer()])
                        .toList());
        List<Near> near = new ArrayList<>();
        for (Bench.Ranked one : ranked) {
            PublishableText text = texts.get(loaded.answers()[one.passage().answer()]);
            // Nearness to what is hidden would tell what it is.
            if (text == null || !text.hides(one.passage().span())) {
                for (int same : loaded.bench().sameText(one.passage().answer())) {
                    near.add(new Near(loaded.answers()[same], one.score()));
                }
            }
        }
        return near;
    }
}
