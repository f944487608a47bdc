package org.folkmoot.text.duplicate;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Finds a group for texts that stand alone but share much of a letter sent often: a third of the shorter of the two
/// must
/// be the same, not counting what unlike letters have in common (headings, reference numbers, salutations).
final class Adoption {
    private static final int WIDTH = 2;
    /// Only texts sent at least this often adopt.
    private static final int LEAST_WEIGHT = 3;
    /// A shingle in this share of all unlike letters, and in three of them, belongs to none of them.
    private static final double BOILERPLATE = 0.1;

    private static final int LEAST_BOILERPLATE = 3;

    private static final double LEAST_CONTAINED = 1.0 / 3;
    private static final int LEAST_SHINGLES = 6;

    private final Signatures signatures;
    private final Signatures common;
    private final int[] root;
    private final int[] weight;
    private final int[] groups;
    private final int[] leader;
    private final int threads;

    Adoption(
            Signatures signatures,
            Signatures common,
            int[] root,
            int[] weight,
            int[] groups,
            int[] leader,
            int threads) {
        this.signatures = signatures;
        this.common = common;
        this.root = root;
        this.weight = weight;
        this.groups = groups;
        this.leader = leader;
        this.threads = threads;
    }

    /// For each row the group that adopts it, or -1.
    int[] homes(int agreement, IntFunction<int[]> shingles) {
        int adopters = 0;
        while (adopters < groups.length && weight[groups[adopters]] >= LEAST_WEIGHT) {
            adopters++;
        }
        int[] home = new int[root.length];
        Arrays.fill(home, -1);
        if (adopters == 0) {
            return home;
        }
        findMostSimilar(agreement, adopters, home);
        int[][] letters = letters(adopters, shingles);
        int[] boilerplate = boilerplate(letters);
        for (int g = 0; g < adopters; g++) {
            letters[g] = without(letters[g], boilerplate);
        }
        Ranges.cover(root.length, threads, (from, to) -> {
            for (int r = from; r < to; r++) {
                if (home[r] >= 0 && !shares(without(shingles.apply(r), boilerplate), letters[home[r]])) {
                    home[r] = -1;
                }
            }
        });
        return home;
    }

    private void findMostSimilar(int agreement, int adopters, int[] home) {
        byte[] best = new byte[root.length];
        for (int first = 0; first < Signatures.HASHES; first += WIDTH) {
            KeyTable table = new KeyTable(common, adopters, first, WIDTH);
            int position = first;
            Ranges.cover(root.length, threads, (from, to) -> {
                for (int r = from; r < to; r++) {
                    if (root[r] == r && weight[r] == 1) {
                        int key = signatures.key(r, position, WIDTH);
                        for (int g = table.first(key); g >= 0; g = table.next(g)) {
                            int agreeing = Signatures.agreement(signatures, r, common, g);
                            boolean better = agreeing > best[r] || (agreeing == best[r] && g < home[r]);
                            if (agreeing >= agreement && better) {
                                best[r] = (byte) agreeing;
                                home[r] = g;
                            }
                        }
                    }
                }
            });
        }
    }

    /// The shingles of the member most like the consensus of each adopter.
    private int[][] letters(int adopters, IntFunction<int[]> shingles) {
        int[] at = new int[root.length];
        Arrays.fill(at, -1);
        for (int g = 0; g < adopters; g++) {
            at[groups[g]] = g;
        }
        int[] typical = new int[adopters];
        int[] best = new int[adopters];
        Arrays.fill(best, -1);
        for (int r = 0; r < root.length; r++) {
            int g = at[root[r]];
            if (g >= 0) {
                int agreeing = Signatures.agreement(signatures, r, common, g);
                if (agreeing > best[g]) {
                    best[g] = agreeing;
                    typical[g] = r;
                }
            }
        }
        return Arrays.stream(typical).mapToObj(shingles).toArray(int[][]::new);
    }

    private int[] boilerplate(int[][] letters) {
        int[] all = IntStream.range(0, letters.length)
                .filter(g -> leader[g] == g)
                .flatMap(g -> Arrays.stream(letters[g]))
                .sorted()
                .toArray();
        long unlike =
                IntStream.range(0, letters.length).filter(g -> leader[g] == g).count();
        int least = Math.max(LEAST_BOILERPLATE, (int) Math.ceil(BOILERPLATE * unlike));
        return IntStream.range(least - 1, all.length)
                .filter(i -> all[i] == all[i - least + 1])
                .map(i -> all[i])
                .distinct()
                .toArray();
    }

    private static int[] without(int[] shingles, int[] boilerplate) {
        return Arrays.stream(shingles)
                .filter(s -> Arrays.binarySearch(boilerplate, s) < 0)
                .toArray();
    }

    private static boolean shares(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int k = 0;
        while (i < a.length && k < b.length) {
            if (a[i] == b[k]) {
                shared++;
                i++;
                k++;
            } else if (a[i] < b[k]) {
                i++;
            } else {
                k++;
            }
        }
        int shorter = Math.min(a.length, b.length);
        return shorter >= LEAST_SHINGLES && shared >= LEAST_CONTAINED * shorter;
    }
}
