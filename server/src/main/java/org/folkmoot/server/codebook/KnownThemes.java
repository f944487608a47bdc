package org.folkmoot.server.codebook;

import java.util.Optional;
import org.folkmoot.server.audit.KnownThings;
import org.folkmoot.server.platform.Words;
import org.springframework.stereotype.Component;

/// Calls themes in the history by the headlines they have now, or had last.
@Component
class KnownThemes implements KnownThings {
    private static final String QUESTION = "question ";

    private final OpenQuestions questions;
    private final Codebooks codebooks;

    KnownThemes(OpenQuestions questions, Codebooks codebooks) {
        this.questions = questions;
        this.codebooks = codebooks;
    }

    @Override
    public Optional<String> name(long chain, Thing thing) {
        if (!thing.kind().equals("theme") || !thing.within().startsWith(QUESTION)) {
            return Optional.empty();
        }
        String code = thing.within().substring(QUESTION.length());
        return questions.of(chain).stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .flatMap(question -> codebooks.of(question.id()))
                .map(kept -> "“" + new EditWords(Words.ENGLISH, kept.log()).name(new ThemeId(thing.id())) + "”");
    }
}
