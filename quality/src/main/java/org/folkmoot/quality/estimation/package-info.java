/// Estimates with intervals that hold: shares and means from samples read by people, with or without the help of
/// machine codings.
///
/// Start at `ThemeShares` for the corrected count of every theme (`DisputedShares` while readers differ), at
/// `CoderAccuracy` for how good the machine is, at `PredictionPowered` for the published large-sample estimator, at
/// `Proportion` and `SurveyMean` where there is no machine.
@NullMarked
package org.folkmoot.quality.estimation;

import org.jspecify.annotations.NullMarked;
