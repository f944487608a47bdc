/// Texts to dense vectors: tokenizer, transformer, and the corpus student that imitates it at a thousandth of
/// the cost. Start at `Embedder`.
@NullMarked
package org.folkmoot.text.embed;

import org.jspecify.annotations.NullMarked;
