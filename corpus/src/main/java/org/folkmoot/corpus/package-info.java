/// A consultation and its analysis as values. Start at `Consultation` (what was received) and `Analysis` (what the
/// engine made of it); reading is in `corpus.read`, the run in `corpus.run`, writing in `corpus.write`.
@NullMarked
package org.folkmoot.corpus;

import org.jspecify.annotations.NullMarked;
