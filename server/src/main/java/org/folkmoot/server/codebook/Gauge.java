package org.folkmoot.server.codebook;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.folkmoot.corpus.run.Saturation;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;

/// How far the themes reach: how many answers they cover, and whether more answers bring more themes.
///
/// @param covered analysed answers that carry a theme
/// @param analysed answers with a view
/// @param themes that are counted: not set aside, without sub-themes or with codings of their own
/// @param curve themes met by the number of answers read in any order, on average
public record Gauge(int covered, int analysed, int themes, List<Saturation.Point> curve) {
    private static final int POINTS = 21;
    private static final Span NOWHERE = new Span(0, 0);

    static Gauge of(CodedQuestion coded) {
        List<BitSet> carried = coded.themes().themes().stream()
                .filter(theme -> !coded.themes().isSetAside(theme))
                .map(theme -> coded.alone(theme.id()))
                .filter(answers -> !answers.isEmpty())
                .toList();
        BitSet read = coded.analysedAnswers();
        read.or(coded.covered());
        Codings.Builder codings = new Codings.Builder();
        int at = 0;
        for (int i = read.nextSetBit(0); i >= 0; i = read.nextSetBit(i + 1)) {
            for (int t = 0; t < carried.size(); t++) {
                if (carried.get(t).get(i)) {
                    codings.add(at, NOWHERE, t, 1);
                }
            }
            at++;
        }
        BitSet covered = coded.covered();
        covered.and(coded.analysedAnswers());
        return new Gauge(
                covered.cardinality(),
                coded.analysed(),
                carried.size(),
                Saturation.curve(codings.build(), Math.max(1, at), POINTS));
    }

    /// Share of the analysed answers that carry a theme; 1 if there is nothing to cover.
    public double share() {
        return analysed == 0 ? 1 : (double) covered / analysed;
    }

    /// The curve as points of a polyline in a frame of that width and height, the origin below on the left.
    public String line(int width, int height) {
        double answers = Math.max(1, curve.getLast().answers());
        double most = Math.max(1, themes);
        return curve.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        width * point.answers() / answers,
                        height - height * Math.min(most, point.themes()) / most))
                .collect(Collectors.joining(" "));
    }
}
