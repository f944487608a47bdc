package org.folkmoot.quality.drift;

/// How many of the items of a period had a property.
///
/// @param events items that had it
/// @param items items in all
public record Count(int events, int items) {
    public Count {
        if (!(events >= 0 && events <= items)) {
            throw new IllegalArgumentException("events must be in [0, items]: " + events + " of " + items);
        }
    }

    /// Share of items that had it; 0 without items.
    public double rate() {
        return items == 0 ? 0 : (double) events / items;
    }
}
