/// The record of what was done: append-only, chained by hashes. Start at `AuditLog`.
@NullMarked
package org.folkmoot.server.audit;

import org.jspecify.annotations.NullMarked;
