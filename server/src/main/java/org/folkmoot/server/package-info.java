/// The workbench: a modular monolith with one package for each bounded context. Start at `Server`, which starts it,
/// then at `consultation`, the first desk. Contexts know those below them only:
/// consultation → review → codebook → identity → audit → platform.
@NullMarked
package org.folkmoot.server;

import org.jspecify.annotations.NullMarked;
