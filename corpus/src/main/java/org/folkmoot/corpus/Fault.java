package org.folkmoot.corpus;

/// Something wrong with what was received, and what to do about it.
///
/// @param severity an `ERROR` stops the run, a `WARNING` is shown and recorded
/// @param code short stable name for machines, e.g. `duplicate-id`
/// @param source where; row 0 means the file or sheet as a whole
/// @param column header or letter of the column, empty if the fault is not of one
/// @param message what is wrong, naming the value; never a person's words beyond a short identifier
/// @param remedy what the user can do
public record Fault(Severity severity, String code, Source source, String column, String message, String remedy) {
    public enum Severity {
        ERROR,
        WARNING
    }
}
