-- The last entry of a consultation's record that may have changed what was received: all but what people decide on
-- themes, answers and personal data, what they write, and what was looked at or taken out.
CREATE INDEX audit_entry_received ON audit_entry (chain, sequence)
    WHERE action !~ '^(answer|history|learning|personal-data|report|sample|themes?|uncovered)\.|[.-](read|exported)$';
