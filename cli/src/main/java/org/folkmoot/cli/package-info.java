/// The commands: each reads its options, asks the modules below, and prints. Start at `Folkmoot`.
@NullMarked
package org.folkmoot.cli;

import org.jspecify.annotations.NullMarked;
