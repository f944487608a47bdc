-- The edit that was made of an argument: while it is undone, the argument awaits a decision again.
ALTER TABLE uncovered ADD COLUMN entry bigint;
