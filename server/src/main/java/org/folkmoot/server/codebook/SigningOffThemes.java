package org.folkmoot.server.codebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.LifeCycle;
import org.folkmoot.server.platform.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Freezes the themes of a question as a version that the lead stands by. The work goes on: whatever changes later
/// makes the next version.
@Component
public class SigningOffThemes {
    private final Codebooks codebooks;
    private final ThemeVersions versions;
    private final PeoplesDecisions decisions;
    private final AuditLog audit;
    private final InstantSource clock;

    SigningOffThemes(
            Codebooks codebooks,
            ThemeVersions versions,
            PeoplesDecisions decisions,
            AuditLog audit,
            InstantSource clock) {
        this.codebooks = codebooks;
        this.versions = versions;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /// How far the themes of a question have come.
    ///
    /// @param mark changes with anything that a version would freeze
    public record Standing(ThemeVersionState state, Optional<Version> latest, String mark) {}

    /// How far the themes of a codebook have come.
    @Transactional(readOnly = true)
    public Standing standing(Kept kept) {
        Optional<Version> latest = versions.latest(kept);
        long decision = decisions.last(kept.question());
        ThemeVersionState state;
        if (latest.isPresent()) {
            state = latest.get().isOf(kept, decision) ? ThemeVersionState.SIGNED_OFF : ThemeVersionState.IN_WORK;
        } else {
            state = kept.log().last() == 0 ? ThemeVersionState.PROPOSED : ThemeVersionState.IN_WORK;
        }
        return new Standing(state, latest, mark(kept, decision));
    }

    /// Signs off the themes as they are.
    ///
    /// @param seen the mark of what the person saw; empty to sign off whatever is there
    /// @return the version's number
    /// @throws Refused if nothing changed since the last version, or something since the person looked
    @Transactional
    public int signOff(long question, String seen, String note, AuditLog.Actor by) {
        Kept kept = codebooks.locked(question).orElseThrow(Refused::notFound);
        Long person = by.person();
        if (person == null) {
            throw Refused.forbidden();
        }
        Standing now = standing(kept);
        LifeCycle.Step<?, ?> step = ThemeVersionState.LIFE_CYCLE
                .step(now.state(), "sign off")
                .orElseThrow(() -> Refused.conflict("already-signed-off"));
        if (!seen.isEmpty() && !seen.equals(now.mark())) {
            throw Refused.conflict("changed-meanwhile");
        }
        now.latest().ifPresent(before -> {
            var superseding = ThemeVersionState.LIFE_CYCLE
                    .step(before.state(), "sign off the next")
                    .orElseThrow();
            versions.put(kept, before.number(), superseding.to());
        });
        int number = now.latest().map(before -> before.number() + 1).orElse(1);
        versions.add(
                kept,
                new Version(
                        number,
                        ThemeVersionState.SIGNED_OFF,
                        kept.themes(),
                        kept.codedBy(),
                        kept.log().last(),
                        decisions.last(question),
                        by.name(),
                        clock.instant(),
                        note.strip()),
                person);
        audit.append(
                kept.consultation(),
                by,
                step.audit(),
                "question " + kept.questionCode(),
                Map.of("version", number, "edits", kept.log().last(), "themes", now.mark()));
        return number;
    }

    private static String mark(Kept kept, long decision) {
        String frozen = kept.codedBy() + " " + decision + " " + CodebookJson.of(kept.themes());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(frozen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
