/// Folkmoot evaluation.
@NullMarked
package org.folkmoot.evaluation;

import org.jspecify.annotations.NullMarked;
