package org.folkmoot.server.platform;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that cannot be granted, with the status and a stable code; the text for people is the word `refused.CODE`.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final @Nullable String text;

    @SuppressWarnings("serial") // a list that cannot be changed
    private final List<Field> fields;

    /// Something wrong with a part of what was sent.
    ///
    /// @param pointer to it, an RFC 6901 JSON Pointer as a fragment, e.g. `#/columns/0/role`
    /// @param detail what is wrong and what would be right
    public record Field(String pointer, String detail) implements Serializable {}

    /// @param code e.g. `not-found`; a key below `refused.` among the words
    public Refused(HttpStatus status, String code) {
        this(status, code, null, List.of());
    }

    private Refused(HttpStatus status, String code, @Nullable String text, List<Field> fields) {
        super(code);
        this.status = status;
        this.code = code;
        this.text = text;
        this.fields = List.copyOf(fields);
    }

    /// What was sent can be read, but parts of it say what cannot be.
    public static Refused invalid(List<Field> fields) {
        String named = fields.stream()
                .map(field -> field.pointer().replaceFirst("^#/", "") + ": " + field.detail())
                .collect(Collectors.joining("; "));
        String text = Words.ENGLISH.t("refused.invalid", fields.size(), named);
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", text, fields);
    }

    /// Somebody asks for what the present state does not allow, with a text that says it of this very case.
    public static Refused because(String code, String text) {
        return new Refused(HttpStatus.CONFLICT, code, text, List.of());
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

    /// What is wrong with which part of the request; empty where the request as a whole cannot be granted.
    List<Field> fields() {
        return fields;
    }

    /// For people.
    String text() {
        return text == null ? Words.ENGLISH.t("refused." + code) : text;
    }
}
