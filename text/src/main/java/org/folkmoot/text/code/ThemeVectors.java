package org.folkmoot.text.code;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;

/// One unit-length direction per theme, made from whatever its codebook entry holds.
///
/// A theme's *words* (headline, description) and its *instances* (examples, the centre of the passages it was found
/// in) live in different regions of the space: words are centred on the mean of all themes' words, instances on the
/// mean
/// of the corpus. The direction is the normalised sum of the two, each of unit length, so that a theme that has only
/// one
/// of them is on a par with one that has both.
final class ThemeVectors {
    private ThemeVectors() {}

    /// The vectors of what the codebook says of each theme, one row per theme.
    static Vectors ofWords(List<Theme> themes, Embedder embedder, Progress progress) {
        return embedder.embed(themes.stream().map(ThemeVectors::words).toList(), progress);
    }

    /// @param words as `ofWords` gives them, worked on in place
    /// @param centres one row per theme, a zero row where unknown; null if none is known
    static Vectors of(
            List<Theme> themes,
            ZeroShotCoder.Origins origins,
            Vectors words,
            @Nullable Vectors centres,
            Embedder embedder,
            Progress progress) {
        Rows.subtract(words, origins.words());
        Rows.normalise(words);
        add(words, examples(themes, origins.corpus(), embedder, progress));
        if (centres != null) {
            Vectors centred = new Vectors(
                    centres.rows(), centres.dimension(), centres.values().clone());
            Rows.normalise(centred);
            Rows.subtract(centred, origins.corpus());
            Rows.normalise(centred);
            add(words, centred);
        }
        Rows.normalise(words);
        return words;
    }

    /// What the codebook says of a theme in words.
    static String words(Theme theme) {
        if (theme.headline().isBlank()) {
            return theme.description().isBlank() ? String.join(", ", theme.keyPhrases()) : theme.description();
        }
        return theme.description().isBlank() ? theme.headline() : theme.headline() + ": " + theme.description();
    }

    private static Vectors examples(List<Theme> themes, float[] corpusMean, Embedder embedder, Progress progress) {
        List<String> texts = new ArrayList<>();
        themes.forEach(theme -> texts.addAll(theme.examples()));
        Vectors embedded = embedder.embed(texts, progress);
        Rows.subtract(embedded, corpusMean);
        Rows.normalise(embedded);
        int d = embedder.dimension();
        Vectors sums = Vectors.zeros(themes.size(), d);
        int row = 0;
        for (int t = 0; t < themes.size(); t++) {
            for (int e = 0; e < themes.get(t).examples().size(); e++, row++) {
                for (int j = 0; j < d; j++) {
                    sums.values()[t * d + j] += embedded.values()[row * d + j];
                }
            }
        }
        Rows.normalise(sums);
        return sums;
    }

    private static void add(Vectors to, Vectors other) {
        for (int i = 0; i < to.values().length; i++) {
            to.values()[i] += other.values()[i];
        }
    }
}
