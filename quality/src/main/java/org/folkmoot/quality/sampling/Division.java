package org.folkmoot.quality.sampling;

import java.util.Map;
import java.util.TreeMap;

/// Dividing n among strata: each gets its least (or all it has), the rest goes in proportion to the allocation's
/// weights, never more than a stratum has; whole numbers by largest remainder, ties by name.
final class Division {
    private Division() {}

    /// @param sizes units in each stratum
    static Map<String, Integer> of(Map<String, Integer> sizes, SamplePlan.Stratified plan) {
        Map<String, Double> share = new TreeMap<>();
        int owed = 0;
        for (var stratum : sizes.entrySet()) {
            double weight = stratum.getValue() * deviation(plan.allocation(), stratum.getKey());
            share.put(stratum.getKey(), weight);
            owed += Math.min(plan.least(), stratum.getValue());
        }
        if (owed > plan.n()) {
            throw new IllegalArgumentException(
                    "at least " + plan.least() + " from each stratum make " + owed + ", more than n: " + plan.n());
        }
        Map<String, Integer> wanted = new TreeMap<>();
        Map<String, Double> exact = exact(sizes, share, plan);
        int given = 0;
        for (var stratum : exact.entrySet()) {
            int whole = (int) Math.floor(stratum.getValue() + 1e-9);
            wanted.put(stratum.getKey(), whole);
            given += whole;
        }
        while (given < plan.n()) {
            String next = "";
            double most = Double.NEGATIVE_INFINITY;
            for (var stratum : exact.entrySet()) {
                String name = stratum.getKey();
                int has = wanted.getOrDefault(name, 0);
                double remainder = stratum.getValue() - has;
                if (has < sizes.getOrDefault(name, 0) && remainder > most + 1e-12) {
                    next = name;
                    most = remainder;
                }
            }
            wanted.merge(next, 1, Integer::sum);
            given++;
        }
        return wanted;
    }

    private static double deviation(SamplePlan.Allocation allocation, String stratum) {
        return switch (allocation) {
            case SamplePlan.Allocation.Proportional() -> 1;
            case SamplePlan.Allocation.Neyman(Map<String, Double> deviations) -> {
                Double deviation = deviations.get(stratum);
                if (deviation == null || !(deviation >= 0)) {
                    throw new IllegalArgumentException(
                            "stratum " + stratum + " needs a standard deviation of at least 0: " + deviation);
                }
                yield deviation;
            }
        };
    }

    /// n divided in fractions, at the factor t for which the sum of min(size, max(least, t × weight)) is n.
    private static Map<String, Double> exact(
            Map<String, Integer> sizes, Map<String, Double> share, SamplePlan.Stratified plan) {
        double low = 0;
        double high = 1;
        while (sum(at(high, sizes, share, plan)) < plan.n() && high < 1e300) {
            high *= 2;
        }
        for (int i = 0; i < 200; i++) {
            double mid = (low + high) / 2;
            if (sum(at(mid, sizes, share, plan)) < plan.n()) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return at(high, sizes, share, plan);
    }

    private static Map<String, Double> at(
            double factor, Map<String, Integer> sizes, Map<String, Double> share, SamplePlan.Stratified plan) {
        Map<String, Double> result = new TreeMap<>();
        sizes.forEach((name, size) ->
                result.put(name, Math.min(size, Math.max(plan.least(), factor * share.getOrDefault(name, 0.0)))));
        return result;
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(value -> value).sum();
    }
}
