package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.folkmoot.text.Span;

/// A text cut where what is marked in it begins and ends.
///
/// @param begins whether it begins where the whole text does
/// @param ends whether it ends where the whole text does
public record ShownText(List<Segment> segments, boolean begins, boolean ends) {
    /// How much of a long text stands in a list.
    private static final int EXCERPT = 800;
    private static final int LEAD = 200;

    /// @param coded whether a theme's passage covers it
    /// @param hit whether it is among the words looked for
    public record Segment(String text, boolean coded, boolean hit) {}

    public ShownText {
        segments = List.copyOf(segments);
    }

    /// The whole text.
    ///
    /// @param coded passages of themes, in the text given
    /// @param hits words looked for, in the text given
    static ShownText whole(String text, List<Span> coded, List<Span> hits) {
        return new ShownText(segments(text, new Span(0, text.length()), coded, hits), true, true);
    }

    /// The part of a long text in which the first word looked for, or else the first passage, stands.
    static ShownText excerpt(String text, List<Span> coded, List<Span> hits) {
        if (text.length() <= EXCERPT + LEAD) {
            return whole(text, coded, hits);
        }
        int first = (hits.isEmpty() ? coded : hits)
                .stream().mapToInt(Span::start).min().orElse(0);
        int start = first < EXCERPT - LEAD ? 0 : boundary(text, first - LEAD);
        int end = Math.min(text.length(), boundary(text, Math.min(text.length(), start + EXCERPT)));
        return new ShownText(segments(text, new Span(start, end), coded, hits), start == 0, end == text.length());
    }

    /// The next place between two words.
    private static int boundary(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 40 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static List<Segment> segments(String text, Span shown, List<Span> coded, List<Span> hits) {
        SortedSet<Integer> cuts = new TreeSet<>(List.of(shown.start(), shown.end()));
        for (List<Span> marks : List.of(coded, hits)) {
            for (Span mark : marks) {
                cuts.add(Math.clamp(mark.start(), shown.start(), shown.end()));
                cuts.add(Math.clamp(mark.end(), shown.start(), shown.end()));
            }
        }
        List<Segment> segments = new ArrayList<>();
        int from = -1;
        for (int cut : cuts) {
            if (from >= 0) {
                Span piece = new Span(from, cut);
                Predicate<Span> covers = mark -> mark.overlaps(piece);
                segments.add(new Segment(
                        piece.of(text),
                        coded.stream().anyMatch(covers),
                        hits.stream().anyMatch(covers)));
            }
            from = cut;
        }
        return segments;
    }
}
