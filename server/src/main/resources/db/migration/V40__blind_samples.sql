-- What a blind sample measures: the themes and the machine's codings as they were when it was drawn.
ALTER TABLE blind_sample ADD COLUMN run_id bigint NOT NULL REFERENCES run;
ALTER TABLE blind_sample ADD COLUMN themes text NOT NULL;               -- JSON: the codebook as drawn
ALTER TABLE blind_sample ADD COLUMN last_decision bigint NOT NULL;      -- answers decided up to here were not drawn from
ALTER TABLE blind_sample ADD COLUMN stratified_by text NOT NULL DEFAULT '';
ALTER TABLE blind_sample ALTER COLUMN codebook_version DROP NOT NULL;   -- null: themes not signed off
ALTER TABLE sample_item ADD COLUMN stratum text NOT NULL DEFAULT '';
ALTER TABLE sample_item ADD UNIQUE (sample_id, position);
CREATE INDEX sample_item_of_answer ON sample_item (answer_id);

-- Only drawn answers are read, and only by those asked to; only answers that were read are adjudicated.
ALTER TABLE reading ADD FOREIGN KEY (sample_id, answer_id) REFERENCES sample_item;
ALTER TABLE reading ADD FOREIGN KEY (sample_id, person_id) REFERENCES sample_reader;
ALTER TABLE adjudication ADD FOREIGN KEY (sample_id, answer_id) REFERENCES sample_item;
-- What was drawn, and who reads it, stays.
REVOKE UPDATE ON sample_item, sample_reader FROM folkmoot_app;
