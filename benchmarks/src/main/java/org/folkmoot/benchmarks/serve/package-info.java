/// Times the workbench on a large consultation, from its first start to twenty people at work in it. Start at
/// `TimingServer`, which `benchmarks/time-serve` runs.
@NullMarked
package org.folkmoot.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
