package org.folkmoot.text.duplicate;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Second pass: groups of rows, each with the signature of what its members have in common, are merged and adopt
/// single rows.
final class Consensus {
    private static final int WIDTH = 2;
    private static final int SAMPLE = 63;
    private static final int LONGEST_BUCKET = 16;

    private final Signatures signatures;
    private final int[] root;
    private final int[] weight;
    private final int threads;
    private final int[] groups;
    private final Signatures common;

    /// @param weight number of texts that each row stands for
    Consensus(Signatures signatures, DisjointSets sets, int[] weight, int threads) {
        this.signatures = signatures;
        this.threads = threads;
        this.root = IntStream.range(0, weight.length).map(sets::find).toArray();
        this.weight = new int[weight.length];
        int[] rows = new int[weight.length];
        for (int r = 0; r < root.length; r++) {
            this.weight[root[r]] += weight[r];
            rows[root[r]]++;
        }
        this.groups = IntStream.range(0, root.length)
                .filter(r -> root[r] == r && this.weight[r] > 1)
                .boxed()
                .sorted((a, b) -> this.weight[a] != this.weight[b] ? this.weight[b] - this.weight[a] : a - b)
                .mapToInt(Integer::intValue)
                .toArray();
        this.common = new Signatures(groups.length, 0);
        sign(rows);
    }

    /// The most frequent value of a sample of the members at each position; of equally frequent ones the smallest.
    private void sign(int[] rows) {
        int[] at = new int[root.length];
        Arrays.fill(at, -1);
        int[][] members = new int[groups.length][];
        int[] seen = new int[groups.length];
        for (int g = 0; g < groups.length; g++) {
            at[groups[g]] = g;
            members[g] = new int[Math.min(SAMPLE, rows[groups[g]])];
        }
        for (int r = 0; r < root.length; r++) {
            int g = at[root[r]];
            if (g >= 0) {
                // Evenly spaced over the members, in order.
                long slot = (long) seen[g] * members[g].length / rows[root[r]];
                members[g][(int) slot] = r;
                seen[g]++;
            }
        }
        Ranges.cover(groups.length, threads, (from, to) -> {
            for (int g = from; g < to; g++) {
                sign(g, members[g]);
            }
        });
    }

    private void sign(int g, int[] members) {
        int[] values = new int[members.length];
        for (int j = 0; j < Signatures.HASHES; j++) {
            for (int m = 0; m < members.length; m++) {
                values[m] = signatures.at(members[m], j);
            }
            Arrays.sort(values);
            int best = values[0];
            int most = 0;
            int run = 0;
            for (int m = 0; m < values.length; m++) {
                run = m > 0 && values[m] == values[m - 1] ? run + 1 : 1;
                if (run > most) {
                    most = run;
                    best = values[m];
                }
            }
            common.put(g, j, (short) best);
        }
    }

    /// For each row the smallest row of its final group.
    ///
    /// @param shingles the distinct shingles of a row, ascending
    int[] merged(int merge, int adopt, IntFunction<int[]> shingles) {
        int[] leader = leaders(merge);
        int[] home = new Adoption(signatures, common, root, weight, groups, leader, threads).homes(adopt, shingles);
        DisjointSets last = new DisjointSets(root.length);
        for (int r = 0; r < root.length; r++) {
            last.join(r, root[r]);
            if (home[r] >= 0) {
                last.join(r, groups[home[r]]);
            }
        }
        for (int g = 0; g < groups.length; g++) {
            last.join(groups[g], groups[leader[g]]);
        }
        return IntStream.range(0, root.length).map(last::find).toArray();
    }

    /// Each group follows the most similar larger group that itself follows none.
    private int[] leaders(int agreement) {
        long[] pairs = similarPairs(agreement);
        int[] leader = IntStream.range(0, groups.length).toArray();
        int p = 0;
        for (int g = 0; g < groups.length; g++) {
            int best = -1;
            int bestAgreement = -1;
            for (; p < pairs.length && (int) (pairs[p] >>> 32) == g; p++) {
                int larger = (int) pairs[p];
                int agreeing = Signatures.agreement(common, g, common, larger);
                if (leader[larger] == larger && agreeing > bestAgreement) {
                    best = larger;
                    bestAgreement = agreeing;
                }
            }
            if (best >= 0) {
                leader[g] = best;
            }
        }
        return leader;
    }

    /// Pairs of a group and a larger one, ascending.
    private long[] similarPairs(int agreement) {
        long[] pairs = new long[1024];
        int n = 0;
        for (int first = 0; first < Signatures.HASHES; first += WIDTH) {
            long[] keyed = Buckets.sortedKeys(common, groups.length, first, WIDTH);
            for (int i = 0; i < keyed.length; i++) {
                for (int k = i - 1; k >= 0 && i - k <= LONGEST_BUCKET; k--) {
                    if ((int) (keyed[i] >>> 32) != (int) (keyed[k] >>> 32)) {
                        break;
                    }
                    if (Signatures.agreement(common, (int) keyed[i], common, (int) keyed[k]) >= agreement) {
                        pairs = n == pairs.length ? Arrays.copyOf(pairs, 2 * n) : pairs;
                        pairs[n++] = (keyed[i] << 32) | (int) keyed[k];
                    }
                }
            }
        }
        return Arrays.stream(pairs, 0, n).sorted().distinct().toArray();
    }
}
