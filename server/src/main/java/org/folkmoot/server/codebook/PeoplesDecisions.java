package org.folkmoot.server.codebook;

import java.util.Map;

/// What people decided on the answers to a question, as the review desk keeps it.
public interface PeoplesDecisions {
    /// By answer id the latest decision on it.
    Map<Long, CarriedThemes.Decision> of(long question);
}
