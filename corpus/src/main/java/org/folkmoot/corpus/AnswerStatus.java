package org.folkmoot.corpus;

/// What became of one response's answer to one open question. Every received response has exactly one for every open
/// question; the ledger counts them.
public enum AnswerStatus {
    /// Themed and coded (possibly with no theme found).
    ANALYSED("analysed"),
    /// Nothing was written.
    BLANK("not answered"),
    /// Says that there is nothing to say ("n/a", "no comment").
    NO_VIEW("states no view"),
    /// Only points at another answer ("see above", "as Q3").
    CROSS_REFERENCE("refers to another answer"),
    /// Not processed yet (the run was limited or stopped).
    WAITING("not yet processed");

    private final String label;

    AnswerStatus(String label) {
        this.label = label;
    }

    /// For a person to read, lower case.
    public String label() {
        return label;
    }
}
