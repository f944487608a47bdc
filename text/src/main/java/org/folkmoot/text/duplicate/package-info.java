/// Near-identical texts: MinHash groups and campaigns. Start at `NearDuplicates`.
@NullMarked
package org.folkmoot.text.duplicate;

import org.jspecify.annotations.NullMarked;
