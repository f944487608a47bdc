package org.folkmoot.server.codebook;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who carries what: the machine's codings by source and people's decisions by answer, the latter instead of the
/// former.
///
/// @param bySource by source the answers that the machine coded to it
/// @param decided by answer the themes that people gave it, as they were called then; none says that no theme fits
public record CarriedThemes(Map<SourceId, ? extends Iterable<Integer>> bySource, Map<Integer, Decision> decided) {
    /// What people decided on one answer.
    ///
    /// @param after number of the last entry of the codebook's log at that time
    public record Decision(SortedSet<ThemeId> themes, long after) {}

    /// The themes that each answer carries in a codebook, set-aside ones left out; only answers that carry any.
    SortedMap<Integer, SortedSet<ThemeId>> in(Codebook codebook) {
        SortedMap<Integer, SortedSet<ThemeId>> carried = new TreeMap<>();
        for (WorkingTheme theme : codebook.themes()) {
            if (!codebook.isSetAside(theme)) {
                for (SourceId source : theme.sources()) {
                    Iterable<Integer> answers = bySource.get(source);
                    if (answers == null) {
                        throw new IllegalArgumentException("nothing is coded to the source " + source);
                    }
                    for (int answer : answers) {
                        if (!decided.containsKey(answer)) {
                            carried.computeIfAbsent(answer, _ -> new TreeSet<>())
                                    .add(theme.id());
                        }
                    }
                }
            }
        }
        decided.forEach((answer, decision) -> {
            for (ThemeId theme : decision.themes()) {
                if (codebook.resolve(theme, decision.after()) instanceof Resolution.Carried now) {
                    carried.computeIfAbsent(answer, _ -> new TreeSet<>()).add(now.by());
                }
            }
        });
        return carried;
    }
}
