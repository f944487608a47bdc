-- Every step of a report between draft and published, with the figures it had then. The latest one counts.
CREATE TABLE report_step (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    state            text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    figures          text NOT NULL,                     -- JSON: by section and name
    person_id        bigint NOT NULL REFERENCES person,
    at               timestamptz NOT NULL
);
CREATE INDEX report_step_consultation ON report_step (consultation_id, id);
ALTER TABLE report_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON report_step USING (consultation_id = ANY ((SELECT folkmoot_scope())::bigint[]));
GRANT SELECT, INSERT ON report_step TO folkmoot_app;
REVOKE UPDATE ON report_text FROM folkmoot_app;
