package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.WorkingTheme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which answer to read next. Answers of a blind sample that is still being read are never offered.
@Repository
class Offers {
    private static final int AT_ONCE = 50;

    private final JdbcClient sql;
    private final Counting counting;
    private final Decisions decisions;
    private final BlindSamples samples;
    private final Holds holds;

    Offers(JdbcClient sql, Counting counting, Decisions decisions, BlindSamples samples, Holds holds) {
        this.sql = sql;
        this.counting = counting;
        this.decisions = decisions;
        this.samples = samples;
        this.holds = holds;
    }

    /// Takes the next answer in an order for somebody.
    ///
    /// @param after id of the answer they come from; those behind it in the order come first. 0 to begin
    @Transactional
    public Optional<Long> next(long consultation, long question, ReadingOrder order, long after, long person) {
        CodedQuestion coded = counting.of(question).orElse(null);
        if (coded == null) {
            return Optional.empty();
        }
        List<Long> all = new ArrayList<>(
                order == ReadingOrder.UNCERTAIN || order == ReadingOrder.RARE
                        ? newWordsFirst(coded, ordered(coded, order))
                        : ordered(coded, order));
        Collections.rotate(all, -(all.indexOf(after) + 1));
        Set<Long> closed = new HashSet<>(samples.beingRead(question));
        if (order != ReadingOrder.FLAGGED) {
            closed.addAll(decisions.answers(question));
        }
        closed.add(after);
        all.removeIf(closed::contains);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Optional<Long> taken = holds.takeFirst(
                    consultation, question, all.subList(from, Math.min(all.size(), from + AT_ONCE)), person);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private List<Long> ordered(CodedQuestion coded, ReadingOrder order) {
        long question = coded.kept().question();
        return switch (order) {
            case UNCERTAIN -> {
                Set<Long> leastSureFirst = new LinkedHashSet<>(leastSure(coded));
                leastSureFirst.addAll(all(coded));
                yield List.copyOf(leastSureFirst);
            }
            case RARE -> rare(coded);
            case UNREAD -> all(coded);
            case FLAGGED -> {
                Set<Long> again = new LinkedHashSet<>(coded.awaitingSecondLook());
                again.addAll(flagged(question));
                yield List.copyOf(again);
            }
            case RANDOM ->
                all(coded).stream()
                        .sorted(Comparator.comparingLong(answer -> mixed(answer ^ question << 32)))
                        .toList();
        };
    }

    /// Answers much like one that somebody decided on come last: reading them teaches little.
    private static List<Long> newWordsFirst(CodedQuestion coded, List<Long> ordered) {
        return ordered.stream()
                .sorted(Comparator.comparing(coded::isLikeOneDecided))
                .toList();
    }

    private static List<Long> all(CodedQuestion coded) {
        return java.util.Arrays.stream(coded.answers()).boxed().toList();
    }

    private static List<Long> rare(CodedQuestion coded) {
        long[] answers = coded.answers();
        Set<Long> ordered = new LinkedHashSet<>();
        coded.themes().themes().stream()
                .filter(theme -> !coded.themes().isSetAside(theme))
                .sorted(Comparator.comparingInt(theme -> coded.submissions(theme.id())))
                .forEach(theme -> {
                    BitSet of = coded.of(theme.id());
                    of.stream().forEach(index -> ordered.add(answers[index]));
                });
        return List.copyOf(ordered);
    }

    private List<Long> leastSure(CodedQuestion coded) {
        List<Integer> places = new ArrayList<>();
        for (WorkingTheme theme : coded.themes().themes()) {
            if (!coded.themes().isSetAside(theme)) {
                theme.sources()
                        .forEach(source -> places.add(coded.kept().places().getOrDefault(source, -1)));
            }
        }
        return sql.sql("""
                        SELECT answer_id FROM coding WHERE run_id = :run AND source = ANY (:places)
                        GROUP BY answer_id ORDER BY min(abs(confidence - 0.5)), answer_id""")
                .param("run", coded.kept().codedBy())
                .param("places", places.toArray(Integer[]::new))
                .query(Long.class)
                .list();
    }

    private List<Long> flagged(long question) {
        return sql.sql("SELECT answer_id FROM flagged_answer WHERE question_id = ? ORDER BY answer_id")
                .param(question)
                .query(Long.class)
                .list();
    }

    /// Spreads ids evenly: the same answer always stands at the same place of the random order.
    private static long mixed(long id) {
        long z = (id + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
