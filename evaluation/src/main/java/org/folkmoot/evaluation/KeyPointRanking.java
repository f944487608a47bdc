package org.folkmoot.evaluation;

import java.util.Comparator;
import java.util.List;

/// The matches of one topic and stance, best first, cut to the better half.
record KeyPointRanking(List<Match> kept) {
    /// One argument with its best key point.
    ///
    /// @param labelled whether people agreed on a label of this pair
    /// @param right whether they said that it matches
    record Match(double score, boolean labelled, boolean right) {
        boolean counts(boolean relaxed) {
            return right || (relaxed && !labelled);
        }
    }

    static KeyPointRanking of(List<Match> matches) {
        return new KeyPointRanking(matches.stream()
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .limit(matches.size() / 2)
                .toList());
    }

    /// Average precision: the mean, over right matches, of the precision down to their score; tied scores rank
    /// together, as in scikit-learn's `average_precision_score`. 0 if none is right.
    double averagePrecision(boolean relaxed) {
        long right = kept.stream().filter(match -> match.counts(relaxed)).count();
        return right == 0 ? 0 : sum(relaxed) / right;
    }

    /// The same sum over the number of matches kept.
    double precisionOverKept(boolean relaxed) {
        return kept.isEmpty() ? 0 : sum(relaxed) / kept.size();
    }

    private double sum(boolean relaxed) {
        double sum = 0;
        int right = 0;
        for (int from = 0; from < kept.size(); ) {
            int to = from;
            int here = 0;
            while (to < kept.size() && kept.get(to).score() == kept.get(from).score()) {
                here += kept.get(to++).counts(relaxed) ? 1 : 0;
            }
            right += here;
            sum += here * (double) right / to;
            from = to;
        }
        return sum;
    }
}
