package org.folkmoot.quality.drift;

import java.util.ArrayList;
import java.util.List;

/// The exponentially weighted moving average chart of a rate, which shows small lasting drifts.
///
/// z_t = λ x_t + (1 - λ) z_(t-1) from z_0 = p, x_t the rate of period t and p the usual one. Limits are p ± L
/// √v_t with v_t = λ² p(1 - p)/n_t + (1 - λ)² v_(t-1) from v_0 = 0, exact for periods of different sizes n_t; a
/// period without items leaves z and v as they are. λ = 0.2 and L = 2.86 give a false alarm about every 370
/// periods while rates are near normal; with fewer than some five events expected a period use `ControlLimits`
/// or `Cusum`. O(periods).
///
/// Roberts, S. W. (1959), Control chart tests based on geometric moving averages, Technometrics 1, 239–250,
/// <https://doi.org/10.1080/00401706.1959.10489860>; limits and design: Lucas, J. M. and Saccucci, M. S. (1990),
/// Technometrics 32, 1–12, <https://doi.org/10.1080/00401706.1990.10484583>.
public final class Ewma {
    private Ewma() {}

    /// @param weight of the latest period, λ, in (0, 1]; small for small drifts
    /// @param reach of the limits in standard errors, L, > 0
    public record Options(double weight, double reach) {
        public static final Options DEFAULT = new Options(0.2, 2.86);

        public Options {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("weight must be in (0, 1]: " + weight);
            }
            if (!(reach > 0)) {
                throw new IllegalArgumentException("reach must be positive: " + reach);
            }
        }
    }

    /// A period on the chart.
    ///
    /// @param rate its own rate
    /// @param average the moving average
    /// @param low lower limit, at least 0
    /// @param high upper limit, at most 1
    public record Point(double rate, double average, double low, double high) {
        public boolean signals() {
            return average < low || average > high;
        }
    }

    /// @param periods in order of time
    /// @param usual usual rate, in (0, 1)
    public static List<Point> chart(List<Count> periods, double usual, Options options) {
        if (!(usual > 0 && usual < 1)) {
            throw new IllegalArgumentException("usual must be in (0, 1): " + usual);
        }
        List<Point> points = new ArrayList<>(periods.size());
        double average = usual;
        double variance = 0;
        for (Count period : periods) {
            if (period.items() > 0) {
                double w = options.weight();
                average = w * period.rate() + (1 - w) * average;
                variance = w * w * usual * (1 - usual) / period.items() + (1 - w) * (1 - w) * variance;
            }
            double reach = options.reach() * Math.sqrt(variance);
            points.add(new Point(period.rate(), average, Math.max(0, usual - reach), Math.min(1, usual + reach)));
        }
        return points;
    }
}
