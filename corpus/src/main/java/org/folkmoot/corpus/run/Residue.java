package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// Passages that no theme covers, collected while texts are coded and grouped by likeness: those of some words that the
/// coder thinks likely to be covered by none, and all of a text that carries no theme at all. Who says what nobody else
/// says is a group of one.
///
/// @param count how many there are
/// @param rests those that are looked at, all where there are few
record Residue(long count, List<Rest> rests) {
    /// A passage whose estimated probability of being covered is below one in four is looked at.
    static final double UNCOVERED = 0.75;

    static final int SHORTEST_WORDS = 5;
    private static final int SMALLEST_GROUP = 2;

    /// What is coded to what.
    ///
    /// @param themes all that answers are coded to
    /// @param texts how many there are: of many, only every so manieth is looked at
    record Scope(Languages languages, List<Theme> themes, int texts) {
        /// The language of a text that no theme takes, to be read whole; empty for all others.
        String unthemed(int text) {
            return languages.isForReading(text, themes) ? languages.of().get(text) : "";
        }
    }

    /// One passage with its vector.
    ///
    /// @param unthemed its language where no theme takes that, else empty
    @SuppressWarnings("ArrayRecordComponent")
    record Rest(int text, Span span, String passage, float[] vector, String unthemed) {}

    /// What no theme covers of one batch.
    static Residue of(Batch batch, Coded coded, Scope scope) {
        int step = Math.ceilDiv(scope.texts, Uncovered.MOST_TEXTS);
        List<Rest> rests = new ArrayList<>();
        boolean[] carries = carries(batch, coded.codings());
        int count = 0;
        int row = 0;
        for (int i = 0; i < batch.size(); i++) {
            int text = batch.first() + i;
            String unthemed = carries[i] ? "" : scope.unthemed(text);
            for (Span span : batch.passages().get(i)) {
                String passage = span.of(batch.answers().get(i));
                if (!carries[i] || isArgument(passage, coded.uncovered()[row])) {
                    count++;
                    if (text % step == 0 || !unthemed.isEmpty()) {
                        rests.add(new Rest(text, span, passage, batch.vectors().row(row), unthemed));
                    }
                }
                row++;
            }
        }
        return new Residue(count, rests);
    }

    private static boolean isArgument(String passage, float uncovered) {
        return uncovered >= UNCOVERED && Tokens.of(passage).size() >= SHORTEST_WORDS;
    }

    /// Per text of the batch whether it carries any theme.
    private static boolean[] carries(Batch batch, Codings codings) {
        boolean[] carries = new boolean[batch.size()];
        for (int c = 0; c < codings.size(); c++) {
            carries[codings.answer(c) - batch.first()] = true;
        }
        return carries;
    }

    /// What no theme covers of consecutive batches; of many passages, every so manieth of all is looked at.
    static Residue joined(List<Residue> parts) {
        List<Rest> all = parts.stream().flatMap(part -> part.rests.stream()).toList();
        List<Rest> compared =
                all.stream().filter(rest -> rest.unthemed.isEmpty()).toList();
        int step = Math.max(1, Math.ceilDiv(compared.size(), Uncovered.MOST_PASSAGES));
        return new Residue(
                parts.stream().mapToLong(Residue::count).sum(),
                Stream.concat(
                                IntStream.iterate(0, i -> i < compared.size(), i -> i + step)
                                        .mapToObj(compared::get),
                                all.stream().filter(rest -> !rest.unthemed.isEmpty()))
                        .toList());
    }

    /// The groups, largest first, at their end each passage that is like no other; before them all the answers of each
    /// language that no theme takes, none left out.
    List<Uncovered> groups(Background background, long seed, Crew crew, Progress progress) {
        SortedMap<String, List<Rest>> unthemed = new TreeMap<>();
        rests.stream()
                .filter(rest -> !rest.unthemed.isEmpty())
                .forEach(rest -> unthemed.computeIfAbsent(rest.unthemed, _ -> new ArrayList<>())
                        .add(rest));
        List<Uncovered> groups = new ArrayList<>();
        unthemed.forEach((language, of) ->
                groups.add(Uncovered.answersIn(language, new Residue(of.size(), of).passages(background.texts()))));
        groups.addAll(new Residue(
                        count,
                        rests.stream().filter(rest -> rest.unthemed.isEmpty()).toList())
                .likes(background, seed, crew, progress));
        return groups;
    }

    private List<Passage> passages(DistinctTexts texts) {
        return passages(IntStream.range(0, rests.size()).boxed().toList(), texts);
    }

    private List<Uncovered> likes(Background background, long seed, Crew crew, Progress progress) {
        if (rests.isEmpty()) {
            return List.of();
        }
        int d = rests.getFirst().vector.length;
        Vectors vectors = Vectors.zeros(rests.size(), d);
        for (int i = 0; i < rests.size(); i++) {
            System.arraycopy(rests.get(i).vector, 0, vectors.values(), i * d, d);
        }
        Languages languages = background.languages();
        var quotable = new QuotablePassages(background);
        rests.forEach(rest -> quotable.see(rest.passage, rest.text, rest.span));
        Material material = Material.of(rests.stream().map(Rest::passage).toList(), vectors)
                .withLanguages(rests.stream()
                        .map(rest -> languages.of().get(rest.text))
                        .toList())
                .withAnswers(rests.stream().map(Rest::text).toList())
                .withQuotable(quotable::contains);
        List<Uncovered> groups = new ArrayList<>();
        boolean[] grouped = new boolean[rests.size()];
        if (rests.size() >= SMALLEST_GROUP) {
            ThemeTree tree = Discovery.discover(material, Discovery.Options.DEFAULT.withSeed(seed), crew, progress);
            for (int n = 0; n < tree.nodes().size(); n++) {
                ThemeTree.Node node = tree.nodes().get(n);
                if (!tree.isParent(n) && node.texts().size() >= SMALLEST_GROUP) {
                    node.texts().forEach(rest -> grouped[rest] = true);
                    groups.add(new Uncovered(
                            node.headline(), node.keyPhrases(), passages(node.texts(), background.texts())));
                }
            }
        }
        for (int i = 0; i < grouped.length; i++) {
            if (!grouped[i]) {
                String passage = rests.get(i).passage;
                groups.add(new Uncovered(
                        quotable.contains(passage) ? passage : "",
                        List.of(),
                        passages(List.of(i), background.texts())));
            }
        }
        groups.sort((a, b) -> Integer.compare(b.passages().size(), a.passages().size()));
        return groups;
    }

    private List<Passage> passages(List<Integer> members, DistinctTexts texts) {
        List<Passage> passages = new ArrayList<>();
        for (int member : members) {
            for (int response : texts.responsesOf(rests.get(member).text)) {
                passages.add(new Passage(response, rests.get(member).span));
            }
        }
        return passages;
    }
}
