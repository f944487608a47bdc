-- What each member of a team did last is shown on the overview.
CREATE INDEX audit_entry_person ON audit_entry (chain, person_id, sequence);
