package org.folkmoot.corpus.read;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The name of a file or folder as a heading: "ai in public services" becomes "AI in public services".
final class Heading {
    private static final Set<String> INITIALS =
            Set.of("ai", "dwp", "eu", "fft", "gp", "hmrc", "mod", "nhs", "un", "uk", "vat");

    private Heading() {}

    /// The words with a capital at their beginning; what has a capital letter already stays as it is.
    static String of(String words) {
        if (words.isEmpty() || words.chars().anyMatch(Character::isUpperCase)) {
            return words;
        }
        String spelt = Stream.of(words.split(" "))
                .map(word -> INITIALS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
        int second = spelt.offsetByCodePoints(0, 1);
        return spelt.substring(0, second).toUpperCase(Locale.ROOT) + spelt.substring(second);
    }
}
