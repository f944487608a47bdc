package org.folkmoot.quality.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A sample drawn from a frame, with the chance each unit had.
///
/// The units come in random order, so that reading can stop anywhere and what was read is a sample still (for
/// stratified and unequal plans only the whole has the chances stated). Plan, seed and frame reproduce the draw:
/// same three, same sample. O(N).
///
/// @param plan as asked
/// @param seed as given
/// @param frameHash SHA-256 of the frame
/// @param frameSize N
/// @param units those drawn
public record Draw(SamplePlan plan, long seed, String frameHash, int frameSize, List<Drawn> units) {
    public Draw {
        units = List.copyOf(units);
    }

    /// A unit drawn.
    ///
    /// @param unit which
    /// @param probability with which chance, in (0, 1]
    public record Drawn(Frame.Unit unit, double probability) {}

    /// @param frame at least as large as the plan's n
    /// @param seed any
    public static Draw from(Frame frame, SamplePlan plan, long seed) {
        if (plan.n() > frame.size()) {
            throw new IllegalArgumentException("cannot draw " + plan.n() + " units from a frame of " + frame.size());
        }
        var random = new SplittableRandom(seed);
        double[] chance = new double[frame.size()];
        List<Integer> chosen = switch (plan) {
            case SamplePlan.Simple(int n) -> simple(everything(frame), n, chance, random);
            case SamplePlan.Systematic(int n) -> systematic(frame.size(), n, chance, random);
            case SamplePlan.Stratified stratified -> stratified(frame, stratified, chance, random);
            case SamplePlan.Unsure unsure -> unsure(frame, unsure, chance, random);
        };
        shuffle(chosen, random);
        List<Drawn> drawn = chosen.stream()
                .map(i -> new Drawn(frame.units().get(i), chance[i]))
                .toList();
        return new Draw(plan, seed, frame.sha256(), frame.size(), drawn);
    }

    private static List<Integer> everything(Frame frame) {
        List<Integer> all = new ArrayList<>(frame.size());
        for (int i = 0; i < frame.size(); i++) {
            all.add(i);
        }
        return all;
    }

    private static List<Integer> simple(List<Integer> from, int n, double[] chance, SplittableRandom random) {
        for (int i : from) {
            chance[i] = (double) n / from.size();
        }
        for (int i = 0; i < n; i++) {
            int j = i + random.nextInt(from.size() - i);
            int other = from.get(j);
            from.set(j, from.get(i));
            from.set(i, other);
        }
        return new ArrayList<>(from.subList(0, n));
    }

    private static List<Integer> systematic(int size, int n, double[] chance, SplittableRandom random) {
        double step = (double) size / n;
        double start = random.nextDouble() * step;
        List<Integer> chosen = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            chosen.add((int) Math.min(size - 1L, (long) (start + k * step)));
        }
        Arrays.fill(chance, (double) n / size);
        return chosen;
    }

    private static List<Integer> stratified(
            Frame frame, SamplePlan.Stratified plan, double[] chance, SplittableRandom random) {
        Map<String, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < frame.size(); i++) {
            strata.computeIfAbsent(frame.units().get(i).stratum(), _ -> new ArrayList<>())
                    .add(i);
        }
        Map<String, Integer> sizes = new TreeMap<>();
        strata.forEach((name, members) -> sizes.put(name, members.size()));
        Map<String, Integer> wanted = Division.of(sizes, plan);
        List<Integer> chosen = new ArrayList<>();
        strata.forEach((name, members) -> {
            int n = wanted.getOrDefault(name, 0);
            chosen.addAll(simple(members, n, chance, random));
        });
        return chosen;
    }

    private static List<Integer> unsure(Frame frame, SamplePlan.Unsure plan, double[] chance, SplittableRandom random) {
        double[] size =
                frame.units().stream().mapToDouble(Frame.Unit::uncertainty).toArray();
        System.arraycopy(UnequalChances.of(size, plan.n(), plan.equalPart()), 0, chance, 0, size.length);
        return UnequalChances.pivotal(chance, random);
    }

    private static void shuffle(List<Integer> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = list.get(j);
            list.set(j, list.get(i));
            list.set(i, other);
        }
    }
}
