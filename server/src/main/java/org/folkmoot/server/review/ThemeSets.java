package org.folkmoot.server.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Sets of themes that people give an answer when they read it blind.
final class ThemeSets {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ThemeSets() {}

    /// The themes with those above them: who raises a sub-theme raises its theme.
    static Set<String> whole(Codebook codebook, Set<String> themes) {
        Set<String> whole = new TreeSet<>(themes);
        for (String theme : themes) {
            codebook.theme(new ThemeId(theme)).map(WorkingTheme::parent).ifPresent(parent -> whole.add(parent.value()));
        }
        return whole;
    }

    /// Whether all of them may be given: they are in the codebook, and not set aside.
    static boolean areOf(Codebook codebook, Set<String> themes) {
        return themes.stream()
                .allMatch(theme -> codebook.theme(new ThemeId(theme))
                        .filter(known -> !codebook.isSetAside(known))
                        .isPresent());
    }

    static String json(Set<String> themes) {
        return JSON.writeValueAsString(new TreeSet<>(themes));
    }

    static Set<String> of(String json) {
        return new TreeSet<>(JSON.readValue(json, new TypeReference<List<String>>() {}));
    }
}
