package org.folkmoot.corpus;

/// A received row that is not analysed, and why.
///
/// @param source the row
/// @param respondent its respondent id as far as known, else empty
/// @param reason for a person to read, e.g. "preview response", "empty row"
public record Exclusion(Source source, String respondent, String reason) {}
