package org.folkmoot.text.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.Progress;

/// Groups texts that are the same or nearly so, by MinHash in two passes.
///
/// Texts equal but for case, space and punctuation are one. Of the distinct ones with enough words, those that share
/// most of their three-word runs (Jaccard similarity at least `near`) are joined through locality-sensitive hashing.
/// Then every group is given a *consensus signature*, the most frequent min-hash at each position, which stands for
/// what its members have in common; groups whose consensus is alike are merged, and single texts that share enough
/// with one are adopted. Comparing with the consensus, not with any member, keeps groups from chaining together.
///
/// Deterministic and independent of the number of threads. Time linear in the length of all texts but for sorting;
/// heap about 230 bytes a distinct text.
public final class NearDuplicates {
    /// @param near estimated Jaccard similarity of three-word runs, in (0, 1], from which two texts are joined
    /// @param merge the same, for the consensus of two groups
    /// @param adopt the same, for a single text and the consensus of a group
    /// @param leastWords texts shorter than this are grouped only if they are equal
    /// @param threads number of threads that work
    /// @param seed of the hash functions
    public record Options(double near, double merge, double adopt, int leastWords, int threads, long seed) {
        public static final Options DEFAULT =
                new Options(0.6, 0.55, 0.15, 9, Runtime.getRuntime().availableProcessors(), 1);

        public Options {
            check("near", near);
            check("merge", merge);
            check("adopt", adopt);
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be at least 1: " + threads);
            }
        }

        private static void check(String name, double value) {
            if (!(value > 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " must be in (0, 1]: " + value);
            }
        }
    }

    private final List<String> texts;
    private final Options options;
    private final Progress progress;
    private final long[] whole;
    private final int[] words;

    private NearDuplicates(List<String> texts, Options options, Progress progress) {
        this.texts = texts;
        this.options = options;
        this.progress = progress;
        this.whole = new long[texts.size()];
        this.words = new int[texts.size()];
    }

    /// Groups `texts` (random access) with default options.
    public static DuplicateGroups of(List<String> texts) {
        return of(texts, Options.DEFAULT, Progress.SILENT);
    }

    /// Groups `texts` (random access); blank ones stand alone.
    public static DuplicateGroups of(List<String> texts, Options options, Progress progress) {
        return new NearDuplicates(texts, options, progress).groups();
    }

    private DuplicateGroups groups() {
        progress.at(STAGE, 0, 4);
        read();
        int[] exact = exact();
        int[] rows = distinctLong(exact);
        progress.at(STAGE, 1, 4);
        Signatures signatures = signatures(rows);
        DisjointSets sets = new DisjointSets(rows.length);
        progress.at(STAGE, 2, 4);
        new Buckets(signatures, rows.length, options.threads()).join(sets, atLeast(options.near()));
        progress.at(STAGE, 3, 4);
        int[] weight = new int[rows.length];
        int[] rowOf = new int[texts.size()];
        Arrays.fill(rowOf, -1);
        for (int r = 0; r < rows.length; r++) {
            rowOf[rows[r]] = r;
        }
        for (int i = 0; i < exact.length; i++) {
            if (rowOf[exact[i]] >= 0) {
                weight[rowOf[exact[i]]]++;
            }
        }
        int[] root = new Consensus(signatures, sets, weight, options.threads())
                .merged(atLeast(options.merge()), atLeast(options.adopt()), row -> shingles(texts.get(rows[row])));
        int[] group = new int[texts.size()];
        for (int i = 0; i < group.length; i++) {
            int row = rowOf[exact[i]];
            group[i] = row < 0 ? exact[i] : rows[root[row]];
        }
        progress.at(STAGE, 4, 4);
        return new DuplicateGroups(group, exact);
    }

    private static final String STAGE = "grouping duplicates";

    private static int atLeast(double similarity) {
        return (int) Math.ceil(similarity * Signatures.HASHES);
    }

    private void read() {
        Ranges.cover(texts.size(), options.threads(), (from, to) -> {
            Shingles shingles = new Shingles();
            for (int i = from; i < to; i++) {
                shingles.read(texts.get(i));
                whole[i] = shingles.whole();
                words[i] = shingles.wordCount();
            }
        });
    }

    /// The first of the texts equal to each.
    private int[] exact() {
        int n = texts.size();
        int mask = Integer.highestOneBit(Math.max(4, n)) * 4 - 1;
        int[] table = new int[mask + 1];
        int[] exact = new int[n];
        for (int i = 0; i < n; i++) {
            exact[i] = i;
            int slot = (int) whole[i] & mask;
            while (words[i] > 0 && table[slot] != 0 && whole[table[slot] - 1] != whole[i]) {
                slot = (slot + 1) & mask;
            }
            if (words[i] > 0) {
                if (table[slot] == 0) {
                    table[slot] = i + 1;
                }
                exact[i] = table[slot] - 1;
            }
        }
        return exact;
    }

    private int[] distinctLong(int[] exact) {
        return IntStream.range(0, exact.length)
                .filter(i -> exact[i] == i && words[i] >= options.leastWords())
                .toArray();
    }

    private static int[] shingles(String text) {
        Shingles shingles = new Shingles();
        shingles.read(text);
        return shingles.distinct();
    }

    private Signatures signatures(int[] rows) {
        Signatures signatures = new Signatures(rows.length, options.seed());
        Ranges.cover(rows.length, options.threads(), (from, to) -> {
            Shingles shingles = new Shingles();
            int[] minima = new int[Signatures.HASHES];
            for (int r = from; r < to; r++) {
                shingles.read(texts.get(rows[r]));
                signatures.set(r, shingles, minima);
            }
        });
        return signatures;
    }
}
