package org.folkmoot.server.identity;

/// What a token allows at most. What its person may not do, it may not either.
public enum Extent {
    /// To ask, and to change nothing.
    READ,
    /// To ask and to change what belongs to consultations and to its person.
    WRITE,
    /// To administer people as well.
    ADMINISTER
}
