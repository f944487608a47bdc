package org.folkmoot.text.graph;

/// The nearest neighbours of each of n points, nearest first.
///
/// @param points n
/// @param each how many neighbours each point has (fewer than n)
/// @param id `points * each` numbers of points, row after row, never the point itself; equally near ones ascending
/// @param similarity cosine of each, descending within a row
public record Neighbours(int points, int each, int[] id, float[] similarity) {
    public Neighbours {
        if (id.length != points * each || similarity.length != id.length) {
            throw new IllegalArgumentException("neighbours must be points x each = " + points + " x " + each + ": "
                    + id.length + " ids, " + similarity.length + " similarities");
        }
    }
}
