package org.folkmoot.quality.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.agreement.Coefficient.Basis;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.IntervalMethod;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.distribution.StudentT;

/// What any coefficient says of its figure once it is computed: refusal, interval and cautions.
final class Judgement {
    private static final double NO_VARIANCE = 1e-9;

    private final ItemCounts counts;
    private final Basis basis;
    private final double confidence;

    Judgement(ItemCounts counts, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        this.counts = counts;
        this.basis = counts.basis();
        this.confidence = confidence;
    }

    Basis basis() {
        return basis;
    }

    /// The reason why the ratings support no coefficient that is corrected for chance, if there is one.
    Optional<Refusal> refusal() {
        if (basis.items() == 0) {
            return Optional.of(new Refusal.NothingRatedTwice(counts.items()));
        }
        if (basis.items() == 1) {
            return Optional.of(new Refusal.OneItem());
        }
        double[] totals = counts.totals(2);
        if (Arrays.stream(totals).filter(n -> n > 0).count() == 1) {
            return Optional.of(new Refusal.OneCategory(counts.name(commonest(totals)), basis.items()));
        }
        return Optional.empty();
    }

    /// An estimate with a Student's t interval on items - 1 degrees of freedom.
    ///
    /// @param items over which the variance was taken, those rated once included if they count in it
    /// @param unit whether disagreements are shares of pairs, and how great one can be
    Estimate linearised(double disagreement, double chance, double variance, int items, Unit unit) {
        double reach = new StudentT(items - 1.0).twoSided(confidence);
        Estimate estimate = estimate(disagreement, chance, Math.sqrt(variance), reach, IntervalMethod.LINEARISED, unit);
        int once = items - basis.items();
        return once * Caution.ManyRatedOnce.SHARE < basis.items()
                ? estimate
                : estimate.with(new Caution.ManyRatedOnce(once, basis.items()));
    }

    /// An estimate with a normal interval, disagreements being shares of pairs.
    Estimate asymptotic(double disagreement, double chance, double variance) {
        double reach = Normal.twoSided(confidence);
        return estimate(disagreement, chance, Math.sqrt(variance), reach, IntervalMethod.ASYMPTOTIC, Unit.SHARE);
    }

    private Estimate estimate(
            double disagreement, double chance, double error, double reach, IntervalMethod byVariance, Unit unit) {
        double value = 1 - disagreement / chance;
        boolean varies = error > NO_VARIANCE;
        Interval interval = varies
                ? new Interval(value - reach * error, Math.min(1, value + reach * error), confidence)
                : withoutVariance(disagreement, chance, unit);
        return new Estimate(
                value,
                disagreement,
                chance,
                error,
                interval,
                varies ? byVariance : IntervalMethod.EXACT_WITHOUT_VARIANCE,
                basis,
                cautions(disagreement, value, interval, unit));
    }

    /// Of n items none deviated, so with this confidence at most u = 1 - (α/2)^(1/n) of all items do (Clopper and
    /// Pearson 1934 at 0 of n); these may disagree wholly or not at all, chance agreement being held.
    private Interval withoutVariance(double disagreement, double chance, Unit unit) {
        double unseen = 1 - Math.pow((1 - confidence) / 2, 1.0 / basis.items());
        double least = disagreement * (1 - unseen);
        double most = least + unit.greatest() * unseen;
        return new Interval(1 - most / chance, 1 - least / chance, confidence);
    }

    /// What a disagreement is measured in.
    ///
    /// @param share whether it is a share of pairs, so that agreement can be called high
    /// @param greatest the disagreement of two ratings that could not differ more
    record Unit(boolean share, double greatest) {
        static final Unit SHARE = new Unit(true, 1);
    }

    private List<Caution> cautions(double disagreement, double value, Interval interval, Unit unit) {
        double[] totals = counts.totals(2);
        int top = commonest(totals);
        double sum = Arrays.stream(totals).sum();
        int minority = (int) Math.round(sum - totals[top]);
        List<Caution> cautions = new ArrayList<>();
        if (unit.share()
                && 1 - disagreement >= Caution.PrevalenceParadox.AGREEMENT
                && value < Caution.PrevalenceParadox.VALUE
                && totals[top] >= Caution.PrevalenceParadox.PREVALENCE * sum) {
            cautions.add(new Caution.PrevalenceParadox(1 - disagreement, value, counts.name(top), totals[top] / sum));
        }
        if (minority < Caution.FewMinorityRatings.LEAST) {
            cautions.add(new Caution.FewMinorityRatings(minority, counts.name(top)));
        }
        if (basis.items() < Caution.FewItems.LEAST) {
            cautions.add(new Caution.FewItems(basis.items()));
        }
        if (interval.low() <= 0) {
            cautions.add(new Caution.NotBeyondChance(interval));
        }
        return cautions;
    }

    private static int commonest(double[] totals) {
        int top = 0;
        for (int k = 1; k < totals.length; k++) {
            if (totals[k] > totals[top]) {
                top = k;
            }
        }
        return top;
    }
}
