package org.folkmoot.corpus.read;

import java.util.List;
import org.folkmoot.corpus.Exclusion;

/// What one file holds before anybody knows what its columns mean.
///
/// @param format for a person to read, e.g. `CSV`
/// @param details encoding, delimiter and the like
/// @param grids sheets to consider, in the order of the file
/// @param known roles that the format itself tells, empty if they are to be guessed
/// @param aside what was received and is no response, each with the reason
/// @param unread sheets that are not considered, each with the reason
record FileContent(
        String format,
        String details,
        List<Grid> grids,
        List<Roles.Column> known,
        List<Exclusion> aside,
        List<String> unread) {}
