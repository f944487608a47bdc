package org.folkmoot.quality.threshold;

/// Platt's calibration: the probability is 1 / (1 + exp(-(slope × score + intercept))).
///
/// Fitted by maximum likelihood to outcomes drawn in from 0 and 1, (N₊ + 1) / (N₊ + 2) for right ones and 1 /
/// (N₋ + 2) for wrong ones, so that separable or one-sided outcomes still give finite curves. Newton's method
/// with backtracking, some ten passes over the data. Two parameters need only some dozens of outcomes, but the
/// shape is assumed.
///
/// Platt, J. (1999), Probabilistic outputs for support vector machines, in Advances in Large Margin Classifiers;
/// Lin, H.-T., Lin, C.-J. and Weng, R. C. (2007), A note on Platt's probabilistic outputs, Machine Learning 68,
/// 267–276, <https://doi.org/10.1007/s10994-007-5018-6>, appendix.
///
/// @param slope of the logit, positive where higher scores are better
/// @param intercept of the logit
public record PlattCalibration(double slope, double intercept) implements Calibration {
    private static final int STEPS = 100;
    private static final double RIDGE = 1e-12;

    /// @param score of each coding, any finite number
    /// @param right whether it was right; at least one
    public static PlattCalibration fit(double[] score, boolean[] right) {
        if (score.length == 0 || right.length != score.length) {
            throw new IllegalArgumentException(
                    "scores and outcomes must be as many, at least one: " + score.length + " and " + right.length);
        }
        double[] target = targets(right);
        double a = 0;
        double b = logitOfMean(target);
        double loss = loss(score, target, a, b);
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = RIDGE;
            for (int i = 0; i < score.length; i++) {
                double p = probability(a * score[i] + b);
                double w = p * (1 - p);
                ga += (p - target[i]) * score[i];
                gb += p - target[i];
                haa += w * score[i] * score[i];
                hab += w * score[i];
                hbb += w;
            }
            if (Math.max(Math.abs(ga), Math.abs(gb)) < 1e-10 * score.length) {
                break;
            }
            double determinant = haa * hbb - hab * hab;
            double da = -(hbb * ga - hab * gb) / determinant;
            double db = -(haa * gb - hab * ga) / determinant;
            double part = 1;
            double tried = loss(score, target, a + da, b + db);
            while (part > 1e-10 && !(tried <= loss + 1e-4 * part * (ga * da + gb * db))) {
                part /= 2;
                tried = loss(score, target, a + part * da, b + part * db);
            }
            if (part <= 1e-10) {
                break;
            }
            a += part * da;
            b += part * db;
            loss = tried;
        }
        return new PlattCalibration(a, b);
    }

    private static double[] targets(boolean[] right) {
        int positives = 0;
        for (boolean r : right) {
            positives += r ? 1 : 0;
        }
        double[] target = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            target[i] = right[i] ? (positives + 1.0) / (positives + 2) : 1.0 / (right.length - positives + 2);
        }
        return target;
    }

    private static double logitOfMean(double[] target) {
        double mean = 0;
        for (double t : target) {
            mean += t / target.length;
        }
        return Math.log(mean / (1 - mean));
    }

    private static double loss(double[] score, double[] target, double a, double b) {
        double loss = 0;
        for (int i = 0; i < score.length; i++) {
            double logit = a * score[i] + b;
            loss += Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(0, logit) - target[i] * logit;
        }
        return loss;
    }

    private static double probability(double logit) {
        return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    }

    @Override
    public double apply(double score) {
        return probability(slope * score + intercept);
    }
}
