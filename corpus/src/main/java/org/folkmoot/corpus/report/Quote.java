package org.folkmoot.corpus.report;

import org.folkmoot.text.Passage;

/// A passage shown word for word, with what is needed to find it again.
///
/// @param reference respondent and row
/// @param group the kind of respondent, empty if unknown or so rare that it would point at a person
/// @param position the answer to the paired closed question, empty if none
/// @param language BCP 47 tag, empty if that of the page or unknown
/// @param confidence of the coding; negative where the passage was not coded, above 1 where a person decided
public record Quote(
        Passage passage,
        String text,
        String reference,
        String group,
        String position,
        String language,
        float confidence) {
    public static final float UNCODED = -1;
    public static final float BY_PERSON = 2;
}
