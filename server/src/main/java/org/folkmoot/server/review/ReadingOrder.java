package org.folkmoot.server.review;

/// In which order answers are offered for coding: what is most useful next.
public enum ReadingOrder {
    /// Those of which the machine is least sure.
    UNCERTAIN,
    /// Those of the themes that fewest answers carry.
    RARE,
    /// Those that nobody has decided on, as received.
    UNREAD,
    /// Those that somebody flagged, or must be looked at again because a theme was split.
    FLAGGED,
    /// Plain random.
    RANDOM
}
