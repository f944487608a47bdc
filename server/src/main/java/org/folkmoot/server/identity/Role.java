package org.folkmoot.server.identity;

/// What a person is in one consultation.
public enum Role {
    /// Sees themes, figures and publishable texts.
    VIEWER,
    /// Imports, shapes themes, codes and writes.
    ANALYST,
    /// Reads blind samples, without ever seeing a machine's codes.
    REVIEWER,
    /// All an analyst does; signs off, adjudicates, publishes, and says who belongs to the team.
    LEAD
}
