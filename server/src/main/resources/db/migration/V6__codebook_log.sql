-- Who undid an edit; the name of a source; how far the edits had come when a person decided on an answer.
ALTER TABLE theme_edit DROP COLUMN undone;
ALTER TABLE theme_edit ADD COLUMN person_name text NOT NULL;
ALTER TABLE theme_edit ADD COLUMN undone_by text;
ALTER TABLE theme_edit ADD COLUMN undone_at timestamptz;
ALTER TABLE codebook DROP COLUMN next_sequence;
ALTER TABLE theme_source ADD COLUMN source text NOT NULL;
ALTER TABLE theme_source ADD UNIQUE (codebook_id, source);
ALTER TABLE decision ADD COLUMN edit_sequence bigint NOT NULL DEFAULT 0;
