package org.folkmoot.corpus.run;

import java.util.List;
import org.folkmoot.text.Span;

/// What is known of the distinct texts of a question besides their words.
///
/// @param group per text, equal for near-identical texts: the index of the first of them
/// @param language per text, a BCP 47 tag
/// @param personal per text, the spans that hold personal data
@SuppressWarnings("ArrayRecordComponent")
record Background(DistinctTexts texts, int[] group, List<String> language, List<List<Span>> personal, Authors authors) {
    static Background of(Screened screened, Authors authors) {
        return new Background(screened.texts(), screened.group(), screened.language(), screened.personal(), authors);
    }

    Languages languages() {
        return Languages.of(language);
    }
}
