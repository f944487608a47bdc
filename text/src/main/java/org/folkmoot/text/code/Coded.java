package org.folkmoot.text.code;

/// What a coder made of one batch.
///
/// @param codings one coding per answer and theme it carries, at the passage that carries it best
/// @param uncovered per passage of the batch, in [0, 1]: the estimated probability that no theme covers it
@SuppressWarnings("ArrayRecordComponent")
public record Coded(Codings codings, float[] uncovered) {}
