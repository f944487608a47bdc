package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.platform.Remembered;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads back what was received for a consultation, as the engine's report and writers take it. What was last read is
/// kept in memory as long as nothing comes to it; what hides words of it is read each time.
@Repository
class ReceivedRecords {
    private static final int MOST_VALUES = 30;

    private static final long ROOM = Runtime.getRuntime().maxMemory() / 8;

    private final JdbcClient sql;
    private final Remembered<Long, Whole> known = new Remembered<>(ROOM, Whole::bytes);

    ReceivedRecords(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(long id, String respondent, Source source, Response.Consent consent) {}

    private record Head(String title, @Nullable String type) {}

    private record Numbered(long id, Question question) {}

    /// All as received, without what hides any of it.
    ///
    /// @param values per response and question
    /// @param telling per question whether its values are left out of what may be published
    private record Whole(
            Head head,
            List<Numbered> questions,
            List<Row> rows,
            List<Exclusion> excluded,
            boolean stated,
            String[][] values,
            List<AnswerIds> answers,
            boolean[] telling) {
        private static final int OF_VALUE = 60;
        private static final int OF_ROW = 200;

        /// About how many bytes of memory it takes.
        long bytes() {
            long bytes = (long) OF_ROW * rows.size();
            for (String[] row : values) {
                for (String value : row) {
                    bytes += value.isEmpty() ? 0 : OF_VALUE + value.length();
                }
            }
            return bytes;
        }
    }

    /// @param wording whether texts are as received or as they may be published
    @Transactional(propagation = Propagation.MANDATORY)
    Received of(long consultation, Wording wording) {
        String stamp = stamp(consultation);
        Whole whole = known.of(consultation, stamp, () -> whole(consultation));
        List<Received.Personal> personal = personal(consultation, whole.answers());
        Map<Long, PublishableText> hidden = new HashMap<>();
        List<Response> responses = new ArrayList<>();
        for (int r = 0; r < whole.rows().size(); r++) {
            Row row = whole.rows().get(r);
            String[] values =
                    wording == Wording.PUBLISHABLE ? publishable(whole, r, personal, hidden) : whole.values()[r];
            responses.add(new Response(respondent(row, wording), row.source(), row.consent(), List.of(values)));
        }
        return new Received(
                stamp,
                new Consultation(
                        whole.head().title(),
                        whole.questions().stream().map(Numbered::question).toList(),
                        responses,
                        wording == Wording.PUBLISHABLE ? withoutNames(whole.excluded()) : whole.excluded(),
                        List.of(),
                        whole.head().type()),
                whole.questions().stream().map(Numbered::id).toList(),
                whole.answers(),
                hidden,
                personal);
    }

    /// Changes with all that is received and with every run, not with what people decide.
    private String stamp(long consultation) {
        return sql.sql("""
                        SELECT concat_ws('/',
                            (SELECT max(sequence) FROM audit_entry WHERE chain = :c
                             AND action !~ '^(answer|history|learning|personal-data|report|sample|themes?|uncovered)\\.|[.-](read|exported)$'),
                            (SELECT max(id) FROM response WHERE consultation_id = :c),
                            (SELECT max(id) FROM run WHERE consultation_id = :c AND state = 'DONE'))""").param("c", consultation).query(String.class).single();
    }

    private Whole whole(long consultation) {
        Head head = sql.sql("SELECT title, respondent_type_id FROM consultation WHERE id = ?")
                .param(consultation)
                .query((row, _) -> new Head(row.getString(1), row.getString(2)))
                .single();
        List<Numbered> questions = questions(consultation);
        List<Row> rows = new ArrayList<>();
        List<Exclusion> excluded = new ArrayList<>(exclusions(consultation));
        responses(consultation, rows, excluded);
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
        Map<String, String> once = new HashMap<>();
        sql.sql("SELECT id, question_id, response_id, text FROM answer WHERE consultation_id = ?")
                .param(consultation)
                .query(row -> {
                    Integer response = indexOf.get(row.getLong(3));
                    Integer column = columnOf.get(row.getLong(2));
                    if (response != null && column != null) {
                        answers[column][response] = row.getLong(1);
                        String text = row.getString(4);
                        boolean open = questions.get(column).question().kind() == Question.Kind.OPEN;
                        values[response][column] = open ? text : once.computeIfAbsent(text, same -> same);
                    }
                });
        return new Whole(
                head,
                questions,
                rows,
                excluded,
                rows.stream().anyMatch(row -> row.consent() != Response.Consent.UNKNOWN),
                values,
                Arrays.stream(answers).map(AnswerIds::new).toList(),
                telling(questions, values));
    }

    /// The values of a response as they may be published.
    ///
    /// @param hidden takes the answers of which not all is shown
    private static String[] publishable(
            Whole whole, int response, List<Received.Personal> personal, Map<Long, PublishableText> hidden) {
        String[] values = whole.values()[response].clone();
        boolean consents = consents(whole.rows().get(response).consent(), whole.stated());
        for (int q = 0; q < values.length; q++) {
            if (whole.telling()[q]) {
                values[q] = "";
            } else if (whole.questions().get(q).question().kind() == Question.Kind.OPEN) {
                long answer = whole.answers().get(q).of(response);
                List<Span> spans = consents
                        ? personal.get(q).hidden().getOrDefault(answer, List.of())
                        : List.of(new Span(0, values[q].length()));
                if (spans.isEmpty()) {
                    continue;
                }
                PublishableText shown = PublishableText.of(values[q], spans);
                if (shown.isRedacted()) {
                    hidden.put(answer, shown);
                    values[q] = shown.text();
                }
            }
        }
        return values;
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
    private static boolean[] telling(List<Numbered> questions, String[][] values) {
        boolean[] telling = new boolean[questions.size()];
        for (int q = 0; q < telling.length; q++) {
            if (questions.get(q).question().kind() != Question.Kind.OPEN) {
                Set<String> different = new HashSet<>();
                for (String[] row : values) {
                    different.add(row[q].strip());
                    telling[q] |= row[q].contains("@");
                }
                different.remove("");
                telling[q] |= different.size() > MOST_VALUES;
            }
        }
        return telling;
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

    /// @param answers per question
    private List<Received.Personal> personal(long consultation, List<AnswerIds> answers) {
        List<Received.Personal> personal = new ArrayList<>();
        answers.forEach(_ -> personal.add(new Received.Personal(new TreeMap<>(), new TreeMap<>())));
        sql.sql("""
                        SELECT answer_id, span_start, span_end, state FROM personal_data
                        WHERE consultation_id = ? AND state <> 'KEPT' ORDER BY answer_id, span_start""").param(consultation).query(row -> {
            long answer = row.getLong(1);
            Span span = new Span(row.getInt(2), row.getInt(3));
            for (int q = 0; q < answers.size(); q++) {
                if (answers.get(q).responseOf(answer) >= 0) {
                    Received.Personal of = personal.get(q);
                    add(of.hidden(), answer, span);
                    if (row.getString(4).equals("FLAGGED")) {
                        add(of.undecided(), answer, span);
                    }
                }
            }
        });
        return personal;
    }

    private static void add(Map<Long, List<Span>> spans, long answer, Span span) {
        spans.computeIfAbsent(answer, _ -> new ArrayList<>()).add(span);
    }
}
