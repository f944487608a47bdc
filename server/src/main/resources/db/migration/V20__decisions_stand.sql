-- A person's decision is never changed: a new one stands after it.
REVOKE UPDATE ON decision FROM folkmoot_app;
