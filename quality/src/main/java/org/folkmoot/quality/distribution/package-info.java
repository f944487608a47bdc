/// Probability distributions with quantiles exact to rounding, over the special functions of Hipparchus:
/// `Normal`, `StudentT`, `Beta`, `Binomial`, `Poisson`.
@NullMarked
package org.folkmoot.quality.distribution;

import org.jspecify.annotations.NullMarked;
