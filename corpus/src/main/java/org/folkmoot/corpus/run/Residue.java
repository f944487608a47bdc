package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// Collects passages that no theme covers while texts are coded, and groups them by likeness.
final class Residue {
    /// A passage whose estimated probability of being covered is below one in four is looked at.
    private static final double UNCOVERED = 0.75;

    private static final int SHORTEST_WORDS = 5;
    private static final int MOST = 4000;
    private static final int SMALLEST_GROUP = 2;

    private record Rest(int text, Span span, String passage, float[] vector) {}

    private final List<Rest> rests = new ArrayList<>();
    private int seen;

    /// Takes from one batch what no theme covers, at most `MOST` passages in all.
    void collect(Batch batch, Coded coded) {
        int row = 0;
        for (int i = 0; i < batch.size(); i++) {
            for (Span span : batch.passages().get(i)) {
                if (coded.uncovered()[row] >= UNCOVERED) {
                    String passage = span.of(batch.answers().get(i));
                    if (Tokens.of(passage).size() >= SHORTEST_WORDS) {
                        seen++;
                        if (rests.size() < MOST) {
                            rests.add(new Rest(
                                    batch.first() + i,
                                    span,
                                    passage,
                                    batch.vectors().row(row)));
                        }
                    }
                }
                row++;
            }
        }
    }

    /// How many passages no theme covers.
    int size() {
        return seen;
    }

    /// The groups, largest first; passages on their own are left out.
    List<Uncovered> groups(Screened screened, RunOptions options, Crew crew, Progress progress) {
        if (rests.size() < SMALLEST_GROUP) {
            return List.of();
        }
        int d = rests.getFirst().vector.length;
        Vectors vectors = Vectors.zeros(rests.size(), d);
        for (int i = 0; i < rests.size(); i++) {
            System.arraycopy(rests.get(i).vector, 0, vectors.values(), i * d, d);
        }
        Material material = Material.of(rests.stream().map(Rest::passage).toList(), vectors)
                .withLanguages(rests.stream()
                        .map(rest -> screened.language().get(rest.text))
                        .toList());
        ThemeTree tree =
                Discovery.discover(material, Discovery.Options.DEFAULT.withSeed(options.seed()), crew, progress);
        List<Uncovered> groups = new ArrayList<>();
        for (int n = 0; n < tree.nodes().size(); n++) {
            ThemeTree.Node node = tree.nodes().get(n);
            if (!tree.isParent(n) && node.texts().size() >= SMALLEST_GROUP) {
                groups.add(new Uncovered(node.headline(), node.keyPhrases(), passages(node.texts(), screened)));
            }
        }
        groups.sort((a, b) -> Integer.compare(b.passages().size(), a.passages().size()));
        return groups;
    }

    private List<Passage> passages(List<Integer> members, Screened screened) {
        List<Passage> passages = new ArrayList<>();
        for (int member : members) {
            for (int response : screened.texts().responsesOf(rests.get(member).text)) {
                passages.add(new Passage(response, rests.get(member).span));
            }
        }
        return passages;
    }
}
