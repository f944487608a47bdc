package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.text.Span;

/// The words of an answer as they may be shown to everyone: `[redacted]` stands where personal data is flagged or
/// redacted.
///
/// Immutable. A text in which nothing is hidden is given back as it was received.
public final class PublishableText {
    /// What stands in the place of personal data.
    public static final String MARK = "[redacted]";

    private final String received;
    private final List<Span> hidden;

    private PublishableText(String received, List<Span> hidden) {
        this.received = received;
        this.hidden = hidden;
    }

    /// @param hidden in any order; they may overlap or touch, and then share one mark
    public static PublishableText of(String received, List<Span> hidden) {
        List<Span> merged = new ArrayList<>();
        hidden.stream()
                .map(span ->
                        new Span(Math.min(span.start(), received.length()), Math.min(span.end(), received.length())))
                .filter(span -> span.length() > 0)
                .sorted(Comparator.comparingInt(Span::start))
                .forEach(span -> {
                    if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                        Span before = merged.removeLast();
                        merged.add(new Span(before.start(), Math.max(before.end(), span.end())));
                    } else {
                        merged.add(span);
                    }
                });
        return new PublishableText(received, List.copyOf(merged));
    }

    /// The whole answer.
    public String text() {
        return words(new Span(0, received.length()));
    }

    /// Whether anything of the answer is hidden.
    public boolean isRedacted() {
        return !hidden.isEmpty();
    }

    /// Whether anything in a span of the received text is hidden.
    public boolean hides(Span span) {
        return hidden.stream().anyMatch(span::overlaps);
    }

    /// What may be shown of these words, which were taken from the text received: the words themselves unless they
    /// stand where something is hidden.
    public String shown(String taken) {
        for (int at = received.indexOf(taken); at >= 0; at = received.indexOf(taken, at + 1)) {
            Span span = new Span(at, at + taken.length());
            if (hides(span)) {
                return words(span);
            }
        }
        return taken;
    }

    /// What may be shown of a passage; a mark for all that it shares with personal data.
    ///
    /// @param passage in the text as received
    public String words(Span passage) {
        Span inside = inside(passage);
        StringBuilder words = new StringBuilder(inside.length());
        int at = inside.start();
        for (Span span : hidden) {
            if (span.overlaps(inside)) {
                words.append(received, at, Math.max(at, span.start())).append(MARK);
                at = span.end();
            }
        }
        if (at < inside.end()) {
            words.append(received, at, inside.end());
        }
        return words.toString();
    }

    /// Where a passage of the received text stands in `text()`. An end inside personal data moves to the mark's end, a
    /// beginning to its beginning.
    public Span mapped(Span passage) {
        Span inside = inside(passage);
        return new Span(mapped(inside.start(), false), mapped(inside.end(), inside.length() > 0));
    }

    private int mapped(int offset, boolean after) {
        int shift = 0;
        for (Span span : hidden) {
            if (span.end() <= offset) {
                shift += MARK.length() - span.length();
            } else if (span.start() < offset) {
                return span.start() + shift + (after ? MARK.length() : 0);
            }
        }
        return offset + shift;
    }

    private Span inside(Span passage) {
        int end = Math.min(passage.end(), received.length());
        return new Span(Math.min(passage.start(), end), end);
    }
}
