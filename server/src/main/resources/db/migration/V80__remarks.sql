-- What a person noted on an answer, or asked others to look at, without deciding on its themes.
CREATE TABLE remark (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL REFERENCES question,
    answer_id        bigint NOT NULL REFERENCES answer,
    person_id        bigint NOT NULL REFERENCES person,
    note             text NOT NULL,
    flagged          boolean NOT NULL,
    at               timestamptz NOT NULL
);
CREATE INDEX remark_answer ON remark (question_id, answer_id, id);
ALTER TABLE remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON remark USING (consultation_id = ANY ((SELECT folkmoot_scope())::bigint[]));
GRANT SELECT, INSERT ON remark TO folkmoot_app;

-- Answers that somebody should look at again: what was said of each last, in a decision or a remark, asks for it.
CREATE VIEW flagged_answer WITH (security_invoker = true) AS
SELECT consultation_id, question_id, answer_id
FROM (
    SELECT DISTINCT ON (question_id, answer_id) consultation_id, question_id, answer_id, flagged
    FROM (
        SELECT consultation_id, question_id, answer_id, flagged, at, id, 1 AS kind FROM decision
        UNION ALL
        SELECT consultation_id, question_id, answer_id, flagged, at, id, 2 FROM remark) said
    ORDER BY question_id, answer_id, at DESC, kind DESC, id DESC) last
WHERE flagged;
GRANT SELECT ON flagged_answer TO folkmoot_app;
