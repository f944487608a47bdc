package org.folkmoot.corpus;

import java.util.List;

/// What one respondent sent: one value for each question of the consultation, exactly as received.
///
/// @param respondent the respondent's id, unique among received responses unless a fault says otherwise
/// @param source where it was received
/// @param consent whether its words may be quoted in public
/// @param values one text per question, in the order of `Consultation.questions`; empty where not answered
public record Response(String respondent, Source source, Consent consent, List<String> values) {
    /// Consent to publish. `UNKNOWN` (the file does not say) is treated as `YES` for quotes only where no response of
    /// the file states a consent.
    public enum Consent {
        YES,
        NO,
        UNKNOWN
    }

    public Response {
        values = List.copyOf(values);
    }
}
