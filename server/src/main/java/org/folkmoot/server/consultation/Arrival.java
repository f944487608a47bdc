package org.folkmoot.server.consultation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;

/// One response of a file, by the codes of the consultation's questions, as the database can hold it.
///
/// @param values text by question code, those not answered left out
record Arrival(String respondent, Source source, Response.Consent consent, SortedMap<String, String> values) {
    /// What stands for characters that a PostgreSQL text cannot hold, one for one so that no offset moves.
    private static final char REPLACEMENT = '\uFFFD';

    static Arrival of(Response response, String respondent, Matching matching) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int q = 0; q < matching.places().size(); q++) {
            String value = response.values().get(q);
            if (!value.isBlank()) {
                values.put(matching.places().get(q).question().id(), storable(value));
            }
        }
        return new Arrival(storable(respondent), response.source(), response.consent(), values);
    }

    /// The text, with the character NUL and halves of surrogate pairs replaced.
    static String storable(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (c == 0 || (Character.isSurrogate(c) && !paired)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, REPLACEMENT);
            }
        }
        return out == null ? text : out.toString();
    }

    Arrival as(String name) {
        return new Arrival(name, source, consent, values);
    }

    /// By which the same response is known when it comes again: SHA-256 of respondent and values, in hexadecimal.
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            field(digest, respondent);
            for (Map.Entry<String, String> value : values.entrySet()) {
                field(digest, value.getKey());
                field(digest, value.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void field(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
