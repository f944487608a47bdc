/// Personal data in a text, as flagged spans. Start at `PersonalDataFinder`.
@NullMarked
package org.folkmoot.text.privacy;

import org.jspecify.annotations.NullMarked;
