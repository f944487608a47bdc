package org.folkmoot.quality.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.folkmoot.quality.Interval;

/// How many more units to read for the interval of a corrected share to become as narrow as wanted, judged by what
/// was read so far.
///
/// The interval is that of `ThemeShare.corrected`, thought of for the same design with every chance multiplied by t,
/// π' = min(1, tπ). A unit read then stands for 1 + g(π'/π - 1) like it, g making the units not yet read of its part
/// add up to those there are; shares within the parts stay as observed. t is found by bisection and the answer is
/// the units such a design reads, less those read. Where many are read this is the planning formula with the
/// variance of the rectifier (what the machine leaves to be corrected) in place of that of the theme,
///
/// 1/n' = (reach/z)² / Σ_c W_c p_c (1 - p_c) + 1/N
///
/// over the parts c that machine and strata make; where a theme is rare it says more than the formula, as the
/// interval is wider there. A part of which none was read is taken to be like all that was read.
///
/// It is an expectation: the next reading has its own shares, and the interval comes out wider than wanted about as
/// often as narrower. Asking again after reading settles it. O(n), some 50 times over.
///
/// Angelopoulos, A. N., Duchi, J. C. and Zrnic, T. (2023), PPI++, <https://arxiv.org/abs/2311.01453>, section 4.
public final class MoreToRead {
    private static final int HALVINGS = 50;

    private final BlindSample sample;
    private final MachineCount count;
    private final boolean byMachine;
    private final double confidence;

    private MoreToRead(BlindSample sample, MachineCount count, double confidence) {
        this.sample = sample;
        this.count = count;
        this.byMachine = !ThemeShare.silent(count);
        this.confidence = confidence;
    }

    /// Units to read besides those read; empty where nothing can be said because the share is refused.
    ///
    /// @param reach half the width wanted, > 0
    /// @param confidence of the interval, in (0, 1)
    public static OptionalLong of(BlindSample sample, MachineCount count, double reach, double confidence) {
        if (!(reach > 0)) {
            throw new IllegalArgumentException("reach must be positive: " + reach);
        }
        if (ThemeShare.corrected(sample, count, confidence) instanceof Estimate.Refused) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new MoreToRead(sample, count, confidence).until(reach));
    }

    /// Units to read besides those read, however the open ones are decided: the largest of the four extremes.
    public static OptionalLong of(DisputedShares.Theme theme, double reach, double confidence) {
        OptionalLong most = OptionalLong.empty();
        boolean[] ways = {false, true};
        for (boolean ofCoded : ways) {
            for (boolean ofOthers : ways) {
                OptionalLong more = of(theme.decided(ofCoded, ofOthers).sample(), theme.count(), reach, confidence);
                if (more.isEmpty() || theme.undecided() == 0) {
                    return more;
                }
                most = OptionalLong.of(Math.max(more.getAsLong(), most.orElse(0)));
            }
        }
        return most;
    }

    private long until(double reach) {
        if (halfWidth(1) <= reach) {
            return 0;
        }
        double enough = 1;
        for (double chance : sample.probability()) {
            enough = Math.max(enough, 1 / chance);
        }
        double tooFew = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooFew + enough) / 2;
            if (halfWidth(middle) <= reach) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        double units = 0;
        for (Part.Sums part : parts(enough)) {
            units += part.units();
        }
        return Math.min(count.population(), (long) Math.ceil(units - 1e-6)) - sample.size();
    }

    private double halfWidth(double times) {
        Part.Sums[] sums = parts(times);
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            parts.add(sums[c].part(size(c), confidence));
        }
        Interval interval = new Parts(parts, confidence).shareInterval();
        return interval.width() / 2;
    }

    /// The parts of a sample with every chance multiplied.
    private Part.Sums[] parts(double times) {
        Part.Sums[] now = sums((_, _) -> 1);
        Part.Sums[] then = sums(
                (unit, part) -> {
                    double chance = sample.probability()[unit];
                    double unread = now[part].expectedUnread();
                    double scale = unread > 0 ? (size(part) - now[part].units()) / unread : 0;
                    return 1 + scale * (Math.min(1, times * chance) / chance - 1);
                },
                times);
        double share = (double) sample.present() / sample.size();
        double fraction = Math.min(1, times * sample.size() / count.population());
        for (int c = 0; c < then.length; c++) {
            double expected = fraction * size(c);
            if (now[c].units() == 0 && times > 1 && expected >= 1) {
                then[c].add(true, fraction, expected * share);
                then[c].add(false, fraction, expected * (1 - share));
            }
        }
        return then;
    }

    private interface Standing {
        /// For how many units the unit of a part stands.
        double of(int unit, int part);
    }

    private Part.Sums[] sums(Standing standing) {
        return sums(standing, 1);
    }

    private Part.Sums[] sums(Standing standing, double times) {
        var sums = new Part.Sums[byMachine ? 2 * count.strata() : count.strata()];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = new Part.Sums();
        }
        for (int i = 0; i < sample.size(); i++) {
            int h = sample.stratum()[i];
            int part = byMachine ? 2 * h + (sample.machine()[i] ? 1 : 0) : h;
            double chance = Math.min(1, times * sample.probability()[i]);
            sums[part].add(sample.human()[i], chance, standing.of(i, part));
        }
        return sums;
    }

    private long size(int part) {
        if (!byMachine) {
            return count.with()[part] + count.without()[part];
        }
        return part % 2 == 1 ? count.with()[part / 2] : count.without()[part / 2];
    }
}
