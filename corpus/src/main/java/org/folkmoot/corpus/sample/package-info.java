/// Blind samples of a finished run: drawing answers for people to read (`RunAnswers`), reading back what they decided
/// (`BlindReading`), and the checked figures (`CheckedQuestion`, `CheckedFolder`).
@NullMarked
package org.folkmoot.corpus.sample;

import org.jspecify.annotations.NullMarked;
