-- Themes as a log of edits upon the engine's proposal; the machine's codings by source, which no edit alters.

CREATE TABLE codebook (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL UNIQUE REFERENCES question,
    run_id           bigint NOT NULL REFERENCES run,    -- the run it was proposed by
    coded_by_run     bigint NOT NULL REFERENCES run,    -- the run whose codings are current
    base             text NOT NULL,                     -- JSON: the proposal, as the fold starts from it
    next_sequence    bigint NOT NULL DEFAULT 1
);

CREATE TABLE theme_edit (
    codebook_id      bigint NOT NULL REFERENCES codebook,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    sequence         bigint NOT NULL,
    edit             text NOT NULL,                     -- JSON
    undone           boolean NOT NULL DEFAULT false,
    person_id        bigint NOT NULL REFERENCES person,
    at               timestamptz NOT NULL,
    PRIMARY KEY (codebook_id, sequence)
);

-- What was scored: a theme as it was defined at one time. `place` is its number in coding.source.
CREATE TABLE theme_source (
    codebook_id      bigint NOT NULL REFERENCES codebook,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    place            int NOT NULL,
    definition       text NOT NULL,                     -- JSON: id, headline, description, examples, restriction
    centre           bytea,
    PRIMARY KEY (codebook_id, place)
);

-- The machine's codings: one row for an answer and a source that a passage of it carries.
CREATE TABLE coding (
    run_id           bigint NOT NULL REFERENCES run,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    source           int NOT NULL,
    answer_id        bigint NOT NULL REFERENCES answer,
    span_start       int NOT NULL,
    span_end         int NOT NULL,
    confidence       real NOT NULL,
    PRIMARY KEY (run_id, source, answer_id)
);
CREATE INDEX coding_answer ON coding (run_id, answer_id);

CREATE TABLE codebook_version (
    codebook_id      bigint NOT NULL REFERENCES codebook,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    number           int NOT NULL,
    state            text NOT NULL,                     -- SIGNED_OFF, SUPERSEDED
    themes           text NOT NULL,                     -- JSON: the folded state
    run_id           bigint NOT NULL REFERENCES run,    -- whose codings it had
    last_sequence    bigint NOT NULL,
    last_decision    bigint NOT NULL,                   -- decisions up to here belong to it
    signed_by        bigint NOT NULL REFERENCES person,
    signed_at        timestamptz NOT NULL,
    note             text NOT NULL DEFAULT '',
    PRIMARY KEY (codebook_id, number)
);
