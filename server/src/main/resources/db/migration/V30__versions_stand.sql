-- What was signed off, and what an edit was, never changes: only a version's state, and who undid an edit.
REVOKE UPDATE ON codebook_version, theme_edit FROM folkmoot_app;
GRANT UPDATE (state) ON codebook_version TO folkmoot_app;
GRANT UPDATE (undone_by, undone_at) ON theme_edit TO folkmoot_app;
