package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.PublishableTexts;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Answers to open questions as shown in lists: publishable words for everyone, passages and words looked for marked,
/// with the themes each carries. Reads tables of the codebook context.
@Repository
public class ExploredAnswers {
    // Characters that no text of a person has; a text that has them is shown without marks.
    private static final char START = '\uE0F0';
    private static final char STOP = '\uE0F1';
    private static final Pattern MARKED = Pattern.compile(START + "([^" + START + STOP + "]+)" + STOP);

    private final JdbcClient sql;
    private final Counting counting;
    private final CarriedByAnswers carried;
    private final PublishableTexts publishable;
    private final Benches benches;

    ExploredAnswers(
            JdbcClient sql,
            Counting counting,
            CarriedByAnswers carried,
            PublishableTexts publishable,
            Benches benches) {
        this.sql = sql;
        this.counting = counting;
        this.carried = carried;
        this.publishable = publishable;
        this.benches = benches;
    }

    /// An answer in a list.
    ///
    /// @param campaign code, empty if it belongs to none
    /// @param language BCP 47 tag, empty before the question was run
    /// @param status what the run made of it: ANALYSED, NO_VIEW, CROSS_REFERENCE; empty before
    /// @param decided whether a person decided on it
    public record Item(
            long id,
            long question,
            String questionCode,
            long response,
            ShownText shown,
            String text,
            boolean redacted,
            List<Theme> themes,
            String campaign,
            String language,
            String status,
            boolean decided) {
        public Item {
            themes = List.copyOf(themes);
        }

        Item with(List<Theme> others) {
            return new Item(
                    id,
                    question,
                    questionCode,
                    response,
                    shown,
                    text,
                    redacted,
                    others,
                    campaign,
                    language,
                    status,
                    decided);
        }
    }

    /// A theme of an answer as shown.
    ///
    /// @param above headline of the theme above, empty if there is none
    /// @param quotes all passages that carry it, in the order of the answer; none where a person named no words
    public record Theme(
            String id,
            String headline,
            String above,
            List<Quote> quotes,
            float confidence,
            boolean byPerson,
            boolean secondLook) {
        public Theme {
            quotes = List.copyOf(quotes);
        }
    }

    /// Publishable words of a passage.
    ///
    /// @param start in the publishable text
    public record Quote(String words, int start) {}

    /// Where the passages of some themes stand in the publishable text.
    static List<Span> places(List<Theme> themes) {
        return themes.stream()
                .flatMap(theme -> theme.quotes().stream())
                .map(quote ->
                        new Span(quote.start(), quote.start() + quote.words().length()))
                .distinct()
                .toList();
    }

    record Stored(
            long id,
            long consultation,
            long question,
            String questionCode,
            long response,
            String text,
            @Nullable String language,
            @Nullable String campaign,
            @Nullable String status) {}

    /// The answers of some ids, in their order.
    ///
    /// @param words looked for, empty for none
    @Transactional(readOnly = true)
    public List<Item> of(long[] ids, String words) {
        Map<Long, Stored> stored = stored(ids);
        Map<Long, List<Span>> hidden = publishable.hidden(stored.keySet());
        Map<Long, PublishableText> texts = new HashMap<>();
        stored.forEach((id, answer) ->
                texts.put(id, PublishableText.of(answer.text(), hidden.getOrDefault(id, List.of()))));
        Map<Long, Set<String>> hits = words.isEmpty() ? Map.of() : hits(texts, words);
        Map<Long, Optional<CodedQuestion>> coded = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (long id : ids) {
            Stored answer = stored.get(id);
            PublishableText text = texts.get(id);
            if (answer != null && text != null) {
                items.add(item(
                        answer,
                        text,
                        coded.computeIfAbsent(answer.question(), counting::of),
                        hits.getOrDefault(id, Set.of())));
            }
        }
        return items;
    }

    private Item item(Stored answer, PublishableText text, Optional<CodedQuestion> coded, Set<String> hits) {
        List<Theme> themes =
                coded.map(question -> themes(question, answer.id(), text)).orElse(List.of());
        String words = text.text();
        return new Item(
                answer.id(),
                answer.question(),
                answer.questionCode(),
                answer.response(),
                ShownText.excerpt(words, places(themes), places(words, hits)),
                words,
                text.isRedacted(),
                themes,
                answer.campaign() == null ? "" : answer.campaign(),
                answer.language() == null ? "" : answer.language(),
                answer.status() == null ? "" : answer.status(),
                coded.map(question -> isDecided(question, answer.id())).orElse(false));
    }

