/// Blind samples of a finished run: drawing answers for people to read (`RunAnswers`), reading back what they decided
/// (`BlindReading`), and the checked figures (`CheckedQuestion`, `CheckedFolder`).
///
/// The statistics themselves are in `BlindCheck`, which takes plain data (`BlindMaterial`) from wherever people read:
/// a spreadsheet or the workbench.
@NullMarked
package org.folkmoot.corpus.sample;

import org.jspecify.annotations.NullMarked;
