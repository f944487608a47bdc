package org.folkmoot.corpus.report;

/// Decides which counts of a published row are too small to show.
///
/// A count of 1 to 4 is hidden. If that hides a single count of a row whose total is known, subtraction would give it
/// back; so the next smallest count is hidden too.
final class SmallCells {
    private static final int SMALLEST_SHOWN = 5;

    private SmallCells() {}

    /// For each count whether it is to be hidden.
    static boolean[] hidden(int[] counts) {
        boolean[] hidden = new boolean[counts.length];
        int few = 0;
        for (int i = 0; i < counts.length; i++) {
            hidden[i] = counts[i] > 0 && counts[i] < SMALLEST_SHOWN;
            few += hidden[i] ? 1 : 0;
        }
        if (few == 1) {
            int second = -1;
            for (int i = 0; i < counts.length; i++) {
                if (!hidden[i] && counts[i] > 0 && (second < 0 || counts[i] < counts[second])) {
                    second = i;
                }
            }
            if (second >= 0) {
                hidden[second] = true;
            }
        }
        return hidden;
    }
}
