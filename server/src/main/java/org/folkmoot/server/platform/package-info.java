/// What every desk stands on: the database, who is asking, jobs, the page frame. Start at `Database` and `Pages`.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.folkmoot.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
