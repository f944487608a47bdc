-- Which languages a source takes: those kept before took any.
UPDATE theme_source SET definition = jsonb_set(definition::jsonb, '{languages}', '[]')::text;

-- The language of a group that is all the answers in a language without themes.
ALTER TABLE uncovered ADD COLUMN language text NOT NULL DEFAULT '';
