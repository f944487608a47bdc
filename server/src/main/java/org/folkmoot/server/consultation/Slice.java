package org.folkmoot.server.consultation;

/// Where a page of a list of answers begins.
final class Slice {
    private Slice() {}

    /// The place after an answer in a list, 0 if it is not in it: what comes and goes meanwhile moves no page.
    ///
    /// @param ids ascending, or in the order of nearness
    /// @param after id of the last answer of the page before, 0 for the first page
    static int after(long[] ids, long after) {
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == after) {
                return i + 1;
            }
            if (ids[i] < after && i == next) {
                next = i + 1;
            }
        }
        return next;
    }
}
