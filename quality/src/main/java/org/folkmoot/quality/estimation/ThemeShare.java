package org.folkmoot.quality.estimation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;

/// The share of a population that has a theme, from a sample read blind, with or without the machine's codings of
/// all.
///
/// The population is finite: the answers received. Reading all of them gives an interval of no width.
///
/// **With the machine** (`corrected`) the population is split by what the machine said, sizes N₁ and N₀ known. Of
/// those coded, p₁ have the theme (the machine's precision), of the others p₀ (what it missed); the share is
/// (N₁ p₁ + N₀ p₀) / N. This is prediction-powered inference for a yes/no coding with the best λ, written as
/// post-stratification. It is unbiased however bad the machine is, because p₁ and p₀ are read, not assumed.
///
/// The interval combines guarded Wilson limits of p₁ and p₀ (`Proportion`) by square-and-add. The normal interval
/// of prediction-powered inference takes the variance from the sample, which for a rare theme is often nil: at 1 %
/// and 100 read it holds in a fifth to two thirds of samples, the less the better the machine is. Here what was not
/// seen keeps its upper limit. `docs/methods/coverage.md` has the figures.
///
/// O(n). Holt, D. and Smith, T. M. F. (1979), Post stratification, Journal of the Royal Statistical Society A 142,
/// 33–46, <https://doi.org/10.2307/2344652>; Angelopoulos, A. N. et al. (2023), Prediction-powered inference,
/// Science 382, 669–674, <https://doi.org/10.1126/science.adi6000>.
public final class ThemeShare {
    private static final int LEAST_READ = 2;

    private ThemeShare() {}

    /// The share corrected by the reading: uses what the machine said of all units.
    public static Estimate corrected(BlindSample sample, MachineCount count, double confidence) {
        return of(sample, count, !silent(count), confidence);
    }

    /// The share from the reading alone, whatever the machine said.
    public static Estimate classical(BlindSample sample, MachineCount count, double confidence) {
        return of(sample, count, false, confidence);
    }

    private static Estimate of(BlindSample sample, MachineCount count, boolean byMachine, double confidence) {
        if (count.population() == 0) {
            return new Refused(new Refusal.NothingToMeasure("units in the population"));
        }
        if (sample.size() < LEAST_READ && sample.size() < count.population()) {
            return new Refused(new Refusal.TooFewRead("units", sample.size(), LEAST_READ));
        }
        Parts parts = Parts.of(sample, count, byMachine, confidence);
        double share = parts.share();
        Interval interval = parts.shareInterval();
        double variance = parts.variance();
        boolean varies = share > 0 && share < 1 && variance > 0;
        double effective = varies ? share * (1 - share) / variance : sample.size();
        return new Measured(
                share,
                Math.sqrt(variance),
                interval,
                byMachine ? Method.POSTSTRATIFIED_SHARE : Method.CLASSICAL_SHARE,
                new Basis(sample.size(), count.population(), effective),
                cautions(sample, parts, effective));
    }

    /// Whether the machine's codings tell units apart.
    static boolean silent(MachineCount count) {
        return count.coded() == 0 || count.coded() == count.population();
    }

    private static List<Caution> cautions(BlindSample sample, Parts parts, double effective) {
        List<Caution> cautions = new ArrayList<>();
        long population = parts.parts().stream().mapToLong(Part::size).sum();
        int present = sample.present();
        int rarer = Math.min(present, sample.size() - present);
        if (rarer < Caution.FewSeen.LEAST && sample.size() < population) {
            cautions.add(new Caution.FewSeen(rarer, present == rarer));
        }
        for (Part part : parts.parts()) {
            if (part.read() == 0 && part.size() > 0) {
                cautions.add(new Caution.UnreadPart(part.size()));
            }
        }
        if (effective < sample.size() / 2.0) {
            cautions.add(new Caution.UnequalWeights(sample.size(), effective));
        }
        return cautions;
    }
}
