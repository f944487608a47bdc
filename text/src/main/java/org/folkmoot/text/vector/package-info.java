/// Dense vectors and the numeric kernels over them. Start at `Vectors`; kernels are element-wise loops over
/// plain arrays that the JIT compiler vectorises, each guarded by an equivalence test and a benchmark.
@NullMarked
package org.folkmoot.text.vector;

import org.jspecify.annotations.NullMarked;
