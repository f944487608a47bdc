package org.folkmoot.quality.threshold;

import java.util.Optional;

/// Conformal risk control: the setting of a dial at which the mean loss of the next item is at most α.
///
/// A dial has settings in an order in which no item's loss grows, such as ever lower thresholds for offering a
/// theme, the loss being the share of an item's true themes not offered. The answer is the first setting j with
/// (n R̂_j + B) / (n + 1) ≤ α, R̂_j the mean loss of n items and B the greatest loss possible. Then E[loss of
/// item n + 1] ≤ α, if it and the n items are exchangeable; for a loss of 0 or 1 this is split conformal
/// prediction. It holds on average over samples, where `SelectiveCoding` holds for this sample with probability
/// 1 - δ. O(n × settings).
///
/// Angelopoulos, A. N., Bates, S., Fisch, A., Lei, L. and Schuster, T. (2024), Conformal risk control, ICLR,
/// <https://arxiv.org/abs/2208.02814>, theorem 1.
///
/// @param setting index of the setting chosen
/// @param meanLoss mean loss of the items at it
/// @param guaranteed (n R̂ + B) / (n + 1), at most α
public record ConformalRiskControl(int setting, double meanLoss, double guaranteed) {
    /// The first setting that holds the promise, or empty if none does, which is sure for n < B / α - 1 items.
    ///
    /// @param losses `losses[i][j]` loss of item i at setting j, in [0, `greatest`], not growing with j
    /// @param alpha greatest mean loss, in (0, greatest)
    /// @param greatest greatest loss possible, B
    public static Optional<ConformalRiskControl> of(double[][] losses, double alpha, double greatest) {
        if (!(alpha > 0 && alpha < greatest)) {
            throw new IllegalArgumentException("alpha must be in (0, " + greatest + "): " + alpha);
        }
        int n = losses.length;
        int settings = n == 0 ? 0 : losses[0].length;
        double[] sum = new double[settings];
        for (int i = 0; i < n; i++) {
            addChecked(losses[i], i, greatest, sum);
        }
        for (int j = 0; j < settings; j++) {
            double guaranteed = (sum[j] + greatest) / (n + 1);
            if (guaranteed <= alpha) {
                return Optional.of(new ConformalRiskControl(j, sum[j] / n, guaranteed));
            }
        }
        return Optional.empty();
    }

    private static void addChecked(double[] losses, int item, double greatest, double[] sum) {
        if (losses.length != sum.length) {
            throw new IllegalArgumentException(
                    "item " + item + " must have a loss for each of " + sum.length + " settings: " + losses.length);
        }
        for (int j = 0; j < losses.length; j++) {
            double before = j == 0 ? greatest : losses[j - 1];
            if (!(losses[j] >= 0 && losses[j] <= before)) {
                throw new IllegalArgumentException("loss of item " + item + " at setting " + j + " must be in [0, "
                        + before + "], never growing: " + losses[j]);
            }
            sum[j] += losses[j];
        }
    }
}
