package org.folkmoot.corpus.run;

/// Bytes that are not those of a bench, or not of the answers given: the question must be run again.
public final class DamagedBench extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedBench(String message) {
        super(message);
    }

    DamagedBench(String message, Throwable cause) {
        super(message, cause);
    }
}
