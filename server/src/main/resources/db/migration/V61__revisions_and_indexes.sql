-- A codebook's number of changes: with it one knows whether what is remembered of a codebook still holds. Kept up by
-- triggers alone, so that no change can be made without it.
ALTER TABLE codebook ADD COLUMN revision bigint NOT NULL DEFAULT 0;

CREATE FUNCTION folkmoot_codebook_changed() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER codebook_changed BEFORE UPDATE ON codebook
    FOR EACH ROW EXECUTE FUNCTION folkmoot_codebook_changed();

CREATE FUNCTION folkmoot_codebook_part_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE codebook SET revision = revision WHERE id = coalesce(NEW.codebook_id, OLD.codebook_id);
    RETURN NULL;
END $$;
CREATE TRIGGER theme_edit_changed AFTER INSERT OR UPDATE OR DELETE ON theme_edit
    FOR EACH ROW EXECUTE FUNCTION folkmoot_codebook_part_changed();
CREATE TRIGGER theme_source_changed AFTER INSERT OR UPDATE OR DELETE ON theme_source
    FOR EACH ROW EXECUTE FUNCTION folkmoot_codebook_part_changed();

-- The last decision on a question, and in a consultation: looked up for every page that shows themes.
CREATE INDEX decision_of_question ON decision (question_id, id);
CREATE INDEX decision_of_consultation ON decision (consultation_id, id);

-- How many responses, set-aside rows and faults each file gave.
CREATE INDEX response_file ON response (file_id) INCLUDE (consultation_id);
CREATE INDEX exclusion_file ON exclusion (file_id) INCLUDE (consultation_id);
CREATE INDEX import_fault_file ON import_fault (file_id) INCLUDE (consultation_id);
CREATE INDEX exclusion_of_consultation ON exclusion (consultation_id, id);
CREATE INDEX campaign_of_run ON campaign (run_id);
CREATE INDEX campaign_addition_of_campaign ON campaign_addition (campaign_id);
CREATE INDEX uncovered_of_run ON uncovered (run_id);

-- The last entry of a consultation's record that changed something: all but what was looked at or taken out.
CREATE INDEX audit_entry_changes ON audit_entry (chain, sequence)
    WHERE action !~ '^(report|history)\.|[.-](read|exported)$' OR action = 'sample.read';
