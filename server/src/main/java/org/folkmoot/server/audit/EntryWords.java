package org.folkmoot.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.server.audit.KnownThings.Thing;
import org.folkmoot.server.platform.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says in plain words what entries of the log were done to and with what: the log itself keeps ids and keys, which
/// never change.
@Component
public class EntryWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VALUES = List.of("role.", "token.", "privacy.kind.", "privacy.state.");
    /// How far somebody had paged, and a place that only the database knows: of no use to a reader.
    private static final Set<String> TECHNICAL = Set.of("after", "span");

    private final List<KnownThings> contexts;
    private final Words words = Words.ENGLISH;

    EntryWords(List<KnownThings> contexts) {
        this.contexts = List.copyOf(contexts);
    }

    /// An entry as it is read.
    ///
    /// @param details each with what it is before it, in the order of the log
    public record Said(AuditEntry entry, String subject, List<String> details) {}

    @Transactional(readOnly = true)
    public List<Said> of(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> new Said(entry, subject(entry.chain(), entry.subject()), details(entry)))
                .toList();
    }

    /// What an entry was done to.
    @Transactional(readOnly = true)
    public String subject(long chain, String subject) {
        int space = subject.indexOf(' ');
        String kind = space < 0 ? subject : subject.substring(0, space);
        if (space < 0 || kind.equals("consultation")) {
            return words.has("history.of." + kind) ? words.t("history.of." + kind) : subject;
        }
        String id = subject.substring(space + 1);
        String name = name(chain, new Thing(kind, id, ""));
        return words.has("history.of." + kind) ? words.t("history.of." + kind, name) : kind + " " + name;
    }

    private String name(long chain, Thing thing) {
        return contexts.stream()
                .flatMap(context -> context.name(chain, thing).stream())
                .findFirst()
                .orElse(thing.id());
    }

    private List<String> details(AuditEntry entry) {
        JsonNode detail = JSON.readTree(entry.detail());
        String question = detail.path("question").asString("");
        String within = question.isEmpty() ? entry.subject() : "question " + question;
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : detail.properties()) {
            String value = value(entry.chain(), one.getKey(), one.getValue(), within);
            boolean repeats =
                    one.getKey().equals("as answer") && entry.subject().equals("answer " + value);
            if (!value.isEmpty() && !repeats && !TECHNICAL.contains(one.getKey())) {
                said.add(label(one.getKey(), one.getValue()) + ": " + value);
            }
        }
        return said;
    }

    private String label(String key, JsonNode value) {
        String known = "history.detail." + key.replace(' ', '-');
        boolean mark = key.equals("themes") && !value.isArray();
        return mark ? words.t("history.detail.mark") : words.has(known) ? words.t(known) : key;
    }

    private String value(long chain, String key, JsonNode value, String within) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(part -> part.getKey() + " " + value(chain, part.getKey(), part.getValue(), within))
                    .collect(Collectors.joining(", "));
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(each -> value(chain, key, each, within))
                    .collect(Collectors.joining(", "));
        }
        if (value.isBoolean()) {
            return words.t(value.booleanValue() ? "history.yes" : "history.no");
        }
        String text = value.asString();
        return switch (key) {
            case "themes" -> name(chain, new Thing("theme", text, within));
            case "readers" -> name(chain, new Thing("person", text, ""));
            case "by" -> subject(chain, text);
            case "format" -> words.has("report.export." + text) ? words.t("report.export." + text) : text;
            case "wording" -> words.has("history.value." + text) ? words.t("history.value." + text) : text;
            default ->
                VALUES.stream()
                        .map(prefix -> prefix + text)
                        .filter(words::has)
                        .findFirst()
                        .map(words::t)
                        .orElse(text);
        };
    }
}
