/// Drift: whether a rate, or the shares of themes, have changed.
///
/// `ControlLimits` for one count against what is usual, `Ewma` for slow drifts, `Cusum` for a change of known
/// size, `WaveComparison` for two waves of answers. A signal says that something changed, not what.
@NullMarked
package org.folkmoot.quality.drift;

import org.jspecify.annotations.NullMarked;
