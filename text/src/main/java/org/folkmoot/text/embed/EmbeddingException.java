package org.folkmoot.text.embed;

/// The embedding model could not be loaded or run.
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddingException(String message, Throwable cause) {
        super(message, cause);
    }
}
