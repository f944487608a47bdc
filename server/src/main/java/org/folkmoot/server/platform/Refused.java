package org.folkmoot.server.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that cannot be granted, with the status and a stable code; the text for people is the word `refused.CODE`.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final @Nullable String text;

    /// @param code e.g. `not-found`; a key below `refused.` among the words
    public Refused(HttpStatus status, String code) {
        this(status, code, null);
    }

    private Refused(HttpStatus status, String code, @Nullable String text) {
        super(code);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    /// Somebody asks for what the present state does not allow, with a text that says it of this very case.
    public static Refused because(String code, String text) {
        return new Refused(HttpStatus.CONFLICT, code, text);
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

    /// For people.
    String text() {
        return text == null ? Words.ENGLISH.t("refused." + code) : text;
    }
}
