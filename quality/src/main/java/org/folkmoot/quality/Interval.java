package org.folkmoot.quality;

/// A range that holds an unknown figure with a stated confidence.
///
/// @param low lower end
/// @param high upper end, at least `low`
/// @param confidence share of repetitions, in (0, 1), in which a range so made holds the figure
public record Interval(double low, double high, double confidence) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be at most high: " + low + " > " + high);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }

    /// This range cut to [`least`, `most`], where the figure is known to lie.
    public Interval within(double least, double most) {
        return new Interval(Math.clamp(low, least, most), Math.clamp(high, least, most), confidence);
    }
}
