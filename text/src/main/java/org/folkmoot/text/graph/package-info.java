/// Neighbour graphs and communities in them. Start at `NeighbourGraph`, then `Leiden`.
@NullMarked
package org.folkmoot.text.graph;

import org.jspecify.annotations.NullMarked;
