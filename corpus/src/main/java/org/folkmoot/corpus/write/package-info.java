/// An analysis into a folder of files that people and programs can read. Start at `OutputFolder`.
@NullMarked
package org.folkmoot.corpus.write;

import org.jspecify.annotations.NullMarked;
