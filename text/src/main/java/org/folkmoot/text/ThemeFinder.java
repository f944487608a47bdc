package org.folkmoot.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.language.LanguageGuess;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.passage.NoView;
import org.folkmoot.text.passage.Passages;
import org.folkmoot.text.privacy.PersonalDataFinder;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// Finds the themes in a list of texts and codes the texts to them: the short way through this library.
///
/// The transformer reads everything, some 300 sentences a second and core, so this is for lists of up to some ten
/// thousand texts; a blank text, or one that says "no comment", carries no theme. Same texts, same options, same
/// result, on any number of threads. May be used from several threads at once.
public final class ThemeFinder implements AutoCloseable {
    private static final int EXAMPLES = 5;

    /// A passage is uncovered if the estimated probability that a theme covers it is at most one in four.
    private static final float UNCOVERED = 0.75f;

    private static final int FEWEST_WORDS = 5;

    private final TransformerEmbedder embedder;
    private final Options options;
    private final Crew crew;

    private ThemeFinder(Options options, Crew crew) {
        this.embedder = TransformerEmbedder.open(crew);
        this.options = options;
        this.crew = crew;
    }

    /// @param discovery how themes are found
    /// @param threshold least confidence of a coding, in (0, 1)
    /// @param passages at most so many different passages are compared with each other, a random sample where there
    ///     are more, at least 100; the cost grows with their square
    public record Options(Discovery.Options discovery, double threshold, int passages) {
        public static final Options DEFAULT = new Options(Discovery.Options.DEFAULT, 0.5, 12_000);

        public Options {
            if (!(threshold > 0 && threshold < 1)) {
                throw new IllegalArgumentException("threshold must be in (0, 1): " + threshold);
            }
            if (passages < 100) {
                throw new IllegalArgumentException("passages must be at least 100: " + passages);
            }
        }
    }

    /// Opens the embedded model, with default options, on all cores.
    public static ThemeFinder open() {
        return open(Options.DEFAULT, Crew.ofAllCores());
    }

    public static ThemeFinder open(Options options, Crew crew) {
        return new ThemeFinder(options, crew);
    }

    /// The themes of `texts`, their number chosen by what the texts say.
    ///
    /// No theme comes of nothing: without any text that states a view the codebook is empty.
    public Themes find(List<String> texts, Progress progress) {
        Batch read = read(texts, progress);
        if (read.vectors().rows() == 0) {
            return new Themes(List.of(), new Codings.Builder().build(), List.of());
        }
        Distinct distinct = distinct(read);
        Material material = Material.of(distinct.passages, distinct.vectors)
                .withWeights(distinct.weights)
                .withLanguages(distinct.languages)
                .withAnswers(distinct.answers)
                .withQuotable(passage -> PersonalDataFinder.find(passage).isEmpty());
        ThemeTree tree = Discovery.discover(material, options.discovery, crew, progress);
        List<Theme> codebook = tree.codebook("T", distinct.passages, EXAMPLES);
        int[] leaves = IntStream.range(0, codebook.size())
                .filter(node -> !tree.isParent(node))
                .toArray();
        ZeroShotCoder coder = ZeroShotCoder.fit(
                IntStream.of(leaves).mapToObj(codebook::get).toList(),
                read,
                centres(tree, leaves, distinct.vectors),
                embedder,
                new ZeroShotCoder.Options(options.threshold, crew),
                progress);
        Coded coded = coder.code(read);
        return new Themes(codebook, renumbered(coded.codings(), leaves), uncovered(read, coded));
    }

    private Batch read(List<String> texts, Progress progress) {
        List<List<Span>> spans = new ArrayList<>(texts.size());
        List<String> passages = new ArrayList<>();
        for (String text : texts) {
            List<Span> cut = NoView.of(text) == NoView.VIEW ? Passages.of(text) : List.of();
            spans.add(cut);
            cut.forEach(span -> passages.add(span.of(text)));
        }
        return new Batch(0, texts, spans, embedder.embed(passages, progress));
    }

    /// Different passages, in order, with their vectors, how often each was said, its text's language and its text.
    private record Distinct(
            List<String> passages,
            Vectors vectors,
            List<Integer> weights,
            List<String> languages,
            List<Integer> answers) {}

    private Distinct distinct(Batch read) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Integer> firstRows = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        int row = 0;
        for (int text = 0; text < read.size(); text++) {
            String whole = read.answers().get(text);
            String language = LanguageGuess.of(whole);
            for (Span span : read.passages().get(text)) {
                if (counts.merge(span.of(whole), 1, Integer::sum) == 1) {
                    firstRows.add(row);
                    languages.add(language);
                    answers.add(text);
                }
                row++;
            }
        }
        List<String> passages = List.copyOf(counts.keySet());
        List<Integer> taken = sample(passages.size());
        int d = read.vectors().dimension();
        Vectors vectors = Vectors.zeros(taken.size(), d);
        for (int i = 0; i < taken.size(); i++) {
            int from = firstRows.get(taken.get(i)) * d;
            System.arraycopy(read.vectors().values(), from, vectors.values(), i * d, d);
        }
        return new Distinct(
                taken.stream().map(passages::get).toList(),
                vectors,
                taken.stream().map(passages::get).map(counts::get).toList(),
                taken.stream().map(languages::get).toList(),
                taken.stream().map(answers::get).toList());
    }

    private List<Integer> sample(int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        if (size <= options.passages) {
            return all;
        }
        Collections.shuffle(all, new SplittableRandom(options.discovery.seed()));
        return all.stream().limit(options.passages).sorted().toList();
    }

    private static Vectors centres(ThemeTree tree, int[] leaves, Vectors vectors) {
        int d = vectors.dimension();
        Vectors centres = Vectors.zeros(leaves.length, d);
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            List<Integer> members = tree.nodes().get(leaves[leaf]).texts();
            for (int member : members) {
                for (int j = 0; j < d; j++) {
                    centres.values()[leaf * d + j] += vectors.at(member, j) / members.size();
                }
            }
        }
        return centres;
    }

    private static Codings renumbered(Codings codings, int[] leaves) {
        Codings.Builder all = new Codings.Builder();
        for (int i = 0; i < codings.size(); i++) {
            all.add(codings.answer(i), codings.span(i), leaves[codings.theme(i)], codings.confidence(i));
        }
        return all.build();
    }

    private static List<Passage> uncovered(Batch read, Coded coded) {
        List<Passage> uncovered = new ArrayList<>();
        int row = 0;
        for (int text = 0; text < read.size(); text++) {
            for (Span span : read.passages().get(text)) {
                if (coded.uncovered()[row++] >= UNCOVERED
                        && Tokens.of(span.of(read.answers().get(text))).size() >= FEWEST_WORDS) {
                    uncovered.add(new Passage(text, span));
                }
            }
        }
        return uncovered;
    }

    /// Releases the model's memory.
    @Override
    public void close() {
        embedder.close();
    }
}
