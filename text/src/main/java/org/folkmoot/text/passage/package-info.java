/// Answers to passages: sentence-sized spans with exact offsets, and answers that state no view. Start at
/// `Passages`.
@NullMarked
package org.folkmoot.text.passage;

import org.jspecify.annotations.NullMarked;
