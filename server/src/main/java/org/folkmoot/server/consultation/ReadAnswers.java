package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.Decisions;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Single answers, and all answers of one respondent, in full. Who may see originals sees them here, and reading one
/// with personal data goes on record.
@Repository
public class ReadAnswers {
    private final JdbcClient sql;
    private final AskedQuestions questions;
    private final ExploredAnswers explored;
    private final PersonalSpans personal;
    private final Counting counting;
    private final Decisions decisions;
    private final AuditLog audit;

    ReadAnswers(
            JdbcClient sql,
            AskedQuestions questions,
            ExploredAnswers explored,
            PersonalSpans personal,
            Counting counting,
            Decisions decisions,
            AuditLog audit) {
        this.sql = sql;
        this.questions = questions;
        this.explored = explored;
        this.personal = personal;
        this.counting = counting;
        this.decisions = decisions;
        this.audit = audit;
    }

    /// An answer in full.
    ///
    /// @param shown as received if `original`, else what may be published
    /// @param personal spans found in it; none for those who may not see originals
    /// @param decidedBy the person whose decision stands, null for the machine
    public record Answer(
            ExploredAnswers.Item item,
            AskedQuestion question,
            ShownText shown,
            boolean original,
            List<PersonalSpans.Found> personal,
            @Nullable String decidedBy,
            List<Event> history) {
        public Answer {
            personal = List.copyOf(personal);
            history = List.copyOf(history);
        }
    }

    /// What somebody did with an answer.
    ///
    /// @param what key of its name among the words
    /// @param detail headlines of themes, or a kind of personal data
    /// @param note of the person, empty if there is none or it may not be seen
    public record Event(Instant at, String who, String what, String detail, String note) {}

    /// A respondent.
    ///
    /// @param name as the file calls them; empty for those who may not see originals
    /// @param file where it was received, empty for those who may not see originals
    /// @param supersededBy the response that took its place, null if none did
    /// @param closed what they chose and said about themselves; none for those who may not see originals
    public record Respondent(
            long id,
            String name,
            String file,
            long row,
            String consent,
            @Nullable Long supersededBy,
            List<Value> closed,
            List<Answer> answers) {
        public Respondent {
            closed = List.copyOf(closed);
            answers = List.copyOf(answers);
        }
    }

    /// An answer to a closed or about-you question.
    public record Value(String questionCode, String question, String value) {}

    /// @throws Refused if the consultation has no such answer to an open question
    @Transactional
    public Answer answer(Asker asker, long consultation, long id) {
        Answer answer =
                read(asker, consultation, id, counting(consultation, id)).orElseThrow(Refused::notFound);
        if (answer.original() && hidesAny(answer)) {
            audit.append(consultation, asker.actor(), "answer.original-read", "answer " + id, Map.of());
        }
        return answer;
    }

