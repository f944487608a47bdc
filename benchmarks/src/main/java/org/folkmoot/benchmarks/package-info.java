/// Folkmoot benchmarks.
@NullMarked
package org.folkmoot.benchmarks;

import org.jspecify.annotations.NullMarked;
