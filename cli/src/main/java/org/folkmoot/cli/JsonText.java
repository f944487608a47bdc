package org.folkmoot.cli;

import java.util.Locale;
import org.folkmoot.quality.estimation.Estimate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON for machines, as the commands print it.
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String of(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /// Puts an estimate, or the reason why there is none, as a field.
    static void put(ObjectNode parent, String name, Estimate estimate) {
        ObjectNode node = parent.putObject(name);
        switch (estimate) {
            case Estimate.Refused refused ->
                node.put("refused", refused.reason().message());
            case Estimate.Measured measured -> {
                node.put("value", measured.value());
                node.put("low", measured.interval().low());
                node.put("high", measured.interval().high());
                node.put("confidence", measured.interval().confidence());
                node.put("standardError", measured.standardError());
                node.put("method", measured.method().name().toLowerCase(Locale.ROOT));
                node.put("read", measured.basis().read());
                node.put("population", measured.basis().population());
                var cautions = node.putArray("cautions");
                measured.cautions().forEach(caution -> cautions.add(caution.message()));
            }
        }
    }
}
