/// The consultation desk: import, overview, runs, exploring, campaigns, personal data, report. Start at `Overview`.
@ApplicationModule(allowedDependencies = {"review", "codebook", "identity", "audit", "platform"})
@NullMarked
package org.folkmoot.server.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
