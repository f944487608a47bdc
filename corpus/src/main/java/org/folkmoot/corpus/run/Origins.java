package org.folkmoot.corpus.run;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;

/// From where answers and themes of each language are seen.
///
/// @param main of the main language, and of all that have too few answers for one of their own
/// @param others by language
record Origins(ZeroShotCoder.Origins main, SortedMap<String, ZeroShotCoder.Origins> others) {
    Origins {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    /// The origins of the languages with themes of their own.
    ///
    /// @param read the texts of the sample
    /// @param themes those that answers are coded to
    static Origins of(Screened screened, Sample sample, Batch read, List<Theme> themes, Embedder words) {
        Languages languages = screened.languages();
        SortedMap<String, ZeroShotCoder.Origins> all = new TreeMap<>();
        for (String language : languages.withThemes(sample.texts(), screened.group())) {
            List<Integer> chosen = IntStream.range(0, read.size())
                    .filter(i -> languages.of().get(sample.texts().get(i)).equals(language))
                    .boxed()
                    .toList();
            List<Theme> some =
                    themes.stream().filter(theme -> theme.takes(language)).toList();
            all.put(
                    language,
                    ZeroShotCoder.Origins.of(PassageVectors.some(read, chosen).vectors(), some, words));
        }
        ZeroShotCoder.Origins main = all.remove(languages.main());
        return new Origins(Objects.requireNonNull(main), all);
    }

    ZeroShotCoder.Origins of(String language) {
        return others.getOrDefault(language, main);
    }
}
