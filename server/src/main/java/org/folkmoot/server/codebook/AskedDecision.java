package org.folkmoot.server.codebook;

import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What a form or a program asks to become of an argument that no theme covers.
///
/// @param decision make-theme, add-to-theme, dismiss or reopen
/// @param headline of the theme to make
/// @param theme id of the one to add it to
/// @param reason to dismiss it
record AskedDecision(
        @Nullable String decision,
        @Nullable String headline,
        @Nullable String theme,
        @Nullable String reason) {
    private static final int MOST_CHARACTERS = 4000;

    /// Makes the decision.
    ///
    /// @return what came of the edit of themes that it is; empty if it is none
    /// @throws Refused if it lacks something
    Optional<Outcome> make(DecidingUncovered deciding, long question, long argument, AuditLog.Actor by) {
        return switch (words(decision)) {
            case "make-theme" -> Optional.of(deciding.makeTheme(question, argument, words(headline), by));
            case "add-to-theme" -> {
                if (words(theme).isBlank()) {
                    throw badRequest();
                }
                yield Optional.of(deciding.addToTheme(question, argument, new ThemeId(words(theme)), by));
            }
            case "dismiss" -> {
                deciding.dismiss(question, argument, words(reason), by);
                yield Optional.empty();
            }
            case "reopen" -> {
                deciding.reopen(question, argument, by);
                yield Optional.empty();
            }
            default -> throw badRequest();
        };
    }

    boolean isReopening() {
        return "reopen".equals(decision);
    }

    private static String words(@Nullable String words) {
        if (words != null && words.length() > MOST_CHARACTERS) {
            throw badRequest();
        }
        return words == null ? "" : words;
    }

    private static Refused badRequest() {
        return new Refused(HttpStatus.BAD_REQUEST, "bad-request");
    }
}
