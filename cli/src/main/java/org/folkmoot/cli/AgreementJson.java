package org.folkmoot.cli;

import java.util.Locale;
import java.util.Map;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.Refused;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures of agreement for machines.
final class AgreementJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AgreementJson() {}

    static String of(AgreementFigures figures, RatingLevel level, double confidence) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("level", level.toString());
        root.put("confidence", confidence);
        ArrayNode coefficients = root.putArray("coefficients");
        figures.coefficients().forEach((kind, coefficient) -> {
            ObjectNode node = coefficients.addObject();
            node.put("coefficient", kind.toString());
            node.put("title", kind.title(level));
            put(coefficient, node);
        });
        ArrayNode labels = root.putArray("labels");
        for (Map.Entry<String, Coefficient> label : figures.labels().entrySet()) {
            ObjectNode node = labels.addObject();
            node.put("label", label.getKey());
            put(label.getValue(), node);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void put(Coefficient coefficient, ObjectNode node) {
        switch (coefficient) {
            case Refused refused -> node.put("refused", refused.reason().message());
            case Estimate estimate -> {
                node.put("value", estimate.value());
                node.put("low", estimate.interval().low());
                node.put("high", estimate.interval().high());
                node.put("standardError", estimate.standardError());
                node.put("method", estimate.method().name().toLowerCase(Locale.ROOT));
                node.put("disagreement", estimate.disagreement());
                node.put("chanceDisagreement", estimate.chanceDisagreement());
                node.put("items", estimate.basis().items());
                node.put("raters", estimate.basis().raters());
                node.put("ratings", estimate.basis().ratings());
                ArrayNode cautions = node.putArray("cautions");
                estimate.cautions().forEach(caution -> cautions.add(caution.message()));
            }
        }
    }
}
