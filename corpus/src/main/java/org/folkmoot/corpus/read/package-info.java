/// Files in: what was received becomes a `Consultation`, words unaltered, every row accounted for. Start at
/// `Reading`.
///
/// A file is recognised by its content (`Format`), becomes one or more grids of cells (`Grid`), whose header
/// rows (`Layout`) name columns; each column gets a role (`RoleGuess`, or `Roles` from `RolesFile`), and
/// `Assembly` makes responses and exclusions of the rows. All input is treated as hostile: `Limits` hold while
/// streaming.
@NullMarked
package org.folkmoot.corpus.read;

import org.jspecify.annotations.NullMarked;
