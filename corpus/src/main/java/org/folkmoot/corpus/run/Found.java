package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// The themes discovered in the passages of a sample that are in one language.
///
/// @param tree over `passages`
/// @param passages the passages compared, each distinct one once
/// @param vectors one row per passage
record Found(String language, ThemeTree tree, List<String> passages, Vectors vectors) {

    /// As many answers in another than the main language as make more than one theme.
    private static final int MANY_ANSWERS = 40;

    /// What was found in each language that has enough answers for themes of its own, the main language first.
    ///
    /// @param sample texts with their passages and vectors
    /// @param textOf per text of the sample its index among the distinct texts
    static List<Found> in(
            Batch sample, List<Integer> textOf, Screened screened, Authors authors, RunOptions options, Engine engine) {
        Languages languages = screened.languages();
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        languages.withThemes(textOf, screened.group()).forEach(language -> gathered.put(language, new Gathered()));
        Set<String> seen = new HashSet<>();
        var quotable = new QuotablePassages(Background.of(screened, authors));
        int row = 0;
        for (int i = 0; i < sample.size() && seen.size() < options.discoveryPassages(); i++) {
            int text = textOf.get(i);
            Gathered to =
                    screened.group()[text] == text ? gathered.get(languages.of().get(text)) : null;
            for (Span span : sample.passages().get(i)) {
                String passage = span.of(sample.answers().get(i));
                quotable.see(passage, text, span);
                if (to != null && seen.add(passage)) {
                    to.passages.add(passage);
                    to.rows.add(row);
                    to.weights.add(screened.texts().count(text));
                    to.positions.add(authors.stance()[text]);
                    to.answers.add(text);
                }
                row++;
            }
        }
        Discovery.Options how =
                Discovery.Options.DEFAULT.withGranularity(options.granularity()).withSeed(options.seed());
        List<Found> found = new ArrayList<>();
        gathered.forEach((language, of) -> {
            Material material = of.material(sample.vectors(), language, quotable);
            ThemeTree tree = Discovery.discover(material, how, engine.crew(), engine.progress());
            found.add(new Found(
                    language,
                    isMany(language, screened) ? tree : allIn(language, material, tree),
                    material.texts(),
                    material.vectors()));
        });
        return found;
    }

    private static boolean isMany(String language, Screened screened) {
        Languages languages = screened.languages();
        long different = IntStream.range(0, languages.of().size())
                .filter(text -> screened.group()[text] == text
                        && languages.of().get(text).equals(language))
                .count();
        return language.equals(languages.main()) || different >= MANY_ANSWERS;
    }

    /// One theme of all passages in a language: among few answers hardly two say the same.
    private static ThemeTree allIn(String language, Material material, ThemeTree fine) {
        List<Integer> all = IntStream.range(0, material.texts().size()).boxed().toList();
        long weight = material.weights().stream().mapToLong(Integer::longValue).sum();
        String sentence = fine.nodes().isEmpty() ? "" : fine.nodes().getFirst().headline();
        List<String> phrases =
                fine.nodes().isEmpty() ? List.of() : fine.nodes().getFirst().keyPhrases();
        ThemeTree.Node node =
                new ThemeTree.Node(-1, Uncovered.answersIn(language), sentence, phrases, all, weight, null);
        return new ThemeTree(List.of(node), Collections.nCopies(all.size(), 0), List.of());
    }

    /// The passages of one language, side by side with what is known of them.
    private static final class Gathered {
        private final List<String> passages = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private final List<Integer> weights = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Integer> answers = new ArrayList<>();

        Material material(Vectors vectors, String language, QuotablePassages quotable) {
            return new Material(
                    passages,
                    rows(vectors, rows),
                    weights,
                    Collections.nCopies(passages.size(), language),
                    positions,
                    answers,
                    quotable::contains);
        }
    }

    private static Vectors rows(Vectors from, List<Integer> rows) {
        int d = from.dimension();
        Vectors out = Vectors.zeros(rows.size(), d);
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(from.values(), rows.get(i) * d, out.values(), i * d, d);
        }
        return out;
    }

    /// Mean vector of the passages of a theme.
    float[] centre(int node) {
        int d = vectors.dimension();
        float[] centre = new float[d];
        List<Integer> members = tree.nodes().get(node).texts();
        for (int member : members) {
            for (int j = 0; j < d; j++) {
                centre[j] += vectors.values()[member * d + j] / members.size();
            }
        }
        return centre;
    }
}
