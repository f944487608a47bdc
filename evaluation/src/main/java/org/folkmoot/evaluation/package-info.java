/// Accuracy on real labelled data, one class for each table of the evaluation. Start at `Evaluations`.
@NullMarked
package org.folkmoot.evaluation;

import org.jspecify.annotations.NullMarked;
