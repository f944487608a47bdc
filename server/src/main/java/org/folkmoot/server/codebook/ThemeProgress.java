package org.folkmoot.server.codebook;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far the themes of a consultation have come, for pages that say what to do next.
@Component
public class ThemeProgress {
    private final OpenQuestions questions;
    private final Codebooks codebooks;
    private final SigningOffThemes signingOff;
    private final UncoveredArguments uncovered;

    ThemeProgress(
            OpenQuestions questions, Codebooks codebooks, SigningOffThemes signingOff, UncoveredArguments uncovered) {
        this.questions = questions;
        this.codebooks = codebooks;
        this.signingOff = signingOff;
        this.uncovered = uncovered;
    }

    /// The themes of one question.
    ///
    /// @param themes how many there are
    /// @param version number of the latest that is signed off, 0 if none is
    /// @param awaiting how many arguments that no theme covers await a decision
    public record Of(ThemeVersionState state, int themes, int version, long awaiting) {}

    /// By id of the open question; those without themes are left out.
    @Transactional(readOnly = true)
    public Map<Long, Of> of(long consultation) {
        Map<Long, Of> progress = new HashMap<>();
        questions
                .of(consultation)
                .forEach(question -> codebooks.of(question.id()).ifPresent(kept -> {
                    SigningOffThemes.Standing standing = signingOff.standing(kept);
                    progress.put(
                            question.id(),
                            new Of(
                                    standing.state(),
                                    kept.themes().themes().size(),
                                    standing.latest().map(Version::number).orElse(0),
                                    uncovered.open(kept.codedBy())));
                }));
        return progress;
    }
}
