/// The text library: texts in, themes and codings out. Start at `ThemeFinder`; the value types shared by
/// all stages (`Span`, `Passage`, `Progress`, `Crew`) are here too.
@NullMarked
package org.folkmoot.text;

import org.jspecify.annotations.NullMarked;
