package org.folkmoot.corpus.read;

import java.util.Arrays;
import java.util.Optional;

/// What a column is for.
public enum Role {
    RESPONDENT("respondent id"),
    OPEN("open"),
    CLOSED("closed"),
    ABOUT_YOU("about you"),
    /// The about-you question by which reports compare groups: responding as an individual, an organisation, …
    RESPONDENT_TYPE("respondent type"),
    /// Whether the words may be published.
    CONSENT("consent"),
    /// Name, e-mail and the like: never analysed, never written out.
    IDENTIFIER("identifier"),
    /// Long layout: which question the row answers.
    QUESTION("question"),
    /// Long layout: the answer.
    ANSWER("answer"),
    IGNORE("ignore");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /// As shown and as written in `roles.yaml`.
    public String label() {
        return label;
    }

    static Optional<Role> parse(String label) {
        return Arrays.stream(values()).filter(r -> r.label.equals(label)).findFirst();
    }
}
