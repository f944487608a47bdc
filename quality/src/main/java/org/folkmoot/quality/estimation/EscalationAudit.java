package org.folkmoot.quality.estimation;

import java.util.Arrays;

/// What an audit of escalations found, where the escalated and the others were sampled each at random, at rates of
/// their own.
///
/// @param escalated cases escalated
/// @param escalatedRead of these, how many the audit read; often all
/// @param escalatedRight of those read, how many ought to have been escalated
/// @param left cases not escalated
/// @param leftRead of these, how many the audit read
/// @param leftMissed of those read, how many ought to have been escalated
public record EscalationAudit(
        long escalated, int escalatedRead, int escalatedRight, long left, int leftRead, int leftMissed) {
    public EscalationAudit {
        check("escalated", escalated, escalatedRead, escalatedRight);
        check("left", left, leftRead, leftMissed);
    }

    private static void check(String what, long all, int read, int found) {
        if (!(0 <= found && found <= read && read <= all)) {
            throw new IllegalArgumentException(
                    what + ": found ≤ read ≤ all must hold: " + found + ", " + read + ", " + all);
        }
    }

    /// Precision, recall and F1 of escalation.
    public CoderAccuracy accuracy(double confidence) {
        int n = escalatedRead + leftRead;
        boolean[] decided = new boolean[n];
        boolean[] ought = new boolean[n];
        double[] probability = new double[n];
        Arrays.fill(decided, 0, escalatedRead, true);
        Arrays.fill(ought, 0, escalatedRight, true);
        Arrays.fill(ought, escalatedRead, escalatedRead + leftMissed, true);
        Arrays.fill(probability, 0, escalatedRead, escalatedRead / (double) escalated);
        Arrays.fill(probability, escalatedRead, n, leftRead / (double) left);
        return CoderAccuracy.of(
                BlindSample.weighted(ought, decided, probability),
                MachineCount.of(escalated, escalated + left),
                confidence);
    }
}
