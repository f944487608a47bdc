package org.folkmoot.server.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole chain as JSON Lines, one entry a line with its hash, so that anyone can verify it without the database.
@Component
public class AuditExtract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1000;

    private final AuditTrail trail;

    AuditExtract(AuditTrail trail) {
        this.trail = trail;
    }

    /// A line that is no entry.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(long line, String why) {
            super("line " + line + " is not an entry of an audit log: " + why);
        }
    }

    /// Writes all entries of a chain, from the first on.
    public void write(long chain, Writer out) throws IOException {
        long[] last = {0};
        long before = -1;
        while (before != last[0]) {
            before = last[0];
            StringBuilder lines = new StringBuilder();
            trail.after(chain, before, BATCH, entry -> {
                lines.append(JSON.writeValueAsString(fields(entry))).append('\n');
                last[0] = entry.sequence();
            });
            out.append(lines);
        }
        out.flush();
    }

    private static Map<String, @Nullable Object> fields(AuditEntry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("chain", entry.chain());
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().toString());
        fields.put("person", entry.person());
        fields.put("who", entry.who());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("detail", entry.detail());
        fields.put("hash", entry.hash());
        return fields;
    }

    /// Recomputes the chain that an extract holds.
    public static ChainCheck.Verdict check(BufferedReader extract, ChainCheck.@Nullable Anchor anchor)
            throws IOException, Unreadable {
        ChainCheck check = null;
        long number = 0;
        for (String line = extract.readLine(); line != null; line = extract.readLine()) {
            AuditEntry entry = parse(line, ++number);
            if (check == null) {
                check = new ChainCheck(entry.chain(), anchor);
            }
            check.next(entry);
        }
        if (check == null) {
            throw new Unreadable(1, "the file is empty");
        }
        return check.end();
    }

    private static AuditEntry parse(String line, long number) throws Unreadable {
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode person = node.required("person");
            return new AuditEntry(
                    node.required("chain").longValue(),
                    node.required("sequence").longValue(),
                    Instant.parse(node.required("at").stringValue()),
                    person.isNull() ? null : (Long) person.longValue(),
                    node.required("who").stringValue(),
                    node.required("action").stringValue(),
                    node.required("subject").stringValue(),
                    node.required("detail").stringValue(),
                    node.required("hash").stringValue());
        } catch (JacksonException | DateTimeParseException e) {
            throw new Unreadable(
                    number, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
