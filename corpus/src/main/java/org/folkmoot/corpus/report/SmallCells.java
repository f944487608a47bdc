package org.folkmoot.corpus.report;

/// Decides which counts of a row must not be shown, when the row's total is known: those of one to four, and as many
/// more as it takes that nobody who knows the total and this rule can work one of them out.
///
/// A single small count would be given back by subtraction; several that add up to the least or the most they can be
/// would too. Then the next smallest counts are hidden as well, all that are equal, zeros included: hiding only one of
/// several equal ones would tell by its place which was the small one.
public final class SmallCells {
    /// The smallest count that may be shown.
    public static final int SMALLEST_SHOWN = 5;

    private SmallCells() {}

    /// For each count whether it is to be hidden.
    public static boolean[] hidden(int[] counts) {
        boolean[] hidden = new boolean[counts.length];
        int small = 0;
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            hidden[i] = counts[i] > 0 && counts[i] < SMALLEST_SHOWN;
            small += hidden[i] ? 1 : 0;
            sum += hidden[i] ? counts[i] : 0;
        }
        if (small == 1 || (small > 0 && (sum == small || sum == small * (SMALLEST_SHOWN - 1)))) {
            hideNext(counts, hidden);
        }
        return hidden;
    }

    private static void hideNext(int[] counts, boolean[] hidden) {
        int next = Integer.MAX_VALUE;
        for (int i = 0; i < counts.length; i++) {
            next = hidden[i] ? next : Math.min(next, counts[i]);
        }
        for (int i = 0; i < counts.length; i++) {
            hidden[i] |= counts[i] == next;
        }
    }
}
