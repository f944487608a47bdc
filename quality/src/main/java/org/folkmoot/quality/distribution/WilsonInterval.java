package org.folkmoot.quality.distribution;

import org.folkmoot.quality.Interval;

/// Wilson's interval for a share.
///
/// (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n), z the normal quantile. It stays inside [0, 1], has a
/// width at p = 0 and p = 1, and covers about as often as it says from some ten units on.
///
/// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, Journal of the
/// American Statistical Association 22, 209–212, <https://doi.org/10.1080/01621459.1927.10502953>.
public final class WilsonInterval {
    private WilsonInterval() {}

    /// @param share observed share, in [0, 1]
    /// @param units how many independent units it was observed on, > 0; an effective number need not be whole
    /// @param confidence in (0, 1)
    public static Interval of(double share, double units, double confidence) {
        Probability.checked("share", share);
        if (!(units > 0)) {
            throw new IllegalArgumentException("units must be positive: " + units);
        }
        double z = Normal.twoSided(confidence);
        double square = z * z / units;
        double centre = (share + square / 2) / (1 + square);
        double reach = z / (1 + square) * Math.sqrt(share * (1 - share) / units + square / (4 * units));
        return new Interval(Math.max(0, centre - reach), Math.min(1, centre + reach), confidence);
    }
}
