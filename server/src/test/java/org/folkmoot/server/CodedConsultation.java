package org.folkmoot.server;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.run.AnalysingQuestion;
import org.folkmoot.corpus.run.RunOptions;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.Engines;
import org.folkmoot.server.codebook.Proposals;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A consultation with one open question, answered by people who do not exist and coded by a run: the first
/// answers of the example consultation, put into the tables as an import and a run's job would.
///
/// The engine works once for all consultations of a test run.
///
/// @param answers ids, ascending: the answers of the run
public record CodedConsultation(long consultation, long question, String code, long run, List<Long> answers) {
    private static final Path EXAMPLE = Path.of("..", "examples", "ai-in-public-services", "responses.csv");
    private static final int ANSWERS = 120;

    private static @Nullable Analysed analysed;

    private record Analysed(Question question, List<Response> responses, AnalysingQuestion.Done done) {}

    /// A new one.
    public static CodedConsultation in(TestWorkbench workbench, String title, Person lead) {
        Analysed found = analysed(workbench);
        long consultation = workbench.consultation(title, lead);
        JdbcClient sql = workbench.owner();
        Timestamp now = Timestamp.from(workbench.clock().instant());
        long file = id(sql, """
                INSERT INTO received_file (consultation_id, name, size, sha256, content, state, uploaded_by, uploaded_at)
                VALUES (?, 'responses.csv', 0, 'none', '', 'IMPORTED', ?, ?) RETURNING id""", consultation, lead.id(), now);
        for (Response response : found.responses()) {
            id(
                    sql,
                    """
                    INSERT INTO response (consultation_id, file_id, source_row, source_sheet, respondent, consent,
                                          fingerprint)
                    VALUES (?, ?, ?, '', ?, ?, sha256(convert_to(?, 'UTF8'))) RETURNING id""",
                    consultation,
                    file,
                    response.source().row(),
                    response.respondent(),
                    response.consent().name(),
                    response.respondent());
        }
        return asked(workbench, consultation, found.question().id(), lead);
    }

    /// The same consultation with a further question to which everyone gave the same answers, coded by a run of its
    /// own.
    public CodedConsultation andAsked(TestWorkbench workbench, String other, Person lead) {
        return asked(workbench, consultation, other, lead);
    }

    private static CodedConsultation asked(TestWorkbench workbench, long consultation, String code, Person lead) {
        Analysed found = analysed(workbench);
        JdbcClient sql = workbench.owner();
        long question = id(sql, """
                INSERT INTO question (consultation_id, code, position, text, kind) VALUES (?, ?, 1, ?, 'OPEN')
                RETURNING id""", consultation, code, found.question().text());
        List<Long> rows = sql.sql("SELECT id FROM response WHERE consultation_id = ? ORDER BY id")
                .param(consultation)
                .query(Long.class)
                .list();
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            answers.add(id(
                    sql,
                    """
                    INSERT INTO answer (consultation_id, question_id, response_id, text) VALUES (?, ?, ?, ?)
                    RETURNING id""",
                    consultation,
                    question,
                    rows.get(i),
                    found.responses().get(i).values().getFirst()));
        }
        long run = recorded(workbench, new long[] {consultation, question, lead.id()}, found, answers);
        return new CodedConsultation(consultation, question, code, run, List.copyOf(answers));
    }

    private static long recorded(TestWorkbench workbench, long[] ids, Analysed found, List<Long> answers) {
        JdbcClient sql = workbench.owner();
        Timestamp now = Timestamp.from(workbench.clock().instant());
        ByteArrayOutputStream bench = new ByteArrayOutputStream();
        found.done().bench().write(bench);
        long run = id(sql, """
                INSERT INTO run (consultation_id, question_id, kind, state, bench, requested_by, requested_at, ended_at)
                VALUES (?, ?, 'DISCOVER', 'DONE', ?, ?, ?, ?) RETURNING id""", ids[0], ids[1], bench.toByteArray(), ids[2], now, now);
        QuestionAnalysis analysis = found.done().analysis();
        for (int i = 0; i < answers.size(); i++) {
            sql.sql("""
                            INSERT INTO screened_answer (run_id, consultation_id, answer_id, status, language, text_group)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            run,
                            ids[0],
                            answers.get(i),
                            analysis.status().get(i).name(),
                            analysis.language().get(i),
                            analysis.distinctText().get(i))
                    .update();
        }
        Scope.of(ids[0])
                .run(() -> workbench
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> workbench
                                .bean(Proposals.class)
                                .discovered(
                                        run,
                                        ids[0],
                                        ids[1],
                                        found.done(),
                                        answers.stream()
                                                .mapToLong(Long::longValue)
                                                .toArray())));
        return run;
    }

    private static synchronized Analysed analysed(TestWorkbench workbench) {
        Analysed known = analysed;
        if (known == null) {
            Consultation whole = switch (Reading.read(List.of(EXAMPLE), null, Limits.DEFAULT, Progress.SILENT)) {
                case Reading.Read read -> read.consultation();
                case Reading.Refused refused -> throw new AssertionError(refused.faults());
            };
            Question question = whole.questions(Question.Kind.OPEN).getFirst();
            int column = whole.indexOf(question);
            List<Response> responses = whole.responses().stream()
                    .filter(response -> !response.values().get(column).isBlank())
                    .limit(ANSWERS)
                    .map(response -> new Response(
                            response.respondent(),
                            response.source(),
                            response.consent(),
                            List.of(response.values().get(column))))
                    .toList();
            Consultation small = new Consultation(whole.title(), List.of(question), responses, List.of(), List.of());
            known = new Analysed(
                    question,
                    responses,
                    AnalysingQuestion.run(
                            AnalysingQuestion.Request.discover(small, question, RunOptions.DEFAULT),
                            workbench.bean(Engines.class).engine()));
            analysed = known;
        }
        return known;
    }

    private static long id(JdbcClient sql, String statement, Object... values) {
        return sql.sql(statement).params(values).query(Long.class).single();
    }
}
