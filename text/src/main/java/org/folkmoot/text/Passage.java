package org.folkmoot.text;

/// A sentence-sized span of one answer.
///
/// @param answer index of the answer in its list
/// @param span where the passage stands in the untouched text of that answer
public record Passage(int answer, Span span) {}
