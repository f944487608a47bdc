package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which theme stands above which: who raises a sub-theme raises its theme.
record Ancestry(Map<String, String> above) {
    static Ancestry of(List<BlindMaterial.Theme> codebook) {
        return new Ancestry(
                codebook.stream().collect(Collectors.toMap(BlindMaterial.Theme::id, BlindMaterial.Theme::parent)));
    }

    /// The ids with those of the themes above them.
    Set<String> whole(Set<String> ids) {
        Set<String> all = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(ids);
        while (!next.isEmpty()) {
            String id = next.removeLast();
            if (!id.isEmpty() && all.add(id)) {
                next.add(above.getOrDefault(id, ""));
            }
        }
        return all;
    }
}
