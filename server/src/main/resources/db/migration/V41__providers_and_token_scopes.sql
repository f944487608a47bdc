-- Who a person is to an identity provider: its `iss` and `sub`. Read before any scope is known, as people are.
CREATE TABLE person_identity (
    issuer     text NOT NULL,
    subject    text NOT NULL,
    person_id  bigint NOT NULL REFERENCES person,
    bound_at   timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, person_id)
);
GRANT SELECT, INSERT, UPDATE ON person_identity TO folkmoot_app;

-- What a token allows at most: its person's rights bound it as well.
ALTER TABLE api_token
    ADD COLUMN allows text NOT NULL DEFAULT 'WRITE' CHECK (allows IN ('READ', 'WRITE', 'ADMINISTER')),
    ADD COLUMN only_in bigint REFERENCES consultation;  -- null: every consultation of its person

-- Counts what ends all sessions of a person, such as having been shut out, though they were let in again.
ALTER TABLE person ADD COLUMN epoch int NOT NULL DEFAULT 0;
