package org.folkmoot.server.codebook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

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

    /// By theme the answers that carry it in a codebook, its sub-themes not counted; set-aside themes are left out.
    Map<ThemeId, BitSet> in(Codebook codebook) {
        BitSet byPeople = new BitSet();
        decided.keySet().forEach(byPeople::set);
        Map<ThemeId, BitSet> carried = new HashMap<>();
        for (WorkingTheme theme : codebook.themes()) {
            if (!codebook.isSetAside(theme)) {
                BitSet answers = new BitSet();
                for (SourceId source : theme.sources()) {
                    Iterable<Integer> coded = bySource.get(source);
                    if (coded == null) {
                        throw new IllegalArgumentException("nothing is coded to the source " + source);
                    }
                    coded.forEach(answers::set);
                }
                answers.andNot(byPeople);
                carried.put(theme.id(), answers);
            }
        }
        decided.forEach((answer, decision) -> {
            for (ThemeId theme : decision.themes()) {
                if (codebook.resolve(theme, decision.after()) instanceof Resolution.Carried now) {
                    carried.computeIfAbsent(now.by(), _ -> new BitSet()).set(answer);
                }
            }
        });
        return carried;
    }
}
