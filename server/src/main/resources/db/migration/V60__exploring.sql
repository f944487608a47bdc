-- What exploring answers needs to be quick: the words of open answers, the values of short ones, and ids in order.

-- The words of each answer to an open question, by which it is found; `publishable` where personal data is hidden in
-- it: who may not see originals must not find an answer by what is hidden either. Kept up by triggers alone. Nobody
-- reads it but folkmoot_answers_with: row-level security would keep the index of words from being used, since
-- matching words is not leakproof to PostgreSQL.
CREATE TABLE answer_words (
    answer_id        bigint PRIMARY KEY REFERENCES answer,
    consultation_id  bigint NOT NULL,
    words            tsvector NOT NULL,
    publishable      tsvector
);
ALTER TABLE answer_words ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON answer_words USING (consultation_id = ANY ((SELECT folkmoot_scope())::bigint[]));

-- By stem in English and as written, so that stop words and other languages are found too. PostgreSQL bounds what one
-- vector holds: of a text beyond 200,000 bytes the first 50,000 characters are found.
CREATE FUNCTION folkmoot_words(received text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE
    RETURN to_tsvector('english'::regconfig,
                   CASE WHEN octet_length(received) > 200000 THEN left(received, 50000) ELSE received END)
        || to_tsvector('simple'::regconfig,
                   CASE WHEN octet_length(received) > 200000 THEN left(received, 50000) ELSE received END);

-- How many characters of a text its first `units` UTF-16 code units are: offsets count as Java's do.
CREATE FUNCTION folkmoot_characters(received text, units int) RETURNS int
    LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    counted int := 0;
    characters int := 0;
BEGIN
    IF octet_length(received) = char_length(received) THEN
        RETURN units;
    END IF;
    WHILE counted < units AND characters < char_length(received) LOOP
        characters := characters + 1;
        counted := counted + CASE WHEN ascii(substr(received, characters, 1)) > 65535 THEN 2 ELSE 1 END;
    END LOOP;
    RETURN characters;
END $$;

-- A text without what is flagged or redacted in it, a space in its place.
CREATE FUNCTION folkmoot_publishable(answer bigint, received text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    shown text := '';
    at int := 0;
    span record;
BEGIN
    FOR span IN
        SELECT folkmoot_characters(received, span_start) AS first, folkmoot_characters(received, span_end) AS last
        FROM personal_data WHERE answer_id = answer AND state <> 'KEPT' ORDER BY span_start
    LOOP
        shown := shown || substr(received, at + 1, greatest(0, span.first - at)) || ' ';
        at := greatest(at, span.last);
    END LOOP;
    RETURN shown || substr(received, at + 1);
END $$;

CREATE FUNCTION folkmoot_answers_arrived() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO answer_words (answer_id, consultation_id, words)
    SELECT a.id, a.consultation_id, folkmoot_words(a.text)
    FROM arrived a JOIN question q ON q.id = a.question_id WHERE q.kind = 'OPEN';
    RETURN NULL;
END $$;
CREATE TRIGGER answer_words_arrived AFTER INSERT ON answer
    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION folkmoot_answers_arrived();

CREATE FUNCTION folkmoot_hidden_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE answer_words w
    SET publishable = CASE
        WHEN EXISTS (SELECT FROM personal_data p WHERE p.answer_id = a.id AND p.state <> 'KEPT')
        THEN folkmoot_words(folkmoot_publishable(a.id, a.text)) END
    FROM answer a
    WHERE a.id = w.answer_id AND w.answer_id IN (SELECT answer_id FROM changed);
    RETURN NULL;
END $$;
CREATE TRIGGER personal_data_found AFTER INSERT ON personal_data
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION folkmoot_hidden_changed();
CREATE TRIGGER personal_data_decided AFTER UPDATE ON personal_data
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION folkmoot_hidden_changed();
CREATE TRIGGER personal_data_gone AFTER DELETE ON personal_data
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION folkmoot_hidden_changed();

INSERT INTO answer_words (answer_id, consultation_id, words)
SELECT a.id, a.consultation_id, folkmoot_words(a.text)
FROM answer a JOIN question q ON q.id = a.question_id WHERE q.kind = 'OPEN';
UPDATE answer_words w SET publishable = folkmoot_words(folkmoot_publishable(a.id, a.text))
FROM answer a
WHERE a.id = w.answer_id
  AND EXISTS (SELECT FROM personal_data p WHERE p.answer_id = a.id AND p.state <> 'KEPT');

CREATE INDEX answer_words_words ON answer_words USING gin (words);
CREATE INDEX answer_words_publishable ON answer_words USING gin (publishable) WHERE publishable IS NOT NULL;

-- What somebody looks for, as web search engines read it; stop words alone are taken as written.
CREATE FUNCTION folkmoot_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN numnode(websearch_to_tsquery('english'::regconfig, words)) > 0
                THEN websearch_to_tsquery('english'::regconfig, words)
                ELSE websearch_to_tsquery('simple'::regconfig, words) END;

-- The answers of a consultation in which words are found: in the text as received, or in what of it may be published.
CREATE FUNCTION folkmoot_answers_with(within bigint, sought text, original boolean) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path FROM CURRENT AS $$
    SELECT w.answer_id FROM answer_words w
    WHERE w.words @@ folkmoot_query(sought) AND (original OR w.publishable IS NULL)
      AND w.consultation_id = within AND within = ANY (folkmoot_scope())
    UNION ALL
    SELECT w.answer_id FROM answer_words w
    WHERE NOT original AND w.publishable IS NOT NULL AND w.publishable @@ folkmoot_query(sought)
      AND w.consultation_id = within AND within = ANY (folkmoot_scope())
$$;

-- Read by index alone, row-level security included.
CREATE INDEX answer_in_order ON answer (question_id, id) INCLUDE (response_id, consultation_id);
CREATE INDEX answer_value ON answer (question_id, text) INCLUDE (response_id, consultation_id) WHERE length(text) <= 200;
CREATE INDEX response_superseded ON response (consultation_id, id) WHERE superseded_by IS NOT NULL;
CREATE INDEX personal_data_state ON personal_data (consultation_id, state, kind, id);
CREATE INDEX screened_campaign ON screened_answer (run_id, campaign_id, answer_id) INCLUDE (consultation_id)
    WHERE campaign_id IS NOT NULL;
