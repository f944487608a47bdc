package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.passage.NoView;

/// Which texts of a material themes are made of: of each answer the passages that say something by themselves, and of
/// every answer at least the one that does so best.
///
/// Narrative answers hold more story than argument ("She asked me twice."): grouped as they stand, pieces of stories
/// go together because they are pieces of stories. The themes are therefore found among the claims, and the stories
/// join them afterwards. Texts that are whole answers all take part, and so do texts of other languages than English.
final class Claims {
    /// Likeness to a claim from which a passage takes part: neutral, or told in the first person at most.
    private static final double LEAST = -0.3;
    /// Content words without which a passage is a fragment.
    private static final int FEWEST_WORDS = 3;
    private static final double FRAGMENT = 0.5;
    private static final double NO_VIEW = 2;

    private Claims() {}

    /// Whether each text takes part.
    static boolean[] of(Material material) {
        boolean[] takesPart = new boolean[material.size()];
        Map<Integer, List<Integer>> byAnswer = new LinkedHashMap<>();
        for (int text = 0; text < takesPart.length; text++) {
            byAnswer.computeIfAbsent(material.answers().get(text), _ -> new ArrayList<>())
                    .add(text);
        }
        for (List<Integer> passages : byAnswer.values()) {
            int best = passages.getFirst();
            double most = Double.NEGATIVE_INFINITY;
            for (int passage : passages) {
                double standing = passages.size() > 1 && material.isEnglish(passage)
                        ? standing(material.texts().get(passage))
                        : 1;
                takesPart[passage] = standing >= LEAST;
                best = standing > most ? passage : best;
                most = Math.max(most, standing);
            }
            takesPart[best] = true;
        }
        return takesPart;
    }

    /// How far a passage says something by itself, about -3 to 1.
    static double standing(String passage) {
        Tokens tokens = Tokens.of(passage);
        long content = IntStream.range(0, tokens.size())
                .mapToObj(tokens::word)
                .filter(word -> !StopWords.ALL.contains(word))
                .count();
        return ClaimLikeness.of(passage)
                - (content < FEWEST_WORDS ? FRAGMENT : 0)
                - (NoView.of(passage) == NoView.VIEW ? 0 : NO_VIEW);
    }
}