    static boolean isDecided(CodedQuestion coded, long answer) {
        int index = coded.indexOf(answer);
        return index >= 0 && coded.isDecided(index);
    }

    /// The themes of an answer with the words that may be shown of their passages.
    List<Theme> themes(CodedQuestion coded, long answer, PublishableText text) {
        return carried.of(coded, answer).stream()
                .map(one -> new Theme(
                        one.theme().id().value(),
                        one.theme().headline(),
                        one.above(),
                        one.spans().stream()
                                .map(span -> new Quote(
                                        text.words(span), text.mapped(span).start()))
                                .filter(quote -> !quote.words().isEmpty())
                                .toList(),
                        one.confidence(),
                        one.byPerson(),
                        one.secondLook()))
                .toList();
    }

    /// How many distinct texts some answers are, (nearly) equal ones counting once; those not analysed stand alone.
    @Transactional(readOnly = true)
    public int texts(long consultation, long[] ids) {
        long[] sorted = ids.clone();
        Arrays.sort(sorted);
        int alone = sorted.length;
        int texts = 0;
        for (long run : sql.sql("SELECT coded_by_run FROM codebook WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .list()) {
            Benches.Loaded bench = benches.of(run);
            Set<Long> groups = new HashSet<>();
            for (int i = 0; i < bench.answers().length; i++) {
                if (bench.group()[i] >= 0 && Arrays.binarySearch(sorted, bench.answers()[i]) >= 0) {
                    groups.add(bench.group()[i]);
                    alone--;
                }
            }
            texts += groups.size();
        }
        return texts + alone;
    }

    /// Answers to open questions by id, with what the current run says of them.
    @Transactional(readOnly = true)
    public Map<Long, Stored> stored(long[] ids) {
        return sql
                .sql("""
                        SELECT a.id, a.consultation_id, a.question_id, q.code, a.response_id, a.text, s.language, m.code, s.status
                        FROM answer a
                        JOIN question q ON q.id = a.question_id AND q.kind = 'OPEN'
                        LEFT JOIN codebook k ON k.question_id = a.question_id
                        LEFT JOIN screened_answer s ON s.run_id = k.coded_by_run AND s.answer_id = a.id
                        LEFT JOIN campaign m ON m.id = s.campaign_id
                        WHERE a.id = ANY (:ids)""")
                .param("ids", Arrays.stream(ids).boxed().toArray(Long[]::new))
                .query((row, _) -> new Stored(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::id, answer -> answer));
    }

    /// By answer the words in it that were looked for, as PostgreSQL finds them in what may be shown.
    private Map<Long, Set<String>> hits(Map<Long, PublishableText> texts, String words) {
        List<Map.Entry<Long, PublishableText>> answers = List.copyOf(texts.entrySet());
        Map<Long, Set<String>> hits = new HashMap<>();
        sql.sql("""
                        SELECT t.id, ts_headline(
                            CASE WHEN numnode(websearch_to_tsquery('english', :words)) > 0 THEN 'english'::regconfig
                                 ELSE 'simple'::regconfig END,
                            t.text, folkmoot_query(:words), :options)
                        FROM unnest(:ids, :texts) AS t (id, text)""")
                .param("words", words)
                .param("options", "HighlightAll=true, StartSel=" + START + ", StopSel=" + STOP)
                .param("ids", answers.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param(
                        "texts",
                        answers.stream().map(answer -> answer.getValue().text()).toArray(String[]::new))
                .query(row -> {
                    Matcher marked = MARKED.matcher(row.getString(2));
                    Set<String> found = new TreeSet<>();
                    while (marked.find()) {
                        found.add(marked.group(1));
                    }
                    hits.put(row.getLong(1), found);
                });
        return hits;
    }

    private static List<Span> places(String text, Set<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])")
                .matcher(text)
                .results()
                .map(hit -> new Span(hit.start(), hit.end()))
                .toList();
    }
}
