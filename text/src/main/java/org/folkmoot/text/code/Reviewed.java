package org.folkmoot.text.code;

import java.util.List;
import java.util.Set;

/// Answers that people have coded, with all the themes they gave them.
///
/// @param answers the answers; their order and `first` do not matter
/// @param themes per answer the indices of its themes in the codebook; an empty set says that none fits
public record Reviewed(Batch answers, List<Set<Integer>> themes) {
    public Reviewed {
        themes = themes.stream().map(Set::copyOf).toList();
        if (themes.size() != answers.size()) {
            throw new IllegalArgumentException(
                    "every reviewed answer needs its themes: " + answers.size() + " answers, " + themes.size());
        }
    }

    public int size() {
        return themes.size();
    }

    /// One row per answer, one column per theme: 1 where the answer has the theme.
    float[][] indicators(int codebook) {
        float[][] indicators = new float[themes.size()][codebook];
        for (int i = 0; i < themes.size(); i++) {
            for (int theme : themes.get(i)) {
                if (theme < 0 || theme >= codebook) {
                    throw new IllegalArgumentException(
                            "reviewed answer " + i + " has a theme outside the codebook's " + codebook + ": " + theme);
                }
                indicators[i][theme] = 1;
            }
        }
        return indicators;
    }
}
