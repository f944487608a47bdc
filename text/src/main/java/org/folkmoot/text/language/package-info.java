/// Which language a text is written in. Start at `LanguageGuess`.
@NullMarked
package org.folkmoot.text.language;

import org.jspecify.annotations.NullMarked;
