/// Samples with known inclusion probabilities, and how many to read.
///
/// Start at `Frame` and `SamplePlan` to draw, at `SampleSize` to plan, at `AcceptancePlan`, `SequentialTest` and
/// `ConfidenceSequence` to decide with as little reading as possible.
@NullMarked
package org.folkmoot.quality.sampling;

import org.jspecify.annotations.NullMarked;
