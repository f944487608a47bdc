/// The run: from what was received to themes and codings, question by question. Start at `Analysing`; one question's
/// way is `QuestionRun`: screen, cut into passages, embed, discover, code, gather what nothing covers.
@NullMarked
package org.folkmoot.corpus.run;

import org.jspecify.annotations.NullMarked;
