/// What people decide on answers: reading and coding, blind samples, adjudication. Start at `Decisions`.
@NullMarked
package org.folkmoot.server.review;

import org.jspecify.annotations.NullMarked;
