package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What all who read an answer say of it together.
///
/// An adjudicated answer has what was decided. Of the others a theme is present where more than half of the readers
/// gave it, absent where fewer did, and open where exactly half did: with two readers, wherever they differ. An open
/// theme is nobody's to win; the figures then say what holds either way.
///
/// @param unit the answer, as the machine left it
/// @param coded themes the machine gave, with those above them
/// @param given themes each reader gave, with those above them
/// @param present themes it has
/// @param open themes not decided
/// @param adjudicated whether someone decided
record Consensus(
        BlindMaterial.Unit unit,
        Set<String> coded,
        Map<String, Set<String>> given,
        Set<String> present,
        Set<String> open,
        boolean adjudicated) {
    /// Of every answer that was read, in the order of the population.
    static List<Consensus> of(BlindMaterial material) {
        Ancestry ancestry = Ancestry.of(material.codebook());
        List<Consensus> all = new ArrayList<>();
        for (BlindMaterial.Unit unit : material.population()) {
            Map<String, Set<String>> given = new LinkedHashMap<>();
            for (BlindMaterial.Reading reading : material.readings()) {
                Set<String> themes = reading.decisions().get(unit.id());
                if (themes != null) {
                    given.put(reading.reader(), ancestry.whole(themes));
                }
            }
            if (!given.isEmpty()) {
                Set<String> coded = ancestry.whole(unit.themes());
                Set<String> decided = material.adjudicated().get(unit.id());
                all.add(
                        decided == null
                                ? voted(unit, coded, given)
                                : new Consensus(unit, coded, given, ancestry.whole(decided), Set.of(), true));
            }
        }
        return all;
    }

    private static Consensus voted(BlindMaterial.Unit unit, Set<String> coded, Map<String, Set<String>> given) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        given.values().forEach(themes -> themes.forEach(theme -> votes.merge(theme, 1, Integer::sum)));
        Set<String> present = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        votes.forEach((theme, count) -> {
            if (2 * count > given.size()) {
                present.add(theme);
            } else if (2 * count == given.size()) {
                open.add(theme);
            }
        });
        return new Consensus(unit, coded, given, present, open, false);
    }

    /// Whether two readers gave different themes.
    boolean differs() {
        return given.values().stream().distinct().count() > 1;
    }
}
