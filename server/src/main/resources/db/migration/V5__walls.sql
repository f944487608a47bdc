-- A query that forgets its filter sees only the consultations its asker belongs to.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY[
        'received_file', 'question', 'response', 'answer', 'exclusion', 'import_fault', 'run', 'screened_answer',
        'campaign', 'campaign_addition', 'personal_data', 'uncovered', 'report_text',
        'codebook', 'theme_edit', 'theme_source', 'coding', 'codebook_version',
        'decision', 'hold', 'blind_sample', 'sample_item', 'sample_reader', 'reading', 'adjudication']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY scope ON %I USING (consultation_id = ANY ((SELECT folkmoot_scope())::bigint[]))', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO folkmoot_app', t);
    END LOOP;
END $$;

-- Decisions, readings, edits and versions are never deleted. What a run wrote before it failed is.
GRANT DELETE ON hold, coding, screened_answer, campaign, campaign_addition, uncovered TO folkmoot_app;
