package org.folkmoot.server.consultation;

import org.folkmoot.server.audit.AuditLog.Actor;

/// New responses are in the database, or will be when the transaction ends.
public record ResponsesImported(long consultation, Actor actor) {}
