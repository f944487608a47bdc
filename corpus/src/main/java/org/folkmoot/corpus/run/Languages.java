package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.text.theme.Theme;

/// In which language each distinct text is worked on: its own, and that of most texts where it cannot be told, as of
/// answers of a word or two.
///
/// Texts of different languages are never compared, since to the embedding model all texts in a language it does not
/// know are alike.
///
/// @param of per text, a primary BCP 47 subtag
/// @param main the language of most texts
record Languages(List<String> of, String main) {
    /// The fewest different answers in another than the main language that make themes of their own: one of the
    /// smallest themes. Fewer are soon read.
    private static final int FEWEST_ANSWERS = 3;

    private static final String UNDETERMINED = "und";
    private static final String ENGLISH = "en";

    /// @param tags per text, a BCP 47 tag
    static Languages of(List<String> tags) {
        List<String> primary = tags.stream().map(tag -> tag.split("-", 2)[0]).toList();
        Map<String, Integer> counts = new TreeMap<>();
        primary.forEach(tag -> counts.merge(tag, 1, Integer::sum));
        counts.remove(UNDETERMINED);
        String main = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().equals(ENGLISH))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(ENGLISH);
        return new Languages(
                primary.stream()
                        .map(tag -> tag.equals(UNDETERMINED) ? main : tag)
                        .toList(),
                main);
    }

    /// Every language that a text is in, and the main one.
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(of);
        all.add(main);
        return all;
    }

    /// The languages, the main one first, in which at least so many of some texts are written that they make themes.
    ///
    /// @param texts indices of texts
    /// @param group per text, equal for near-identical texts, which count once
    List<String> withThemes(Collection<Integer> texts, int[] group) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.stream().filter(text -> group[text] == text).forEach(text -> counts.merge(of.get(text), 1, Integer::sum));
        List<String> languages = new ArrayList<>(List.of(main));
        counts.forEach((language, count) -> {
            if (count >= FEWEST_ANSWERS && !language.equals(main)) {
                languages.add(language);
            }
        });
        return languages;
    }

    /// Whether no theme takes the language of a text: it waits to be read by people.
    boolean isForReading(int text, List<Theme> themes) {
        String language = of.get(text);
        return !language.equals(main) && themes.stream().noneMatch(theme -> theme.takes(language));
    }
}
