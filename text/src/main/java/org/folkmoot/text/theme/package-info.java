/// Groups of passages to themes with names, levels and positions. Start at `Discovery`.
@NullMarked
package org.folkmoot.text.theme;

import org.jspecify.annotations.NullMarked;
