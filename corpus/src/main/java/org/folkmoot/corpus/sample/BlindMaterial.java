package org.folkmoot.corpus.sample;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that the statistics of a blind reading of one question rest on, as plain data: what the machine gave every
/// answer, which answers were drawn, what each reader gave those they read, and what was decided where they differed.
///
/// Sets of themes are sets of ids; who raises a sub-theme raises its theme, so that the theme above need not be
/// named.
///
/// @param codebook themes, in the order wanted in the result
/// @param population every answer a machine coded, those not drawn too; each once
/// @param drawn chance in (0, 1] of each answer drawn, by unit
/// @param readings what each reader gave, one entry a reader
/// @param adjudicated what was decided, by unit; it counts instead of what the readers of the unit gave
public record BlindMaterial(
        List<Theme> codebook,
        List<Unit> population,
        Map<String, Double> drawn,
        List<Reading> readings,
        Map<String, Set<String>> adjudicated) {
    /// @param parent id of the theme above, empty at the top
    public record Theme(String id, String parent) {}

    /// One answer.
    ///
    /// @param stratum it was drawn from, empty without strata
    /// @param themes ids the machine gave
    public record Unit(String id, String stratum, Set<String> themes) {
        public Unit {
            themes = Set.copyOf(themes);
        }
    }

    /// What one person read.
    ///
    /// @param reader a name, each only once
    /// @param decisions ids given, by unit; an empty set for an answer read that has no theme
    public record Reading(String reader, Map<String, Set<String>> decisions) {
        public Reading {
            decisions = new LinkedHashMap<>(decisions);
        }
    }

    /// @throws IllegalArgumentException naming the first thing that does not fit
    public BlindMaterial {
        codebook = List.copyOf(codebook);
        population = List.copyOf(population);
        drawn = new LinkedHashMap<>(drawn);
        readings = List.copyOf(readings);
        adjudicated = new LinkedHashMap<>(adjudicated);
        Set<String> units = distinct(population.stream().map(Unit::id).toList(), "answer");
        Set<String> themes = distinct(codebook.stream().map(Theme::id).toList(), "theme");
        distinct(readings.stream().map(Reading::reader).toList(), "reader");
        codebook.stream()
                .map(Theme::parent)
                .filter(parent -> !parent.isEmpty())
                .forEach(parent -> known(parent, themes, "theme above"));
        population.forEach(unit -> unit.themes().forEach(theme -> known(theme, themes, "theme of the machine")));
        drawn.forEach((unit, probability) -> {
            known(unit, units, "answer drawn");
            if (!(probability > 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "chance of " + unit + " to be drawn must be in (0, 1]: " + probability);
            }
        });
        Set<String> chances = Set.copyOf(drawn.keySet());
        Set<String> read = new HashSet<>();
        for (Reading reading : readings) {
            reading.decisions().forEach((unit, given) -> {
                known(unit, chances, "answer read by " + reading.reader());
                given.forEach(theme -> known(theme, themes, "theme given by " + reading.reader()));
                read.add(unit);
            });
        }
        adjudicated.forEach((unit, given) -> {
            known(unit, read, "answer adjudicated");
            given.forEach(theme -> known(theme, themes, "theme adjudicated"));
        });
    }

    private static Set<String> distinct(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("each " + what + " may stand once: " + name);
            }
        }
        return seen;
    }

    private static void known(String name, Set<String> all, String what) {
        if (!all.contains(name)) {
            throw new IllegalArgumentException("unknown " + what + ": " + name);
        }
    }
}
