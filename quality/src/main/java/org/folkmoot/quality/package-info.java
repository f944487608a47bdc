/// The quality library: agreement, sampling, estimates and thresholds with a measured error. Depends on nothing of
/// Folkmoot. Start at the package of the question you have.
@NullMarked
package org.folkmoot.quality;

import org.jspecify.annotations.NullMarked;
