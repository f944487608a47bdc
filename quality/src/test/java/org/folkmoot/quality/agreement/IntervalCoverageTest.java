package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.junit.jupiter.api.Test;

/// Two raters who each see the truth with one error in ten, so that the true coefficients are known.
class IntervalCoverageTest {
    private static final double ERROR = 0.1;
    private static final int DRAWS = 1000;

    @Test
    void intervalsWithoutCautionCover() {
        // Monte-Carlo standard error 0.007; below 0.95 by what the large-sample intervals lose at these sizes.
        for (double covered : coverage(0.5, 100)) {
            assertThat(covered).isBetween(0.925, 0.975);
        }
        for (double covered : coverage(0.2, 100)) {
            assertThat(covered).isBetween(0.915, 0.975);
        }
        for (double covered : coverage(0.05, 300)) {
            assertThat(covered).isBetween(0.915, 0.975);
        }
    }

    private static double[] coverage(double prevalence, int items) {
        var random = new SplittableRandom(1);
        double said = prevalence * (1 - ERROR) + (1 - prevalence) * ERROR;
        double agreement = (1 - ERROR) * (1 - ERROR) + ERROR * ERROR;
        double chance = said * said + (1 - said) * (1 - said);
        double hard = 2 * said * (1 - said);
        double kappa = (agreement - chance) / (1 - chance);
        double[] truth = {agreement, kappa, kappa, kappa, (agreement - hard) / (1 - hard)};
        double[] covered = new double[truth.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            Ratings<Integer> ratings = Ratings.ofTable(table(random, prevalence, items));
            Coefficient[] coefficients = {
                PercentAgreement.of(ratings, 0.95),
                CohenKappa.of(ratings, 0.95),
                FleissKappa.of(ratings, 0.95),
                KrippendorffAlpha.nominal(ratings, 0.95),
                GwetAC.ac1(ratings, 0.95)
            };
            for (int c = 0; c < covered.length; c++) {
                boolean holds = ((Estimate) coefficients[c]).interval().contains(truth[c]);
                covered[c] += holds ? 1.0 / DRAWS : 0;
            }
        }
        return covered;
    }

    private static int[][] table(SplittableRandom random, double prevalence, int items) {
        int[][] table = new int[2][2];
        for (int i = 0; i < items; i++) {
            boolean truth = random.nextDouble() < prevalence;
            int first = truth == (random.nextDouble() >= ERROR) ? 1 : 0;
            int second = truth == (random.nextDouble() >= ERROR) ? 1 : 0;
            table[first][second]++;
        }
        return table;
    }
}
