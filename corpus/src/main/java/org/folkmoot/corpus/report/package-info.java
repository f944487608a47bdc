/// The report that people read: one HTML file that needs nothing else. Start at `Report`.
@NullMarked
package org.folkmoot.corpus.report;

import org.jspecify.annotations.NullMarked;
