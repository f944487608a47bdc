package org.folkmoot.corpus.write;

/// A number with two decimals and a point, whatever the machine's locale.
final class Hundredths {
    private Hundredths() {}

    static String of(double value) {
        long hundredths = Math.round(Math.abs(value) * 100);
        long rest = hundredths % 100;
        String sign = value < 0 && hundredths > 0 ? "-" : "";
        return sign + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
