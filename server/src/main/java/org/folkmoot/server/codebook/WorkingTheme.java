package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A theme as people have it now.
///
/// @param headline unique in its codebook, whatever the case of letters
/// @param description what belongs here, empty if none has been written
/// @param parent the theme above, null at the top; there are two levels
/// @param isSetAside kept, but neither counted nor reported
/// @param notes of people, oldest first
/// @param sources the definitions whose codings this theme carries; of a theme with none only people's decisions count,
///     and its sub-themes
public record WorkingTheme(
        ThemeId id,
        String headline,
        String description,
        List<String> keyPhrases,
        @Nullable ThemeId parent,
        boolean isSetAside,
        List<String> notes,
        Provenance provenance,
        SortedSet<SourceId> sources) {
    public WorkingTheme {
        if (headline.isBlank()) {
            throw new IllegalArgumentException("a theme needs a headline: " + id);
        }
        keyPhrases = List.copyOf(keyPhrases);
        notes = List.copyOf(notes);
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /// A theme without notes.
    public static WorkingTheme of(
            ThemeId id,
            Wording wording,
            @Nullable ThemeId parent,
            Provenance provenance,
            Collection<SourceId> sources) {
        return new WorkingTheme(
                id,
                wording.headline().strip(),
                wording.description(),
                wording.keyPhrases(),
                parent,
                false,
                List.of(),
                provenance,
                new TreeSet<>(sources));
    }

    /// What a theme says of itself.
    public record Wording(String headline, String description, List<String> keyPhrases) {
        public Wording {
            keyPhrases = List.copyOf(keyPhrases);
        }

        public static Wording of(String headline) {
            return new Wording(headline, "", List.of());
        }
    }

    WorkingTheme renamed(String newHeadline) {
        return new WorkingTheme(
                id, newHeadline.strip(), description, keyPhrases, parent, isSetAside, notes, provenance, sources);
    }

    WorkingTheme described(String newDescription, SourceId by) {
        return new WorkingTheme(
                id,
                headline,
                newDescription,
                keyPhrases,
                parent,
                isSetAside,
                notes,
                provenance,
                new TreeSet<>(List.of(by)));
    }

    WorkingTheme below(@Nullable ThemeId newParent) {
        return new WorkingTheme(
                id, headline, description, keyPhrases, newParent, isSetAside, notes, provenance, sources);
    }

    WorkingTheme setAside(boolean aside) {
        return new WorkingTheme(id, headline, description, keyPhrases, parent, aside, notes, provenance, sources);
    }

    WorkingTheme noted(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new WorkingTheme(id, headline, description, keyPhrases, parent, isSetAside, more, provenance, sources);
    }

    WorkingTheme carrying(Collection<SourceId> newSources) {
        return new WorkingTheme(
                id,
                headline,
                description,
                keyPhrases,
                parent,
                isSetAside,
                notes,
                provenance,
                new TreeSet<>(newSources));
    }
}
