-- A response that a later delivery of the same file no longer has: no other takes its place, so it names itself in
-- superseded_by, and here the file by which it was withdrawn.
ALTER TABLE response ADD COLUMN withdrawn_by bigint REFERENCES received_file;
ALTER TABLE response ADD CHECK (withdrawn_by IS NULL OR superseded_by = id);
