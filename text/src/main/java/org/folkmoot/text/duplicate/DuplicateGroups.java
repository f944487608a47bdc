package org.folkmoot.text.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which texts are (nearly) the same.
///
/// @param group for each text the smallest index in its group of near-duplicates; itself if it stands alone
/// @param exact for each text the smallest index among the texts equal to it but for case, space and punctuation
public record DuplicateGroups(int[] group, int[] exact) {
    public DuplicateGroups {
        if (group.length != exact.length) {
            throw new IllegalArgumentException(
                    "one group and one exact class a text: " + group.length + ", " + exact.length);
        }
    }

    public int size() {
        return group.length;
    }

    /// Whether text `i` stands for its group: the first of it.
    public boolean isFirst(int i) {
        return group[i] == i;
    }

    /// Number of groups, texts that stand alone included.
    public int distinct() {
        int distinct = 0;
        for (int i = 0; i < group.length; i++) {
            distinct += group[i] == i ? 1 : 0;
        }
        return distinct;
    }

    /// The groups of at least `least` texts, largest first, then by first member; members ascending.
    public List<int[]> groupsOf(int least) {
        int[] count = new int[group.length];
        for (int g : group) {
            count[g]++;
        }
        int[][] members = new int[group.length][];
        int[] filled = new int[group.length];
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            if (count[g] >= least) {
                if (members[g] == null) {
                    members[g] = new int[count[g]];
                    groups.add(members[g]);
                }
                members[g][filled[g]++] = i;
            }
        }
        groups.sort(Comparator.comparingInt((int[] g) -> -g.length).thenComparingInt(g -> g[0]));
        return groups;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DuplicateGroups(int[] g, int[] e) && Arrays.equals(group, g) && Arrays.equals(exact, e);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(group);
    }

    @Override
    public String toString() {
        return "DuplicateGroups[" + distinct() + " distinct of " + size() + "]";
    }
}
