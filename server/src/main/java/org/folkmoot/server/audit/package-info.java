/// The record of what was done: append-only, chained by hashes. Start at `AuditLog`.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.folkmoot.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
