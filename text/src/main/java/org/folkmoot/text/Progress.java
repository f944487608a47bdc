package org.folkmoot.text;

/// Hears how far a long stage has come, and may stop it.
@FunctionalInterface
public interface Progress {
    /// Called now and then, always from the thread that started the work.
    ///
    /// @param stage what is being done, for a person to read ("reading the answers")
    /// @param done units done so far
    /// @param total units in all, 0 if unknown
    /// @throws java.util.concurrent.CancellationException if the work is to stop here; nothing is left half-done
    void at(String stage, long done, long total);

    /// Hears nothing and never stops.
    Progress SILENT = (_, _, _) -> {};
}
