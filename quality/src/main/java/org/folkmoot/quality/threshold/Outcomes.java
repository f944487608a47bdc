package org.folkmoot.quality.threshold;

/// Codings whose truth is known: how sure the coder was of each, and whether it was right.
///
/// @param confidence of each coding, in [0, 1]
/// @param right whether a person found it right, as many
public record Outcomes(double[] confidence, boolean[] right) {
    public Outcomes {
        if (confidence.length != right.length) {
            throw new IllegalArgumentException(
                    "confidences and outcomes must be as many: " + confidence.length + " and " + right.length);
        }
        for (int i = 0; i < confidence.length; i++) {
            checked(i, confidence[i]);
        }
        confidence = confidence.clone();
        right = right.clone();
    }

    static void checked(int i, double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + i + " must be in [0, 1]: " + confidence);
        }
    }

    public int size() {
        return confidence.length;
    }
}
