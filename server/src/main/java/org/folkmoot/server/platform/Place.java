package org.folkmoot.server.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page stands: the consultation it is of, and the sections its reader may go to.
///
/// @param consultation id, null outside any consultation
/// @param title of the consultation, empty outside any
/// @param links in the order of the menu
/// @param current key of the section this page belongs to
public record Place(@Nullable Long consultation, String title, List<Link> links, String current) {
    /// @param key of the section's name among the words
    public record Link(String key, String href) {}

    public Place {
        links = List.copyOf(links);
    }

    /// Outside any consultation.
    public static Place outside(String current) {
        return new Place(null, "", List.of(), current);
    }

    /// The same consultation and menu, for another page.
    Place at(String section) {
        return new Place(consultation, title, links, section);
    }
}
