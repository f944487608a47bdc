package org.folkmoot.quality.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.folkmoot.quality.Interval;

/// All parts of a population, each with its estimated share.
///
/// @param parts in the order strata × (without, with) where split by the machine, else strata
record Parts(List<Part> parts, double confidence) {
    Parts {
        parts = List.copyOf(parts);
    }

    /// The parts which strata and, if `byMachine`, the machine's codings make. Parts of no size are left out.
    static Parts of(BlindSample sample, MachineCount count, boolean byMachine, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        int strata = count.strata();
        var sums = new Part.Sums[2 * strata];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = new Part.Sums();
        }
        for (int i = 0; i < sample.size(); i++) {
            int h = sample.stratum()[i];
            if (h >= strata) {
                throw new IllegalArgumentException("unit " + i + " is of stratum " + h + ", and there are " + strata);
            }
            int cell = byMachine && sample.machine()[i] ? 2 * h + 1 : 2 * h;
            sums[cell].add(sample.human()[i], sample.probability()[i]);
        }
        List<Part> parts = new ArrayList<>();
        for (int h = 0; h < strata; h++) {
            if (byMachine) {
                parts.add(sums[2 * h].part(count.without()[h], confidence));
                parts.add(sums[2 * h + 1].part(count.with()[h], confidence));
            } else {
                parts.add(sums[2 * h].part(count.without()[h] + count.with()[h], confidence));
            }
        }
        return new Parts(parts, confidence);
    }

    /// The shares, where none was read that of all units read.
    double[] shares() {
        double read = 0;
        double present = 0;
        for (Part part : parts) {
            read += part.read();
            present += part.present();
        }
        double overall = read == 0 ? 0.5 : present / read;
        return parts.stream()
                .mapToDouble(part -> part.read() == 0 ? overall : part.share())
                .toArray();
    }

    double[] weights() {
        double population = parts.stream().mapToLong(Part::size).sum();
        return parts.stream().mapToDouble(part -> part.size() / population).toArray();
    }

    /// The share in the whole population: Σ W p.
    double share() {
        return dot(weights(), shares());
    }

    /// Its variance: Σ W² V, units unread adding nothing.
    double variance() {
        double[] weight = weights();
        double sum = 0;
        for (int c = 0; c < weight.length; c++) {
            sum += weight[c] * weight[c] * parts.get(c).variance();
        }
        return sum;
    }

    Interval shareInterval() {
        double[] weight = weights();
        return interval(p -> dot(weight, p));
    }

    /// The limits of a function of the shares, in [0, 1].
    Interval interval(ToDoubleFunction<double[]> function) {
        double[] low = parts.stream().mapToDouble(Part::low).toArray();
        double[] high = parts.stream().mapToDouble(Part::high).toArray();
        return SquareAndAdd.of(shares(), low, high, function, confidence).within(0, 1);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
