-- What people decided on answers. Nothing here is ever changed by a re-run or a theme edit.

-- A person's decision on one answer: exactly these themes. The latest one counts; earlier ones stay on record.
CREATE TABLE decision (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL REFERENCES question,
    answer_id        bigint NOT NULL REFERENCES answer,
    person_id        bigint NOT NULL REFERENCES person,
    choices          text NOT NULL,                     -- JSON: theme id, start, end
    note             text NOT NULL DEFAULT '',
    flagged          boolean NOT NULL DEFAULT false,
    quotable         text NOT NULL DEFAULT '[]',        -- JSON: spans worth quoting
    at               timestamptz NOT NULL
);
CREATE INDEX decision_answer ON decision (question_id, answer_id, id);

-- Who is reading what: two people never get the same item. Expires, so that nobody holds an answer for ever.
CREATE TABLE hold (
    question_id      bigint NOT NULL REFERENCES question,
    answer_id        bigint NOT NULL REFERENCES answer,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    person_id        bigint NOT NULL REFERENCES person,
    until            timestamptz NOT NULL,
    PRIMARY KEY (question_id, answer_id)
);

-- A blind sample: drawn by a plan, read by readers who see no machine codes and no one else's.
CREATE TABLE blind_sample (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    question_id      bigint NOT NULL REFERENCES question,
    codebook_version int NOT NULL,
    plan             text NOT NULL,                     -- e.g. simple:300
    seed             bigint NOT NULL,
    frame_sha256     text NOT NULL,
    readers          int NOT NULL CHECK (readers BETWEEN 1 AND 5),
    state            text NOT NULL CHECK (state IN ('READING', 'ADJUDICATING', 'CLOSED', 'WITHDRAWN')),
    drawn_by         bigint NOT NULL REFERENCES person,
    drawn_at         timestamptz NOT NULL,
    closed_at        timestamptz
);
CREATE TABLE sample_item (
    sample_id        bigint NOT NULL REFERENCES blind_sample,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    position         int NOT NULL,
    answer_id        bigint NOT NULL REFERENCES answer,
    inclusion        double precision NOT NULL,
    PRIMARY KEY (sample_id, answer_id)
);
CREATE TABLE sample_reader (
    sample_id        bigint NOT NULL REFERENCES blind_sample,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    person_id        bigint NOT NULL REFERENCES person,
    PRIMARY KEY (sample_id, person_id)
);
CREATE TABLE reading (
    sample_id        bigint NOT NULL REFERENCES blind_sample,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    answer_id        bigint NOT NULL REFERENCES answer,
    person_id        bigint NOT NULL REFERENCES person,
    choices          text NOT NULL,                     -- JSON: theme ids
    unsure           boolean NOT NULL DEFAULT false,
    note             text NOT NULL DEFAULT '',
    at               timestamptz NOT NULL,
    PRIMARY KEY (sample_id, answer_id, person_id)
);
CREATE TABLE adjudication (
    sample_id        bigint NOT NULL REFERENCES blind_sample,
    consultation_id  bigint NOT NULL REFERENCES consultation,
    answer_id        bigint NOT NULL REFERENCES answer,
    person_id        bigint NOT NULL REFERENCES person,
    choices          text NOT NULL,
    reason           text NOT NULL,
    at               timestamptz NOT NULL,
    PRIMARY KEY (sample_id, answer_id)
);
