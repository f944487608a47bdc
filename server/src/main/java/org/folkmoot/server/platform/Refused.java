package org.folkmoot.server.platform;

import org.springframework.http.HttpStatus;

/// A request that cannot be granted, with the status and a stable code; the text for people is the word `refused.CODE`.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;

    /// @param code e.g. `not-found`; a key below `refused.` among the words
    public Refused(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    /// There is no such thing, or none that the asker may know of.
    public static Refused notFound() {
        return new Refused(HttpStatus.NOT_FOUND, "not-found");
    }

    /// The asker lacks the right.
    public static Refused forbidden() {
        return new Refused(HttpStatus.FORBIDDEN, "forbidden");
    }

    /// Somebody else changed it meanwhile, or it is not in a state for that.
    public static Refused conflict(String code) {
        return new Refused(HttpStatus.CONFLICT, code);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }
}
