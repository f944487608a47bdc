package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// The themes discovered in a sample of passages.
///
/// @param tree over `passages`
/// @param passages the passages compared, each distinct one once
/// @param vectors one row per passage
record Found(ThemeTree tree, List<String> passages, Vectors vectors) {

    /// @param sample texts with their passages and vectors
    /// @param textOf per text of the sample its index among the distinct texts
    static Found in(
            Batch sample, List<Integer> textOf, Screened screened, Authors authors, RunOptions options, Engine engine) {
        List<String> passages = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        var quotable = new QuotablePassages(Background.of(screened, authors));
        int row = 0;
        for (int i = 0; i < sample.size() && passages.size() < options.discoveryPassages(); i++) {
            int text = textOf.get(i);
            boolean counts = screened.group()[text] == text;
            for (Span span : sample.passages().get(i)) {
                String passage = span.of(sample.answers().get(i));
                quotable.see(passage, text, span);
                if (counts && seen.add(passage)) {
                    passages.add(passage);
                    rows.add(row);
                    weights.add(screened.texts().count(text));
                    languages.add(screened.language().get(text));
                    positions.add(authors.stance()[text]);
                    answers.add(text);
                }
                row++;
            }
        }
        Vectors vectors = rows(sample.vectors(), rows);
        Material material = new Material(passages, vectors, weights, languages, positions, answers, quotable::contains);
        Discovery.Options how =
                Discovery.Options.DEFAULT.withGranularity(options.granularity()).withSeed(options.seed());
        return new Found(Discovery.discover(material, how, engine.crew(), engine.progress()), passages, vectors);
    }

    private static Vectors rows(Vectors from, List<Integer> rows) {
        int d = from.dimension();
        Vectors out = Vectors.zeros(rows.size(), d);
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(from.values(), rows.get(i) * d, out.values(), i * d, d);
        }
        return out;
    }

    /// Mean vector of each leaf's passages, in the order of `leaves`.
    Vectors centres(List<Integer> leaves) {
        int d = vectors.dimension();
        Vectors centres = Vectors.zeros(leaves.size(), d);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            List<Integer> members = tree.nodes().get(leaves.get(leaf)).texts();
            for (int member : members) {
                for (int j = 0; j < d; j++) {
                    centres.values()[leaf * d + j] += vectors.values()[member * d + j] / members.size();
                }
            }
        }
        return centres;
    }
}
