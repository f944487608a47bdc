/// People, their roles in each consultation, and what each route needs. Start at `Right` and `Asker`.
@ApplicationModule(allowedDependencies = {"audit", "platform"})
@NullMarked
package org.folkmoot.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
