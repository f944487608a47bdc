package org.folkmoot.quality.distribution;

/// The check that a number is a probability.
final class Probability {
    private Probability() {}

    static double checked(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
        }
        return value;
    }

    /// Checks that `value` lies strictly between 0 and 1, as levels and confidences must.
    static double inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1): " + value);
        }
        return value;
    }
}
