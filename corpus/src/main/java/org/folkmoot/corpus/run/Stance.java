package org.folkmoot.corpus.run;

import java.util.List;
import java.util.Locale;

/// Reads the answer to a closed question as for, against, or neither.
public final class Stance {
    private static final List<String> AGAINST = List.of(
            "disagree",
            "oppose",
            "object",
            "against",
            "reject",
            "not support",
            "do not",
            "don't",
            "no",
            "unfavourable",
            "worse",
            "negative",
            "anghytuno",
            "gwrthwynebu",
            "nac",
            "ablehnung",
            "nein",
            "dagegen");
    private static final List<String> FOR = List.of(
            "agree",
            "support",
            "favour",
            "yes",
            "approve",
            "accept",
            "better",
            "positive",
            "cytuno",
            "cefnogi",
            "ydw",
            "zustimmung",
            "ja",
            "dafür");
    private static final List<String> NEITHER = List.of(
            "neither",
            "neutral",
            "unsure",
            "not sure",
            "don't know",
            "do not know",
            "no opinion",
            "no view",
            "ddim yn");

    private Stance() {}

    /// 1 for, -1 against, 0 neither or not to be told.
    public static int of(String closedAnswer) {
        String answer = closedAnswer.strip().toLowerCase(Locale.ROOT);
        if (startsWithAny(answer, NEITHER) || contains(answer, NEITHER)) {
            return 0;
        }
        if (contains(answer, AGAINST)) {
            return -1;
        }
        return contains(answer, FOR) ? 1 : 0;
    }

    private static boolean startsWithAny(String answer, List<String> words) {
        return words.stream().anyMatch(answer::startsWith);
    }

    /// Whether one of `words` stands in `answer` at the start of a word and, when short, as a whole word.
    private static boolean contains(String answer, List<String> words) {
        String padded = " " + answer.replaceAll("[^\\p{L}']+", " ") + " ";
        return words.stream().anyMatch(word -> padded.contains(word.length() <= 3 ? " " + word + " " : " " + word));
    }
}
