package org.folkmoot.text.theme;

import java.util.Locale;
import java.util.Set;
import org.folkmoot.text.lexical.Tokens;

/// Chooses the sentence that stands for a theme.
final class Headlines {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 16;
    private static final int LOOKED_AT = 200;

    private Headlines() {}

    /// The most typical quotable text of 4 to 16 words not taken yet, else the most typical quotable one, else the
    /// first words of the most typical.
    static String best(Cluster cluster, Material material, Set<String> taken) {
        String fallback = "";
        for (int text :
                cluster.texts().subList(0, Math.min(LOOKED_AT, cluster.texts().size()))) {
            String candidate = material.texts().get(text).strip();
            if (!material.quotable().test(candidate)) {
                continue;
            }
            int words = Tokens.of(candidate).size();
            if (words >= SHORTEST && words <= LONGEST && taken.add(candidate.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
            if (fallback.isEmpty()) {
                fallback = candidate;
            }
        }
        return fallback;
    }
}
