package org.folkmoot.server.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recomputes a chain entry by entry, from its first on.
///
/// A changed, removed, inserted or moved entry breaks the chain there. Whoever can write to the database could
/// recompute all hashes after a change: that shows against a head noted elsewhere before.
public final class ChainCheck {
    private final long chain;
    private final @Nullable Anchor anchor;
    private byte[] hash = AuditLog.START;
    private long sequence;
    private boolean anchored;
    private @Nullable Broken broken;

    /// @param anchor a head that the chain had once, null if none was noted
    public ChainCheck(long chain, @Nullable Anchor anchor) {
        this.chain = chain;
        this.anchor = anchor;
    }

    /// A head as `AuditLog.head` gives it and people note it elsewhere.
    public record Anchor(long sequence, String hash) {
        private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

        /// @param text `SEQUENCE:HASH`
        public static Optional<Anchor> parse(String text) {
            Matcher form = FORM.matcher(text.strip());
            return form.matches()
                    ? Optional.of(new Anchor(
                            Long.parseLong(form.group(1)), form.group(2).toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        }
    }

    /// What came of it.
    public sealed interface Verdict permits Sound, Broken {
        long chain();
    }

    /// Every entry follows from the one before it.
    ///
    /// @param head `SEQUENCE:HASH`
    public record Sound(long chain, String head) implements Verdict {}

    /// @param sequence of the first entry that does not follow
    /// @param reason for people
    public record Broken(long chain, long sequence, String reason) implements Verdict {}

    /// Takes the next entry, in the order of their numbers.
    public void next(AuditEntry entry) {
        if (broken != null) {
            return;
        }
        long expected = sequence + 1;
        if (entry.chain() != chain) {
            fail(expected, "it belongs to chain " + entry.chain());
        } else if (entry.sequence() != expected) {
            fail(expected, "it is missing; the next one there is " + entry.sequence());
        } else {
            byte[] computed = entry.expectedHash(hash);
            if (!HexFormat.of().formatHex(computed).equals(entry.hash())) {
                fail(expected, "its content does not give its hash");
            }
            hash = computed;
            sequence = expected;
            checkAnchor();
        }
    }

    private void checkAnchor() {
        if (anchor != null && anchor.sequence() == sequence) {
            anchored = true;
            if (!anchor.hash().equals(HexFormat.of().formatHex(hash))) {
                fail(sequence, "its hash is not the one that was noted");
            }
        }
    }

    private void fail(long at, String reason) {
        if (broken == null) {
            broken = new Broken(chain, at, reason);
        }
    }

    /// After the last entry.
    ///
    /// @param headSequence what the database says was the last entry's number
    public Verdict end(long headSequence, byte[] headHash) {
        if (broken == null && (headSequence != sequence || !Arrays.equals(headHash, hash))) {
            fail(Math.min(headSequence, sequence) + 1, "the chain's end is not the one kept apart from it");
        }
        return end();
    }

    /// After the last entry, where nothing says what the last one should be.
    public Verdict end() {
        if (broken == null && anchor != null && !anchored && anchor.sequence() > 0) {
            fail(sequence + 1, "it is missing; entry " + anchor.sequence() + " was noted once");
        }
        return broken != null
                ? broken
                : new Sound(chain, sequence + ":" + HexFormat.of().formatHex(hash));
    }
}
