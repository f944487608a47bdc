package org.folkmoot.quality.agreement;

import org.folkmoot.quality.distribution.Normal;

/// The test of a coefficient against chance agreement, coefficient 0.
///
/// A small p-value says only that raters do better than chance, which any training achieves; how well they agree
/// the interval of the coefficient says.
///
/// @param standardError standard error if the coefficient is truly 0
/// @param z coefficient in units of it
/// @param p two-sided p-value
public record NullTest(double standardError, double z, double p) {
    static NullTest of(double value, double standardError) {
        double z = value / standardError;
        return new NullTest(standardError, z, Normal.twoSidedP(z));
    }
}
