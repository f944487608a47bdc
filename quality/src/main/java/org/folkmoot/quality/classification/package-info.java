/// How well codings match the truth, and groupings each other.
///
/// `MultiLabelScores` for codings that may give an item several labels, `ConfusionMatrix` for one label an item,
/// `GroupingComparison` for groups whose names mean nothing. Truth is what people decided; where it is a sample,
/// so are the figures, and every share carries an interval.
@NullMarked
package org.folkmoot.quality.classification;

import org.jspecify.annotations.NullMarked;
