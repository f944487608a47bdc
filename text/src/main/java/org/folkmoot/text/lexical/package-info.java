/// Words: tokens, stop words, weighted term vectors, key phrases. Start at `Terms`.
@NullMarked
package org.folkmoot.text.lexical;

import org.jspecify.annotations.NullMarked;
