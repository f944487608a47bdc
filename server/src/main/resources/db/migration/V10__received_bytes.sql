-- Bytes of files as they are, so that a piece of them can be fetched alone.
ALTER TABLE received_file ALTER COLUMN content SET STORAGE EXTERNAL;