    /// @throws Refused if the consultation has no such response
    @Transactional
    public Respondent respondent(Asker asker, long consultation, long response) {
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        record Head(String respondent, String file, long row, String consent, long supersededBy) {}
        Head head = sql.sql("""
                        SELECT r.respondent, f.name AS file, r.source_row AS row, r.consent,
                               coalesce(r.superseded_by, 0) AS supersededby
                        FROM response r JOIN received_file f ON f.id = r.file_id
                        WHERE r.id = ? AND r.consultation_id = ?""")
                .params(response, consultation)
                .query(Head.class)
                .optional()
                .orElseThrow(Refused::notFound);
        Map<Long, AskedQuestion> asked =
                questions.of(consultation).stream().collect(Collectors.toMap(AskedQuestion::id, q -> q));
        record Row(long id, long questionId, String text) {}
        List<Row> rows = sql
                .sql("SELECT id, question_id, text FROM answer WHERE response_id = ?")
                .param(response)
                .query(Row.class)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(row ->
                        Objects.requireNonNull(asked.get(row.questionId())).position()))
                .toList();
        List<Value> closed = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Row row : rows) {
            AskedQuestion question = Objects.requireNonNull(asked.get(row.questionId()));
            if (question.kind() == Question.Kind.OPEN) {
                read(asker, consultation, row.id(), counting.of(question.id())).ifPresent(answers::add);
            } else if (original) {
                closed.add(new Value(question.code(), question.unnumbered(), row.text()));
            }
        }
        if (answers.stream().anyMatch(answer -> answer.original() && hidesAny(answer))) {
            audit.append(consultation, asker.actor(), "respondent.original-read", "response " + response, Map.of());
        }
        return new Respondent(
                response,
                original ? head.respondent() : "",
                original ? head.file() : "",
                head.row(),
                head.consent(),
                head.supersededBy() == 0 ? null : head.supersededBy(),
                closed,
                answers);
    }

    private static boolean hidesAny(Answer answer) {
        return answer.personal().stream().anyMatch(found -> found.state() != PersonalDataState.KEPT);
    }

    private Optional<CodedQuestion> counting(long consultation, long answer) {
        return sql.sql("SELECT question_id FROM answer WHERE id = ? AND consultation_id = ?")
                .params(answer, consultation)
                .query(Long.class)
                .optional()
                .flatMap(counting::of);
    }

    private Optional<Answer> read(Asker asker, long consultation, long id, Optional<CodedQuestion> coded) {
        long[] one = {id};
        ExploredAnswers.Stored stored = explored.stored(one).get(id);
        List<ExploredAnswers.Item> items = explored.of(one, "");
        Optional<AskedQuestion> question = stored == null
                ? Optional.empty()
                : questions.of(consultation).stream()
                        .filter(asked -> asked.id() == stored.question())
                        .findFirst();
        if (stored == null || items.isEmpty() || question.isEmpty()) {
            return Optional.empty();
        }
        ExploredAnswers.Item item = items.getFirst();
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        List<PersonalSpans.Found> spans = personal.of(id);
        PublishableText text = PublishableText.of(
                stored.text(),
                original
                        ? List.of()
                        : spans.stream()
                                .filter(found -> found.state() != PersonalDataState.KEPT)
                                .map(PersonalSpans.Found::span)
                                .toList());
        List<ExploredAnswers.Theme> themes =
                coded.map(of -> explored.themes(of, id, text)).orElse(List.of());
        List<Span> marked = original
                ? spans.stream()
                        .filter(found -> found.state() != PersonalDataState.KEPT)
                        .map(PersonalSpans.Found::span)
                        .toList()
                : List.of();
        List<Decisions.Decision> made = decisions.on(id);
        return Optional.of(new Answer(
                item.with(themes),
                question.get(),
                ShownText.whole(text.text(), ExploredAnswers.places(themes), marked),
                original,
                original ? spans : List.of(),
                made.isEmpty() ? null : made.getFirst().personName(),
                history(coded, made, spans, original)));
    }

    private static List<Event> history(
            Optional<CodedQuestion> coded,
            List<Decisions.Decision> made,
            List<PersonalSpans.Found> spans,
            boolean original) {
        List<Event> events = new ArrayList<>();
        for (Decisions.Decision decision : made) {
            String themes = decision.choices().stream()
                    .map(choice -> coded.flatMap(of -> of.themes().theme(new ThemeId(choice.theme())))
                            .map(WorkingTheme::headline)
                            .orElse(choice.theme()))
                    .distinct()
                    .collect(Collectors.joining("; "));
            events.add(new Event(
                    decision.at(),
                    decision.personName(),
                    themes.isEmpty() ? "answer.decided-none" : "answer.decided",
                    themes,
                    original ? decision.note() : ""));
        }
        for (PersonalSpans.Found span : spans) {
            Instant at = span.decidedAt();
            String by = span.decidedBy();
            if (at != null && by != null) {
                events.add(new Event(
                        at, by, "answer.data-" + span.state().name(), span.kind(), original ? span.reason() : ""));
            }
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }
}
