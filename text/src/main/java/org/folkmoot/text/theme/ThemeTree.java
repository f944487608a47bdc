package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.text.lexical.Subjects;
import org.jspecify.annotations.Nullable;

/// The themes found in a material, in one or two levels, and what none of them covers.
///
/// @param nodes the themes, each parent followed by its children; parents, and the children of each, heaviest
///     first, but `OTHER` last
/// @param themeOf for each text the index of its finest theme in `nodes`, or -1 where no theme covers it
/// @param uncovered the texts no theme covers, grouped by likeness, heaviest first
public record ThemeTree(List<Node> nodes, List<Integer> themeOf, List<Group> uncovered) {
    /// The heading over themes that speak of no subject in particular.
    public static final String OTHER = "Other points";

    public ThemeTree {
        nodes = List.copyOf(nodes);
        themeOf = List.copyOf(themeOf);
        uncovered = List.copyOf(uncovered);
    }

    /// One theme.
    ///
    /// @param parent index of the theme above, -1 at the top
    /// @param label the subject that names it, or the heading over its sub-themes, unique in its tree; empty
    ///     where none is plain enough
    /// @param headline a sentence of one of its texts, verbatim; empty under a heading
    /// @param keyPhrases most typical phrases, best first
    /// @param texts its texts and those of its children, most typical first
    /// @param weight sum of their weights
    /// @param mixed how it mixes for and against, null where it does not
    public record Node(
            int parent,
            String label,
            String headline,
            List<String> keyPhrases,
            List<Integer> texts,
            long weight,
            @Nullable String mixed) {
        public Node {
            keyPhrases = List.copyOf(keyPhrases);
            texts = List.copyOf(texts);
        }

        /// The label, or the sentence where there is none.
        public String name() {
            return label.isEmpty() ? headline : label;
        }

        /// The sentence, in quotation marks, where the label is the name and the sentence speaks of it; else empty.
        public String description() {
            int subject = Subjects.ENGLISH.named(label);
            boolean strays = subject >= 0 && !Subjects.ENGLISH.of(headline).get(subject);
            return label.isEmpty() || headline.isEmpty() || headline.startsWith("“") || strays
                    ? ""
                    : "“" + headline + "”";
        }
    }

    /// Texts like one another that no theme covers.
    ///
    /// @param headline a sentence of one of them, verbatim
    /// @param texts most typical first
    public record Group(String headline, List<String> keyPhrases, List<Integer> texts, long weight) {
        public Group {
            keyPhrases = List.copyOf(keyPhrases);
            texts = List.copyOf(texts);
        }
    }

    /// Whether `node` has sub-themes.
    public boolean isParent(int node) {
        return node + 1 < nodes.size() && nodes.get(node + 1).parent() == node;
    }

    /// Ids in the order of `nodes`: `prefix-01`, `prefix-02` at the top, `prefix-01.1` below.
    public List<String> ids(String prefix) {
        List<String> ids = new ArrayList<>();
        int top = 0;
        int below = 0;
        for (Node node : nodes) {
            if (node.parent() < 0) {
                below = 0;
                ids.add(String.format(Locale.ROOT, "%s-%02d", prefix, ++top));
            } else {
                ids.add(ids.get(node.parent()) + "." + ++below);
            }
        }
        return ids;
    }

    /// The themes as a first draft of a codebook, in the order of `nodes`.
    ///
    /// @param examples how many verbatim texts each theme gets
    public List<Theme> codebook(String prefix, List<String> texts, int examples) {
        List<String> ids = ids(prefix);
        List<Theme> themes = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            List<String> typical =
                    node.texts().stream().limit(examples).map(texts::get).toList();
            String parent = node.parent() < 0 ? null : ids.get(node.parent());
            themes.add(new Theme(ids.get(i), node.name(), node.description(), node.keyPhrases(), parent, typical));
        }
        return themes;
    }
}
