/// Themes as a log of edits upon a proposal, their versions, and the machine's codings. Start at `Codebook`.
@ApplicationModule(allowedDependencies = {"identity", "audit", "platform"})
@NullMarked
package org.folkmoot.server.codebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
