package org.folkmoot.server.codebook;

/// A question that is answered in people's own words.
///
/// @param answers how many answers were received
public record OpenQuestion(long id, String code, String text, long answers) {}
