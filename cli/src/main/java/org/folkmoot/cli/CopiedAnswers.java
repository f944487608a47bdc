package org.folkmoot.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.quality.estimation.DesignEffect;
import tools.jackson.databind.node.ObjectNode;

/// What copies (of a campaign letter) take from the worth of the machine's counts as evidence of independent opinions.
///
/// @param effects by theme, of all that the machine coded
record CopiedAnswers(Map<String, DesignEffect> effects) {
    static CopiedAnswers of(CodingsFile machine, List<String> labels) {
        int n = machine.rows().size();
        Map<String, Integer> names = new HashMap<>();
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            String name = machine.rows().get(i).cluster();
            cluster[i] = name.isEmpty() ? n + i : names.computeIfAbsent(name, _ -> names.size());
        }
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        Map<String, DesignEffect> effects = new LinkedHashMap<>();
        for (String label : labels) {
            double[] values = machine.rows().stream()
                    .mapToDouble(row -> row.labels().contains(label) ? 1 : 0)
                    .toArray();
            effects.put(label, DesignEffect.of(values, cluster, weight));
        }
        return new CopiedAnswers(effects);
    }

    /// A table for a person.
    String text(String column) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%nCopies, by the column %s%n", column));
        String line = "%-30s %14s %24s%n";
        text.append(String.format(Locale.ROOT, line, "theme", "design effect", "worth independent items"));
        effects.forEach((label, effect) -> text.append(String.format(
                Locale.ROOT,
                line,
                label,
                String.format(Locale.ROOT, "%.2f", effect.effect()),
                String.format(Locale.ROOT, "%,.0f of %,d", effect.effectiveUnits(), effect.units()))));
        return text.append("Of items received each counts, and shares need no correction. As evidence of what people"
                        + " think, copies are not independent.")
                .toString();
    }

    void into(ObjectNode root) {
        var array = root.putArray("copies");
        effects.forEach((label, effect) -> {
            var node = array.addObject();
            node.put("label", label);
            node.put("intraclassCorrelation", effect.intraclassCorrelation());
            node.put("designEffect", effect.effect());
            node.put("effectiveItems", effect.effectiveUnits());
        });
    }
}
