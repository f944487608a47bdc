/// Agreement between people, or between people and machines, who judged the same items.
///
/// Start at `Ratings`, which holds who said what of which item, missing ratings included; then ask a coefficient:
///
/// | Coefficient | Raters | Chance is | Takes |
/// |---|---|---|---|
/// | `PercentAgreement` | any number | not considered | any labels |
/// | `CohenKappa` | two, known | each rater's own habits | labels, or weights between them |
/// | `ScottPi` | two | the pooled habits | labels |
/// | `FleissKappa` | any number | the pooled habits | labels, or weights |
/// | `KrippendorffAlpha` | any number, missing welcome | the pooled ratings, without replacement | any metric |
/// | `GwetAC` | any number | only of the items hard to judge | labels, or weights |
/// | `SpecificAgreement` | any number | not considered | one label at a time |
///
/// Each gives a `Coefficient`: an estimate with its interval and cautions, or a refusal with the reason.
@NullMarked
package org.folkmoot.quality.agreement;

import org.jspecify.annotations.NullMarked;
