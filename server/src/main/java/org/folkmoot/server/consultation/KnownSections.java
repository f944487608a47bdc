package org.folkmoot.server.consultation;

import java.util.Optional;
import org.folkmoot.server.audit.KnownThings;
import org.folkmoot.server.platform.Words;
import org.springframework.stereotype.Component;

/// Calls sections of the report in the history by their titles, and questions by their codes.
@Component
class KnownSections implements KnownThings {
    private static final String QUESTION = "question-";

    private final AskedQuestions questions;

    KnownSections(AskedQuestions questions) {
        this.questions = questions;
    }

    @Override
    public Optional<String> name(long chain, Thing thing) {
        return switch (thing.kind()) {
            case "section" -> section(chain, thing.id());
            case "question" ->
                questions.of(chain).stream()
                        .filter(question -> Long.toString(question.id()).equals(thing.id()))
                        .map(AskedQuestion::code)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private Optional<String> section(long consultation, String key) {
        if (key.startsWith(QUESTION)) {
            return questions.of(consultation).stream()
                    .filter(question -> question.code().equals(key.substring(QUESTION.length())))
                    .map(question -> Words.ENGLISH.t("report.question.title", question.code(), question.unnumbered()))
                    .findFirst();
        }
        String title = "report." + key.replaceFirst("^annex-", "");
        return Words.ENGLISH.has(title) ? Optional.of(Words.ENGLISH.t(title)) : Optional.empty();
    }
}
