package org.folkmoot.text.code;

import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// Gives answers the themes they carry, as many as their passages carry, each with the passage and a calibrated
/// confidence.
///
/// Without examples: `ZeroShotCoder.fit`, from what the codebook says. As soon as people have coded answers: hand
/// these to `learn`. A coder is immutable and may be used from several threads; the codings of a batch depend on
/// that batch and the coder alone, so that batches may be coded in any order.
public sealed interface Coder permits ZeroShotCoder, LearnedCoder {
    /// Reviewed answers from which learning begins to pay; below, thresholds learned of them would be noise.
    int LEAST_REVIEWED = 20;

    /// The codebook; `Codings.theme` counts in it.
    List<Theme> themes();

    /// Codes the answers of one batch.
    Coded code(Batch batch);

    /// Estimated probability that a person would give the answer the theme: one row per answer, one column per theme.
    Vectors confidences(Batch batch);

    /// The coder that does best with these reviewed answers: `start` itself where they are too few.
    ///
    /// @param sample uncoded answers of the same question, from which the learner takes vocabulary and neighbours
    static Coder learn(
            ZeroShotCoder start, Batch sample, Reviewed reviewed, LearnedCoder.Options options, Progress progress) {
        return reviewed.size() < LEAST_REVIEWED ? start : LearnedCoder.fit(start, sample, reviewed, options, progress);
    }
}
