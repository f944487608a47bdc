package org.folkmoot.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.ThemeShares;

/// What the machine says of all items beside what people say of a sample of them.
///
/// Where the sample has no probabilities, every item of a stratum had the same chance; where it has no strata either,
/// every item.
final class ReviewedCodings {
    private final CodingsFile machine;
    private final CodingsFile people;
    private final List<String> codebook;
    private final Map<String, CodingsFile.Row> coded = new HashMap<>();
    private final Map<String, Integer> strata = new LinkedHashMap<>();

    /// @param codebook labels allowed, empty if all are
    ReviewedCodings(CodingsFile machine, CodingsFile people, List<String> codebook) {
        this.machine = machine;
        this.people = people;
        this.codebook = codebook;
        machine.rows().forEach(row -> coded.putIfAbsent(row.item(), row));
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        machine.rows().forEach(row -> unknownLabels(row, faults));
        people.rows().forEach(row -> unknownLabels(row, faults));
        for (CodingsFile.Row row : people.rows()) {
            if (!row.item().isEmpty() && !coded.containsKey(row.item())) {
                faults.add(error(
                        "unknown-item",
                        row.source(),
                        "item",
                        "item " + row.item() + " is not among the machine's codings",
                        "give codings of all items, those without labels too"));
            }
        }
        if (labels().isEmpty() && !machine.rows().isEmpty() && !people.rows().isEmpty()) {
            faults.add(error(
                    "one-class",
                    new Source(people.rows().getFirst().source().file(), "", 0),
                    "label",
                    "no item has any label, so that there is no theme to estimate",
                    "check that labels stand in the column label"));
        } else if (!people.rows().isEmpty()
                && people.rows().stream().allMatch(row -> row.labels().isEmpty())) {
            faults.add(new Fault(
                    Fault.Severity.WARNING,
                    "nothing-found",
                    new Source(people.rows().getFirst().source().file(), "", 0),
                    "label",
                    "no item of the sample has a label: all are taken as read, with nothing found",
                    "fill in the labels if the sample was not read yet"));
        }
        return faults;
    }

    private void unknownLabels(CodingsFile.Row row, List<Fault> faults) {
        for (String label : row.labels()) {
            if (!codebook.isEmpty() && !codebook.contains(label)) {
                faults.add(error(
                        "unknown-label",
                        row.source(),
                        "label",
                        "the label \"" + label + "\" is not in the codebook",
                        "use one of its " + codebook.size() + " labels, or add this one to it"));
            }
        }
    }

    private static Fault error(String code, Source source, String column, String message, String remedy) {
        return new Fault(Fault.Severity.ERROR, code, source, column, message, remedy);
    }

    /// Every label of the codebook, or else of machine and people.
    Set<String> labels() {
        if (!codebook.isEmpty()) {
            return new LinkedHashSet<>(codebook);
        }
        Set<String> labels = new TreeSet<>();
        machine.rows().forEach(row -> labels.addAll(row.labels()));
        people.rows().forEach(row -> labels.addAll(row.labels()));
        return labels;
    }

    /// A sample and a count for every label.
    List<ThemeShares.Theme> themes() {
        boolean stratified = people.rows().stream()
                        .anyMatch(row -> !row.stratum().isEmpty())
                && machine.rows().stream().anyMatch(row -> !row.stratum().isEmpty());
        for (CodingsFile.Row row : machine.rows()) {
            strata.putIfAbsent(stratified ? row.stratum() : "", strata.size());
        }
        int n = people.rows().size();
        int[] stratum = new int[n];
        List<CodingsFile.Row> said = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            CodingsFile.Row row = coded.getOrDefault(
                    people.rows().get(i).item(), machine.rows().getFirst());
            said.add(row);
            stratum[i] = strata.getOrDefault(stratified ? row.stratum() : "", 0);
        }
        double[] probability = probability(stratum, stratified);
        List<ThemeShares.Theme> themes = new ArrayList<>();
        for (String label : labels()) {
            boolean[] human = new boolean[n];
            boolean[] says = new boolean[n];
            for (int i = 0; i < n; i++) {
                human[i] = people.rows().get(i).labels().contains(label);
                says[i] = said.get(i).labels().contains(label);
            }
            themes.add(new ThemeShares.Theme(
                    label, new BlindSample(human, says, probability, stratum), count(label, stratified)));
        }
        return themes;
    }

    private double[] probability(int[] stratum, boolean stratified) {
        if (people.hasProbability()) {
            return people.rows().stream()
                    .mapToDouble(CodingsFile.Row::probability)
                    .toArray();
        }
        int[] read = new int[strata.size()];
        int[] all = new int[strata.size()];
        for (int h : stratum) {
            read[h]++;
        }
        machine.rows().forEach(row -> all[strata.getOrDefault(stratified ? row.stratum() : "", 0)]++);
        return Arrays.stream(stratum)
                .mapToDouble(h -> read[h] / (double) all[h])
                .toArray();
    }

    private MachineCount count(String label, boolean stratified) {
        long[] with = new long[strata.size()];
        long[] without = new long[strata.size()];
        for (CodingsFile.Row row : machine.rows()) {
            int h = strata.getOrDefault(stratified ? row.stratum() : "", 0);
            if (row.labels().contains(label)) {
                with[h]++;
            } else {
                without[h]++;
            }
        }
        return new MachineCount(with, without);
    }
}
