package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.server.platform.Bulk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Responses, answers, exclusions and faults on their way into the database.
@Repository
class Imports {
    private final JdbcClient sql;
    private final Bulk bulk;

    Imports(JdbcClient sql, Bulk bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    /// Lets nobody else import into the consultation until the transaction ends.
    /// One import of a consultation at a time; what else goes on in it does not wait, such as a run that ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long consultation) {
        sql.sql("SELECT id FROM consultation WHERE id = ? FOR NO KEY UPDATE")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Comparison.Stock stock(long consultation, String fileName) {
        Set<String> fingerprints = new HashSet<>();
        Map<String, Long> respondents = new HashMap<>();
        Map<Long, List<Comparison.Standing>> byFile = new HashMap<>();
        sql.sql("""
                        SELECT encode(fingerprint, 'hex'), respondent, id, superseded_by IS NULL, file_id FROM response
                        WHERE consultation_id = ? ORDER BY id""").param(consultation).query(row -> {
            fingerprints.add(row.getString(1));
            if (row.getBoolean(4)) {
                respondents.put(row.getString(2), row.getLong(3));
                byFile.computeIfAbsent(row.getLong(5), _ -> new ArrayList<>())
                        .add(new Comparison.Standing(row.getLong(3), row.getString(2)));
            }
        });
        int same =
                sql.sql("""
                        SELECT count(*) FROM received_file
                        WHERE consultation_id = ? AND name = ? AND state = 'IMPORTED'""").params(consultation, fileName).query(Integer.class).single();
        return new Comparison.Stock(fingerprints, respondents, byFile, same);
    }

    /// The answers of a response, by question code.
    @Transactional(readOnly = true)
    public SortedMap<String, String> answers(long response) {
        SortedMap<String, String> answers = new TreeMap<>();
        sql.sql("""
                        SELECT q.code, a.text FROM answer a JOIN question q ON q.id = a.question_id
                        WHERE a.response_id = ?""").param(response).query(row -> {
            answers.put(row.getString(1), row.getString(2));
        });
        return answers;
    }

    /// Responses on their way in.
    ///
    /// @param replaced id of an earlier response by the fingerprint of the one that takes its place
    record Delivery(List<Arrival> arrivals, Map<String, Long> replaced) {}

    /// Stores responses with their answers. Where one takes the place of an earlier one, an answer that reads the same
    /// goes over with all that people decided on it, and so does one to a question that the delivery does not have.
    ///
    /// @param questions ids of the delivery's questions by code
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long consultation, Delivery delivery, ToLongFunction<Source> file, Map<String, Long> questions) {
        stage(delivery, file, questions);
        sql.sql("""
                INSERT INTO response
                    (consultation_id, file_id, source_row, source_sheet, respondent, consent, fingerprint)
                SELECT ?, file_id, source_row, source_sheet, respondent, consent, decode(fingerprint, 'hex')
                FROM arriving""").param(consultation).update();
        sql.sql("""
                UPDATE response e SET superseded_by = r.id
                FROM replacing p JOIN response r
                    ON r.consultation_id = ? AND r.fingerprint = decode(p.fingerprint, 'hex')
                WHERE e.id = p.earlier""").param(consultation).update();
        sql.sql("""
                UPDATE answer o SET response_id = e.superseded_by
                FROM response e, replacing p
                WHERE e.id = p.earlier AND o.response_id = e.id
                    AND (o.question_id NOT IN (:asked) OR EXISTS (SELECT FROM arriving_answer t
                        WHERE t.fingerprint = p.fingerprint AND t.question_id = o.question_id AND t.text = o.text))""").param("asked", questions.values()).update();
        sql.sql("""
                INSERT INTO answer (consultation_id, question_id, response_id, text)
                SELECT r.consultation_id, a.question_id, r.id, a.text
                FROM arriving_answer a JOIN response r
                    ON r.consultation_id = ? AND r.fingerprint = decode(a.fingerprint, 'hex')
                ON CONFLICT (response_id, question_id) DO NOTHING""").param(consultation).update();
    }

    /// Lets responses count no longer that a later delivery lacks.
    ///
    /// @param file of that delivery
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(List<Long> responses, long file) {
        sql.sql("UPDATE response SET superseded_by = id, withdrawn_by = :file WHERE id = ANY (:responses)")
                .param("file", file)
                .param("responses", responses.toArray(Long[]::new))
                .update();
    }

    /// Lets those that were withdrawn count again which are here once more, word for word.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(long consultation, List<Arrival> known) {
        sql.sql("""
                        UPDATE response SET superseded_by = NULL, withdrawn_by = NULL
                        WHERE consultation_id = :consultation AND withdrawn_by IS NOT NULL
                          AND encode(fingerprint, 'hex') = ANY (:known)""")
                .param("consultation", consultation)
                .param("known", known.stream().map(Arrival::fingerprint).toArray(String[]::new))
                .update();
    }

    private void stage(Delivery delivery, ToLongFunction<Source> file, Map<String, Long> questions) {
        bulk.stage(
                "arriving",
                "file_id bigint, source_row bigint, source_sheet text, respondent text, consent text, fingerprint text",
                rows -> delivery.arrivals()
                        .forEach(a -> rows.add(
                                file.applyAsLong(a.source()),
                                a.source().row(),
                                Arrival.storable(a.source().sheet()),
                                a.respondent(),
                                a.consent().name(),
                                a.fingerprint())));
        bulk.stage(
                "arriving_answer",
                "fingerprint text, question_id bigint, text text",
                rows -> delivery.arrivals()
                        .forEach(a -> a.values()
                                .forEach((code, text) -> rows.add(a.fingerprint(), questions.get(code), text))));
        bulk.stage(
                "replacing",
                "fingerprint text, earlier bigint",
                rows -> delivery.replaced().forEach(rows::add));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void exclude(long consultation, List<Exclusion> exclusions, ToLongFunction<Source> file) {
        bulk.stage(
                "excluding",
                "file_id bigint, source_row bigint, source_sheet text, respondent text, reason text",
                rows -> exclusions.forEach(e -> rows.add(
                        file.applyAsLong(e.source()),
                        e.source().row(),
                        Arrival.storable(e.source().sheet()),
                        Arrival.storable(e.respondent()),
                        e.reason())));
        sql.sql("""
                INSERT INTO exclusion (consultation_id, file_id, source_row, source_sheet, respondent, reason)
                SELECT ?, file_id, source_row, source_sheet, respondent, reason FROM excluding""").param(consultation).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(long consultation, List<Fault> faults, ToLongFunction<Source> file) {
        for (Fault fault : faults) {
            sql.sql("""
                    INSERT INTO import_fault (consultation_id, file_id, severity, code, source_sheet, source_row,
                        column_name, message, remedy)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            consultation,
                            file.applyAsLong(fault.source()),
                            fault.severity().name(),
                            fault.code(),
                            Arrival.storable(fault.source().sheet()),
                            fault.source().row(),
                            Arrival.storable(fault.column()),
                            Arrival.storable(fault.message()),
                            Arrival.storable(fault.remedy()))
                    .update();
        }
    }

    /// The question that names the groups of respondents, if none does yet.
    @Transactional(propagation = Propagation.MANDATORY)
    public void nameGroups(long consultation, String code) {
        sql.sql("UPDATE consultation SET respondent_type_id = ? WHERE id = ? AND respondent_type_id IS NULL")
                .params(code, consultation)
                .update();
    }
}
