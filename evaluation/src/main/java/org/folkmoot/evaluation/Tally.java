package org.folkmoot.evaluation;

import java.util.Locale;
import org.folkmoot.quality.Interval;

/// How often intervals held the truth, and how wide they were.
final class Tally {
    private final double truth;
    private int draws;
    private int held;
    private double width;

    Tally(double truth) {
        this.truth = truth;
    }

    void add(Interval interval) {
        draws++;
        held += interval.low() <= truth + 1e-12 && truth <= interval.high() + 1e-12 ? 1 : 0;
        width += interval.width();
    }

    double coverage() {
        return held / (double) draws;
    }

    double width() {
        return width / draws;
    }

    /// Coverage in per cent and, if asked, the mean width.
    String text(boolean withWidth) {
        return withWidth
                ? String.format(Locale.ROOT, "%.1f (%.4f)", 100 * coverage(), width())
                : String.format(Locale.ROOT, "%.1f", 100 * coverage());
    }
}
