package org.folkmoot.text.duplicate;

import java.util.Arrays;
import org.folkmoot.text.Crew;

/// Locality-sensitive hashing: rows whose signatures agree in a whole band fall into one bucket, where they are
/// compared.
///
/// Two rows of similarity J share a bucket of width 3 with probability 1 - (1 - J³)^32: .98 at .5, above .9999 at .65.
/// A bucket keeps a few representatives and compares each row with them, so that cost stays linear when many
/// unlike rows share a bucket.
final class Buckets {
    static final int WIDTH = 3;
    private static final int REPRESENTATIVES = 8;

    private final Signatures signatures;
    private final int rows;
    private final int threads;

    Buckets(Signatures signatures, int rows, int threads) {
        this.signatures = signatures;
        this.rows = rows;
        this.threads = threads;
    }

    /// Joins rows that agree in at least `agreement` positions.
    void join(DisjointSets sets, int agreement) {
        new Crew(threads).run(Signatures.HASHES / WIDTH, band -> {
            long[] keyed = sortedKeys(signatures, rows, band * WIDTH, WIDTH);
            int[] representatives = new int[REPRESENTATIVES];
            int known = 0;
            for (int i = 0; i < rows; i++) {
                boolean begins = i == 0 || (int) (keyed[i] >>> 32) != (int) (keyed[i - 1] >>> 32);
                known = begins ? 0 : known;
                int row = (int) keyed[i];
                int match = match(row, representatives, known, agreement);
                if (match >= 0) {
                    sets.join(row, match);
                } else if (known < REPRESENTATIVES) {
                    representatives[known++] = row;
                }
            }
        });
    }

    private int match(int row, int[] representatives, int known, int agreement) {
        for (int k = 0; k < known; k++) {
            if (Signatures.agreement(signatures, row, signatures, representatives[k]) >= agreement) {
                return representatives[k];
            }
        }
        return -1;
    }

    /// Key in the high half, row in the low half, ascending.
    static long[] sortedKeys(Signatures signatures, int rows, int first, int width) {
        long[] keyed = new long[rows];
        for (int r = 0; r < rows; r++) {
            keyed[r] = ((long) signatures.key(r, first, width) << 32) | r;
        }
        Arrays.sort(keyed);
        return keyed;
    }
}
