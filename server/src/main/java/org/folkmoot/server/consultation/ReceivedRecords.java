package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads back what was received for a consultation, as the engine's report and writers take it.
@Repository
class ReceivedRecords {
    private static final int MOST_VALUES = 30;

    private final JdbcClient sql;

    ReceivedRecords(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(long id, String respondent, Source source, Response.Consent consent) {}

    private record Head(String title, @Nullable String type) {}

    private record Numbered(long id, Question question) {}

    /// @param wording whether texts are as received or as they may be published
    @Transactional(propagation = Propagation.MANDATORY)
    Received of(long consultation, Wording wording) {
        Head head = sql.sql("SELECT title, respondent_type_id FROM consultation WHERE id = ?")
                .param(consultation)
                .query((row, _) -> new Head(row.getString(1), row.getString(2)))
                .single();
        List<Numbered> questions = questions(consultation);
        List<Row> rows = new ArrayList<>();
        List<Exclusion> excluded = new ArrayList<>(exclusions(consultation));
        responses(consultation, rows, excluded);
        Personal personal = personal(consultation);
        boolean stated = rows.stream().anyMatch(row -> row.consent() != Response.Consent.UNKNOWN);
        Map<Long, Integer> indexOf = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            indexOf.put(rows.get(i).id(), i);
        }
        Map<Long, Integer> columnOf = new HashMap<>();
        for (int q = 0; q < questions.size(); q++) {
            columnOf.put(questions.get(q).id(), q);
        }
        String[][] values = new String[rows.size()][questions.size()];
        Arrays.stream(values).forEach(row -> Arrays.fill(row, ""));
        long[][] answers = new long[questions.size()][rows.size()];
        Map<Long, PublishableText> hidden = new HashMap<>();
        sql.sql("SELECT id, question_id, response_id, text FROM answer WHERE consultation_id = ?")
                .param(consultation)
                .query(row -> {
                    Integer response = indexOf.get(row.getLong(3));
                    Integer column = columnOf.get(row.getLong(2));
                    if (response == null || column == null) {
                        return;
                    }
                    long id = row.getLong(1);
                    String text = row.getString(4);
                    answers[column][response] = id;
                    boolean open = questions.get(column).question().kind() == Question.Kind.OPEN;
                    if (wording == Wording.PUBLISHABLE && open) {
                        PublishableText shown = personal.shown(
                                id, text, consents(rows.get(response).consent(), stated));
                        if (shown.isRedacted()) {
                            hidden.put(id, shown);
                            text = shown.text();
                        }
                    }
                    values[response][column] = text;
                });
        if (wording == Wording.PUBLISHABLE) {
            withholdTelling(questions, values);
        }
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            responses.add(new Response(respondent(row, wording), row.source(), row.consent(), List.of(values[i])));
        }
        return new Received(
                new Consultation(
                        head.title(),
                        questions.stream().map(Numbered::question).toList(),
                        responses,
                        wording == Wording.PUBLISHABLE ? withoutNames(excluded) : excluded,
                        List.of(),
                        head.type()),
                questions.stream().map(Numbered::id).toList(),
                answers,
                hidden,
                personal.undecided());
    }

    /// Consent that is stated nowhere is taken as given, as in the engine's report.
    static boolean consents(Response.Consent consent, boolean stated) {
        return consent == Response.Consent.YES || (consent == Response.Consent.UNKNOWN && !stated);
    }

    /// An e-mail address as an id would be personal data.
    private static String respondent(Row row, Wording wording) {
        return wording == Wording.PUBLISHABLE && row.respondent().contains("@")
                ? Words.ENGLISH.t(
                        "report.quote.row", String.valueOf(row.source().row()))
                : row.respondent();
    }

    private static List<Exclusion> withoutNames(List<Exclusion> excluded) {
        return excluded.stream()
                .map(one -> one.respondent().contains("@") ? new Exclusion(one.source(), "", one.reason()) : one)
                .toList();
    }

    /// About-you questions answered in one's own words, such as a name, are left out of what may be published.
    private static void withholdTelling(List<Numbered> questions, String[][] values) {
        for (int q = 0; q < questions.size(); q++) {
            if (questions.get(q).question().kind() != Question.Kind.OPEN) {
                Set<String> different = new HashSet<>();
                boolean address = false;
                for (String[] row : values) {
                    different.add(row[q].strip());
                    address |= row[q].contains("@");
                }
                different.remove("");
                if (address || different.size() > MOST_VALUES) {
                    for (String[] row : values) {
                        row[q] = "";
                    }
                }
            }
        }
    }

    private List<Numbered> questions(long consultation) {
        return sql.sql("""
                        SELECT id, code, text, kind, paired_with FROM question
                        WHERE consultation_id = ? ORDER BY position, id""")
                .param(consultation)
                .query((row, _) -> new Numbered(
                        row.getLong(1),
                        new Question(
                                row.getString(2),
                                row.getString(3),
                                Question.Kind.valueOf(row.getString(4)),
                                row.getString(5))))
                .list();
    }

    private void responses(long consultation, List<Row> rows, List<Exclusion> excluded) {
        sql.sql("""
                        SELECT r.id, r.respondent, f.name, r.source_sheet, r.source_row, r.consent,
                               r.superseded_by IS NOT NULL, r.withdrawn_by IS NOT NULL
                        FROM response r JOIN received_file f ON f.id = r.file_id
                        WHERE r.consultation_id = ? ORDER BY r.id""").param(consultation).query(row -> {
            Source source = new Source(row.getString(3), row.getString(4), Math.toIntExact(row.getLong(5)));
            if (row.getBoolean(7)) {
                String why = row.getBoolean(8) ? "report.excluded.withdrawn" : "report.excluded.superseded";
                excluded.add(new Exclusion(source, row.getString(2), Words.ENGLISH.t(why)));
            } else {
                rows.add(new Row(row.getLong(1), row.getString(2), source, Response.Consent.valueOf(row.getString(6))));
            }
        });
    }

    private List<Exclusion> exclusions(long consultation) {
        return sql.sql("""
                        SELECT f.name, e.source_sheet, e.source_row, e.respondent, e.reason
                        FROM exclusion e JOIN received_file f ON f.id = e.file_id
                        WHERE e.consultation_id = ? ORDER BY e.id""")
                .param(consultation)
                .query((row, _) -> new Exclusion(
                        new Source(row.getString(1), row.getString(2), Math.toIntExact(row.getLong(3))),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /// The files that were taken in, for the manifest.
    @Transactional(propagation = Propagation.MANDATORY)
    List<Manifest.Input> files(long consultation) {
        return sql.sql("""
                        SELECT name, size, sha256 FROM received_file
                        WHERE consultation_id = ? AND state = 'IMPORTED' ORDER BY id""")
                .param(consultation)
                .query((row, _) -> new Manifest.Input(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /// Where personal data stands in the texts received, by answer id.
    private record Personal(Map<Long, List<Span>> hidden, Map<Long, List<Span>> undecided) {
        PublishableText shown(long answer, String text, boolean consents) {
            return PublishableText.of(
                    text, consents ? hidden.getOrDefault(answer, List.of()) : List.of(new Span(0, text.length())));
        }
    }

    private Personal personal(long consultation) {
        Personal personal = new Personal(new HashMap<>(), new HashMap<>());
        sql.sql("""
                        SELECT answer_id, span_start, span_end, state FROM personal_data
                        WHERE consultation_id = ? AND state <> 'KEPT' ORDER BY answer_id, span_start""").param(consultation).query(row -> {
            Span span = new Span(row.getInt(2), row.getInt(3));
            personal.hidden()
                    .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(span);
            if (row.getString(4).equals("FLAGGED")) {
                personal.undecided()
                        .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(span);
            }
        });
        return personal;
    }
}
