package org.folkmoot.quality.threshold;

/// What a sample says of a threshold.
///
/// @param sampled codings of the sample at least as confident
/// @param wrong of these, wrong ones
record Trial(int sampled, int wrong) {
    static Trial of(Outcomes sample, double threshold) {
        int sampled = 0;
        int wrong = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (sample.confidence()[i] >= threshold) {
                sampled++;
                wrong += sample.right()[i] ? 0 : 1;
            }
        }
        return new Trial(sampled, wrong);
    }
}
