package org.folkmoot.corpus;

import java.util.List;
import java.util.Locale;
import org.folkmoot.text.Passage;

/// Passages that no theme covers, grouped by likeness: each group awaits a person's decision. Answers in a language of
/// which there are too few for themes of their own are a group by themselves, for people to read.
///
/// @param headline a verbatim passage that typifies the group; of a language's answers what they are
/// @param passages all of the group, most typical first; answer indices are response indices
/// @param language primary BCP 47 subtag where these are the answers in a language that has no themes, else empty
public record Uncovered(String headline, List<String> keyPhrases, List<Passage> passages, String language) {
    /// Of more passages than these, and of those of more texts, only every so manieth is listed.
    public static final int MOST_PASSAGES = 4000;

    public static final int MOST_TEXTS = 20_000;

    public Uncovered {
        keyPhrases = List.copyOf(keyPhrases);
        passages = List.copyOf(passages);
    }

    /// Passages that were grouped by likeness.
    public Uncovered(String headline, List<String> keyPhrases, List<Passage> passages) {
        this(headline, keyPhrases, passages, "");
    }

    /// All answers in a language that has no themes.
    public static Uncovered answersIn(String language, List<Passage> passages) {
        long answers = passages.stream().map(Passage::answer).distinct().count();
        return new Uncovered(
                answersIn(language) + " (" + answers + "), to be read by people", List.of(), passages, language);
    }

    /// "Answers in Welsh".
    ///
    /// @param language a BCP 47 tag
    public static String answersIn(String language) {
        return "Answers in " + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }
}
