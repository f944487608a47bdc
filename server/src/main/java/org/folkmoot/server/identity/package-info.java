/// People, their roles in each consultation, and what each route needs. Start at `Right` and `Asker`.
@NullMarked
package org.folkmoot.server.identity;

import org.jspecify.annotations.NullMarked;
