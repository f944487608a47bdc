package org.folkmoot.server.codebook;

import java.util.Map;

/// What people decided on the answers to a question, as the review desk keeps it.
public interface PeoplesDecisions {
    /// By answer id the latest decision on it.
    Map<Long, CarriedThemes.Decision> of(long question);

    /// By answer id the latest decision on it that was made up to one.
    ///
    /// @param decision number of the last that counts
    Map<Long, CarriedThemes.Decision> of(long question, long decision);

    /// Changes with every decision on a question: where it is the same, so are the decisions.
    String stamp(long question);

    /// Number of the last decision on a question, 0 if there is none.
    long last(long question);

    /// Whether anybody decided on an answer to a question, or a blind sample of them was drawn: its themes are then
    /// more than a proposal.
    boolean any(long question);
}
