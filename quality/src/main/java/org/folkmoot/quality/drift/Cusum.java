package org.folkmoot.quality.drift;

import java.util.ArrayList;
import java.util.List;

/// Cumulative sum charts, which show a lasting change of a known size soonest.
///
/// For standardised values: S⁺_t = max(0, S⁺_(t-1) + z_t - k), S⁻_t = max(0, S⁻_(t-1) - z_t - k), from 0; a
/// signal where either exceeds h. k is half the change to be found, in standard deviations. With k = 0.5, false
/// alarms come on average every 465 periods at h = 5 and every 168 at h = 4 (two-sided, normal values).
///
/// For rates: the log likelihood ratio of the changed rate against the usual one is summed in place of z - k, so
/// that rare events and periods of any size are exact: S_t = max(0, S_(t-1) + e ln(p₁/p₀) + (n - e) ln((1 -
/// p₁)/(1 - p₀))) for e events of n items. O(periods).
///
/// Page, E. S. (1954), Continuous inspection schemes, Biometrika 41, 100–115,
/// <https://doi.org/10.1093/biomet/41.1-2.100>; run lengths: Montgomery, D. C. (2013), Introduction to
/// Statistical Quality Control, 7th edition, table 9.3; rates: Steiner, S. H. and others (2000), Monitoring
/// surgical performance using risk-adjusted cumulative sum charts, Biostatistics 1, 441–452,
/// <https://doi.org/10.1093/biostatistics/1.4.441>.
public final class Cusum {
    private Cusum() {}

    /// A period on the chart.
    ///
    /// @param up evidence for a rise, ≥ 0
    /// @param down evidence for a fall, ≥ 0
    /// @param limit that neither exceeds while nothing is shown
    public record Point(double up, double down, double limit) {
        public boolean signals() {
            return up > limit || down > limit;
        }
    }

    /// The chart of standardised values.
    ///
    /// @param standardised values less their usual mean, over their usual standard deviation, in order of time
    /// @param slack k, half the change to be found, ≥ 0
    /// @param limit h, > 0
    public static List<Point> ofValues(double[] standardised, double slack, double limit) {
        if (!(slack >= 0)) {
            throw new IllegalArgumentException("slack must not be negative: " + slack);
        }
        checked(limit);
        List<Point> points = new ArrayList<>(standardised.length);
        double up = 0;
        double down = 0;
        for (double z : standardised) {
            up = Math.max(0, up + z - slack);
            down = Math.max(0, down - z - slack);
            points.add(new Point(up, down, limit));
        }
        return points;
    }

    /// The chart of a rate, for a rise to `risen` or a fall to `fallen`.
    ///
    /// @param periods in order of time
    /// @param usual usual rate
    /// @param risen rate after the rise to be found; 0 < fallen < usual < risen < 1
    /// @param fallen rate after the fall to be found
    /// @param limit h, > 0: about ln of the number of periods between false alarms, or by trying on usual periods
    public static List<Point> ofRates(List<Count> periods, double usual, double risen, double fallen, double limit) {
        if (!(0 < fallen && fallen < usual && usual < risen && risen < 1)) {
            throw new IllegalArgumentException("rates must rise from fallen over usual to risen in (0, 1): " + fallen
                    + ", " + usual + ", " + risen);
        }
        checked(limit);
        List<Point> points = new ArrayList<>(periods.size());
        double up = 0;
        double down = 0;
        for (Count period : periods) {
            up = Math.max(0, up + logLikelihoodRatio(period, usual, risen));
            down = Math.max(0, down + logLikelihoodRatio(period, usual, fallen));
            points.add(new Point(up, down, limit));
        }
        return points;
    }

    private static double logLikelihoodRatio(Count period, double usual, double changed) {
        return period.events() * Math.log(changed / usual)
                + (period.items() - period.events()) * Math.log((1 - changed) / (1 - usual));
    }

    private static void checked(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit must be positive: " + limit);
        }
    }
}
