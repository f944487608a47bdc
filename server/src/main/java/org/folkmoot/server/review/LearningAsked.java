package org.folkmoot.server.review;

/// Somebody asked that the coder of a question learn from what people decided: a run of kind LEARN is to do
/// it, by `Learning`.
public record LearningAsked(long consultation, long question, long person) {}
