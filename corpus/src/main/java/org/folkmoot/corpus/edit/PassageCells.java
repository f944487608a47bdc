package org.folkmoot.corpus.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.text.Span;

/// The cells of a row that say which passage is meant.
record PassageCells(String start, String end, String passage) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Where the passage stands in an answer: at its offsets if they fit, else where its words are found (spreadsheets
    /// change line breaks), else, if nothing is given, all of the answer.
    Optional<Span> in(String text) {
        Optional<Span> given = offsets(text);
        if (given.isPresent() && (passage.isBlank() || sameWords(given.get().of(text)))) {
            return given;
        }
        if (passage.isBlank()) {
            return start.isEmpty() && end.isEmpty() ? Optional.of(new Span(0, text.length())) : Optional.empty();
        }
        return find(text);
    }

    private Optional<Span> offsets(String text) {
        Optional<Integer> from = ResponseRows.number(start);
        Optional<Integer> to = ResponseRows.number(end);
        if (from.isEmpty() || to.isEmpty() || from.get() > to.get() || to.get() > text.length()) {
            return Optional.empty();
        }
        return Optional.of(new Span(from.get(), to.get()));
    }

    private boolean sameWords(String other) {
        return SPACE.matcher(other.strip())
                .replaceAll(" ")
                .equals(SPACE.matcher(passage.strip()).replaceAll(" "));
    }

    private Optional<Span> find(String text) {
        int at = text.indexOf(passage);
        if (at >= 0) {
            return Optional.of(new Span(at, at + passage.length()));
        }
        StringBuilder words = new StringBuilder();
        for (String word : SPACE.splitAsStream(passage.strip()).toList()) {
            words.append(words.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        Matcher matcher = Pattern.compile(words.toString()).matcher(text);
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }
}
