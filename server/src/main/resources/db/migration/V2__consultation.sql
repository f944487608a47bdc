-- What was received, words unaltered; what the engine found in it.

CREATE TABLE received_file (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    name             text NOT NULL,
    size             bigint NOT NULL,
    sha256           text NOT NULL,
    content          bytea NOT NULL,
    state            text NOT NULL,                     -- UPLOADED, IMPORTED, REFUSED, WITHDRAWN
    roles            text,                              -- the roles.yaml that a person confirmed
    uploaded_by      bigint NOT NULL REFERENCES person,
    uploaded_at      timestamptz NOT NULL,
    UNIQUE (consultation_id, sha256)
);

CREATE TABLE question (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    code             text NOT NULL,                     -- Q3
    position         int NOT NULL,
    text             text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('OPEN', 'CLOSED', 'ABOUT_YOU')),
    paired_with      text,
    UNIQUE (consultation_id, code)
);

CREATE TABLE response (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    file_id          bigint NOT NULL REFERENCES received_file,
    source_row       bigint NOT NULL,
    source_sheet     text NOT NULL,
    respondent       text NOT NULL,
    consent          text NOT NULL CHECK (consent IN ('YES', 'NO', 'UNKNOWN')),
    fingerprint      bytea NOT NULL,                    -- of respondent and values: the same response twice is found by it
    superseded_by    bigint REFERENCES response,
    UNIQUE (consultation_id, fingerprint)
);
CREATE INDEX response_respondent ON response (consultation_id, respondent);

-- Every value of every response, empty ones left out; open, closed and about-you alike.
CREATE TABLE answer (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL REFERENCES question,
    response_id      bigint NOT NULL REFERENCES response,
    text             text NOT NULL,
    UNIQUE (response_id, question_id)
);
CREATE INDEX answer_question ON answer (question_id, response_id);

CREATE TABLE exclusion (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    file_id          bigint NOT NULL REFERENCES received_file,
    source_row       bigint NOT NULL,
    source_sheet     text NOT NULL,
    respondent       text NOT NULL,
    reason           text NOT NULL
);

CREATE TABLE import_fault (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    file_id          bigint NOT NULL REFERENCES received_file,
    severity         text NOT NULL,
    code             text NOT NULL,
    source_sheet     text NOT NULL,
    source_row       bigint NOT NULL,
    column_name      text NOT NULL,
    message          text NOT NULL,
    remedy           text NOT NULL
);

-- One pass of the engine over one open question. Immutable once DONE.
CREATE TABLE run (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL REFERENCES question,
    kind             text NOT NULL CHECK (kind IN ('DISCOVER', 'CODE', 'LEARN')),
    state            text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    stage            text NOT NULL DEFAULT '',
    done             bigint NOT NULL DEFAULT 0,
    total            bigint NOT NULL DEFAULT 0,
    failure          text,
    options          text NOT NULL DEFAULT '{}',        -- JSON: granularity, seed
    measures         text NOT NULL DEFAULT '{}',        -- JSON: what the run measured of itself
    bench            bytea,                             -- passages with their vectors, as the engine keeps them
    requested_by     bigint REFERENCES person,
    requested_at     timestamptz NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz
);
CREATE UNIQUE INDEX run_one_at_a_time ON run (question_id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX run_question ON run (question_id, id);
ALTER TABLE run ALTER COLUMN bench SET STORAGE EXTERNAL;

-- What a run says of each answer: one row for each non-blank answer to the question.
CREATE TABLE screened_answer (
    run_id           bigint NOT NULL REFERENCES run,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    answer_id        bigint NOT NULL REFERENCES answer,
    status           text NOT NULL,                     -- ANALYSED, NO_VIEW, CROSS_REFERENCE
    language         text NOT NULL,
    text_group       bigint NOT NULL,                   -- equal for (nearly) the same text; -1 where not analysed
    campaign_id      bigint,
    PRIMARY KEY (run_id, answer_id)
);

CREATE TABLE campaign (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    run_id           bigint NOT NULL REFERENCES run,
    code             text NOT NULL,                     -- Q3-C1
    common_text      text NOT NULL,
    members          int NOT NULL,
    variants         text NOT NULL                      -- JSON: text and count
);
CREATE TABLE campaign_addition (
    campaign_id      bigint NOT NULL REFERENCES campaign,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    answer_id        bigint NOT NULL REFERENCES answer,
    span_start       int NOT NULL,
    span_end         int NOT NULL
);

-- Spans with personal data, machine-found or marked by a person, and what was decided on them.
CREATE TABLE personal_data (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    answer_id        bigint NOT NULL REFERENCES answer,
    span_start       int NOT NULL,
    span_end         int NOT NULL,
    kind             text NOT NULL,                     -- NAME, EMAIL, PHONE, POSTCODE, …, OTHER
    found_by         bigint REFERENCES person,          -- null: the machine
    state            text NOT NULL CHECK (state IN ('FLAGGED', 'REDACTED', 'KEPT')),
    reason           text NOT NULL DEFAULT '',
    decided_by       bigint REFERENCES person,
    decided_at       timestamptz,
    UNIQUE (answer_id, span_start, span_end, kind)
);

-- Groups of passages that no theme covers, each awaiting a person's decision.
CREATE TABLE uncovered (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    run_id           bigint NOT NULL REFERENCES run,
    headline         text NOT NULL,
    key_phrases      text NOT NULL,                     -- JSON
    passages         text NOT NULL,                     -- JSON: [answer id, start, end], most typical first
    state            text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'MADE_THEME', 'ADDED_TO_THEME', 'DISMISSED')),
    reason           text NOT NULL DEFAULT '',
    decided_by       bigint REFERENCES person,
    decided_at       timestamptz
);

-- Editable text beside live figures, by section of the report.
CREATE TABLE report_text (
    consultation_id  bigint NOT NULL REFERENCES consultation,
    section          text NOT NULL,
    text             text NOT NULL,
    figures          text NOT NULL,                     -- JSON: the figures shown when the text was written, to mark stale ones
    version          int NOT NULL,
    written_by       bigint NOT NULL REFERENCES person,
    written_at       timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, section, version)
);
