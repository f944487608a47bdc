package org.folkmoot.server.consultation;

/// In which words answers are given out.
enum Wording {
    /// Without personal data, and without the words of those who did not consent to publication.
    PUBLISHABLE,
    /// As received.
    ORIGINAL
}
