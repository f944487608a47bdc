/// Re-checking written outputs (`Verification`) and comparing two of them (`Difference`), from the files alone.
@NullMarked
package org.folkmoot.corpus.verify;

import org.jspecify.annotations.NullMarked;
