package org.folkmoot.corpus.read;

import org.folkmoot.corpus.Fault;

/// A file that cannot be read any further, with the error that says why.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Unreadable(Fault fault) {
        super(fault.code() + ": " + fault.message());
        this.fault = fault;
    }

    Unreadable(Fault fault, Throwable cause) {
        super(fault.code() + ": " + fault.message(), cause);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
