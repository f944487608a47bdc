/// Corrections for asking many questions of the same data. Start at `AdjustedP`.
@NullMarked
package org.folkmoot.quality.multiplicity;

import org.jspecify.annotations.NullMarked;
