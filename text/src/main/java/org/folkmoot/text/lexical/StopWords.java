package org.folkmoot.text.lexical;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Words that say nothing about the subject ("the", "and", "because"), by language.
public final class StopWords {
    /// The languages that have a list, as BCP 47 tags.
    public static final List<String> LANGUAGES = List.of("en", "de", "cy", "fr");

    /// The words of every list together.
    public static final StopWords ALL = of(LANGUAGES);

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    /// The lists of these languages together; a language without a list adds nothing.
    public static StopWords of(Collection<String> languages) {
        Set<String> words = new HashSet<>();
        languages.stream().filter(LANGUAGES::contains).forEach(language -> words.addAll(read(language)));
        return new StopWords(words);
    }

    private static List<String> read(String language) {
        return WordFile.lines("stop-words-" + language + ".txt").stream()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .filter(word -> !word.isBlank())
                .toList();
    }

    /// Whether `word`, in lower case, is on a list.
    public boolean contains(String word) {
        return words.contains(word);
    }
}
