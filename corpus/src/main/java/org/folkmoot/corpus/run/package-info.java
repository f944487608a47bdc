/// The run: from what was received to themes and codings, question by question. Start at `Analysing`; one question's
/// way is `QuestionRun`: screen, cut into passages, embed, discover, code, gather what nothing covers.
/// `AnalysingQuestion` runs one question alone and leaves a `Bench` for the work on its themes.
@NullMarked
package org.folkmoot.corpus.run;

import org.jspecify.annotations.NullMarked;
