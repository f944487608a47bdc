package org.folkmoot.server.platform;

/// Work that is done in the background, one piece at a time by a name of its own. A piece whose program was killed is
/// done again from the start, so it must leave nothing half-done.
public interface Job {
    /// The kind of work, e.g. `question-run`.
    String name();

    /// Does one piece. An interruption asks to leave off: throw, and it is done again after the next start.
    ///
    /// @param piece as it was asked for
    void run(String piece);
}
