/// What people decide on answers: reading and coding, blind samples, adjudication. Start at `Decisions`.
@ApplicationModule(allowedDependencies = {"codebook", "identity", "audit", "platform"})
@NullMarked
package org.folkmoot.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
