/// Thresholds with a promise: what a confidence is worth, and which codings need no reading.
///
/// `Reliability` shows whether confidences mean what they say; `IsotonicCalibration` and `PlattCalibration` mend
/// them. `SelectiveCoding` finds the lowest confidence at which codings can be accepted unread, with a guarantee
/// that holds for any coder, calibrated or not. `ConformalRiskControl` holds the mean of any loss that shrinks
/// with a dial.
@NullMarked
package org.folkmoot.quality.threshold;

import org.jspecify.annotations.NullMarked;
