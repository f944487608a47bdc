package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.DisputedShares;
import org.folkmoot.quality.estimation.MachineCount;

/// What people and machine said of each theme, as the estimators take it.
final class DrawnThemes {
    private final BlindMaterial material;
    private final List<Consensus> read;
    private final Map<String, Integer> strata = new LinkedHashMap<>();
    private final Map<String, long[]> coded = new HashMap<>();
    private final long[] size;
    private final int[] stratum;
    private final double[] probability;

    DrawnThemes(BlindMaterial material, List<Consensus> read) {
        this.material = material;
        this.read = read;
        material.population().forEach(unit -> strata.computeIfAbsent(unit.stratum(), _ -> strata.size()));
        this.size = new long[strata.size()];
        material.codebook().forEach(theme -> coded.put(theme.id(), new long[strata.size()]));
        Ancestry ancestry = Ancestry.of(material.codebook());
        for (BlindMaterial.Unit unit : material.population()) {
            int h = stratum(unit);
            size[h]++;
            ancestry.whole(unit.themes()).forEach(theme -> count(theme)[h]++);
        }
        this.stratum = read.stream().mapToInt(one -> stratum(one.unit())).toArray();
        this.probability = probabilities();
    }

    private int stratum(BlindMaterial.Unit unit) {
        return strata.getOrDefault(unit.stratum(), 0);
    }

    private long[] count(String theme) {
        return coded.getOrDefault(theme, new long[strata.size()]);
    }

    /// The chance of having been drawn and read.
    private double[] probabilities() {
        int[] drawn = new int[strata.size()];
        int[] seen = new int[strata.size()];
        material.population().stream()
                .filter(unit -> material.drawn().containsKey(unit.id()))
                .forEach(unit -> drawn[stratum(unit)]++);
        for (int h : stratum) {
            seen[h]++;
        }
        double[] chances = new double[read.size()];
        for (int i = 0; i < chances.length; i++) {
            double asDrawn = material.drawn().getOrDefault(read.get(i).unit().id(), 1.0);
            int h = stratum[i];
            chances[i] = seen[h] == drawn[h] ? asDrawn : asDrawn * seen[h] / drawn[h];
        }
        return chances;
    }

    List<DisputedShares.Theme> themes() {
        List<DisputedShares.Theme> themes = new ArrayList<>();
        for (BlindMaterial.Theme theme : material.codebook()) {
            themes.add(theme(theme.id()));
        }
        return themes;
    }

    private DisputedShares.Theme theme(String id) {
        boolean[] human = new boolean[read.size()];
        boolean[] machine = new boolean[human.length];
        boolean[] open = new boolean[human.length];
        for (int i = 0; i < human.length; i++) {
            Consensus one = read.get(i);
            human[i] = one.present().contains(id);
            open[i] = one.open().contains(id);
            machine[i] = one.coded().contains(id);
        }
        long[] with = count(id).clone();
        long[] without = new long[with.length];
        for (int h = 0; h < with.length; h++) {
            without[h] = size[h] - with[h];
        }
        var count = size.length == 0 ? MachineCount.of(0, 0) : new MachineCount(with, without);
        return new DisputedShares.Theme(id, new BlindSample(human, machine, probability, stratum), open, count);
    }
}
