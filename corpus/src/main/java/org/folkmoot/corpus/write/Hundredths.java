package org.folkmoot.corpus.write;

/// A number in [0, ∞) with two decimals and a point, whatever the machine's locale.
final class Hundredths {
    private Hundredths() {}

    static String of(double value) {
        long hundredths = Math.round(value * 100);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
