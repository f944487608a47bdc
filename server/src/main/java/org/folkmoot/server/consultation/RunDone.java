package org.folkmoot.server.consultation;

/// A run's results are in the database, or will be when the transaction ends.
public record RunDone(long consultation, long question, long run) {}
