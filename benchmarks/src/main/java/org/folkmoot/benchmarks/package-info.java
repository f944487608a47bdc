/// Benchmarks: JMH for the kernels, and generators of large inputs for whole-command timings. Start at
/// `benchmarks/README.md`, which gives the commands.
@NullMarked
package org.folkmoot.benchmarks;

import org.jspecify.annotations.NullMarked;
