package org.folkmoot.corpus.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// What stays on the table of people who work on the themes of one question: all its distinct texts cut into passages,
/// each passage with what it means, so that an edit of a theme is answered at once.
///
/// A passage is named by a response and a span of its answer; of a text that several sent, results name the first
/// response. A span that is no passage of the bench (a person marked it) stands for the passage it overlaps most.
/// Codings are the machine's: whoever shows them puts people's decisions in their place.
///
/// Immutable, and safe for use by several threads. Memory: some 400 bytes a passage (150,000 passages: 60 MB), besides
/// the answers' words, which are those of the consultation and not copied.
public final class Bench {
    private final Background background;
    private final PassageTable passages;
    private final Origins origins;
    private final Languages languages;
    private final int[] sample;
    private final long seed;
    /// Worked out when first asked for, since not all benches are searched.
    private volatile float @Nullable [] distances;

    /// @param sample texts from which a learner takes vocabulary and neighbours
    Bench(Background background, PassageTable passages, Origins origins, int[] sample, long seed) {
        if (passages.texts() != background.texts().size() || origins.main().corpus().length != passages.dimension()) {
            throw new IllegalArgumentException("a bench must be of one question: "
                    + background.texts().size() + " texts, passages of " + passages.texts() + "; "
                    + passages.dimension() + " dimensions, origins of "
                    + origins.main().corpus().length);
        }
        this.background = background;
        this.passages = passages;
        this.origins = origins;
        this.languages = background.languages();
        this.sample = sample;
        this.seed = seed;
    }

    /// The bench of a question to which there is nothing to analyse.
    static Bench empty(Background background, int dimension, long seed) {
        float[] nowhere = new float[dimension];
        PassageTable none = new PassageTable(dimension, new int[1], new int[0], new int[0], List.of());
        return new Bench(
                background,
                none,
                new Origins(new ZeroShotCoder.Origins(nowhere, nowhere), new TreeMap<>()),
                new int[0],
                seed);
    }

    Background background() {
        return background;
    }

    PassageTable passages() {
        return passages;
    }

    Origins origins() {
        return origins;
    }

    Languages languages() {
        return languages;
    }

    /// The languages of some passages, each once: what a theme made of them takes.
    public List<String> languagesOf(List<Passage> some) {
        return some.stream()
                .mapToInt(passage -> background.texts().of()[passage.answer()])
                .filter(text -> text >= 0)
                .mapToObj(languages.of()::get)
                .distinct()
                .sorted()
                .toList();
    }

    int[] sample() {
        return sample;
    }

    long seed() {
        return seed;
    }

    /// Reads a bench that `write` wrote.
    ///
    /// @param answers to the question, one per response, as they were when the bench was made
    /// @throws DamagedBench if the bytes are not those of a bench, or the answers are not its own
    /// @throws java.io.UncheckedIOException if they cannot be read
    public static Bench read(InputStream in, List<String> answers) {
        return new BenchFile(in).read(answers);
    }

    /// Writes everything but the answers' words.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be written
    public void write(OutputStream out) {
        BenchFile.write(this, out);
    }

    /// How many responses the question has, those that were not analysed among them.
    public int responses() {
        return background.texts().of().length;
    }

    /// How many different texts were analysed.
    public int texts() {
        return background.texts().size();
    }

    /// How many passages these texts have.
    public int size() {
        return passages.size();
    }

    /// The passages of a response, in order; none if it was not analysed.
    public List<Passage> passages(int response) {
        int text = background.texts().of()[response];
        return text < 0
                ? List.of()
                : passages.spansOf(text).stream()
                        .map(span -> new Passage(response, span))
                        .toList();
    }

    /// The responses that sent exactly the text of this one, itself among them; none if it was not analysed.
    public List<Integer> sameText(int response) {
        int text = background.texts().of()[response];
        return text < 0
                ? List.of()
                : IntStream.of(background.texts().responsesOf(text)).boxed().toList();
    }

    /// Codes all answers to some themes, from what the codebook says of them, each theme independent of all others: the
    /// numbers are those of `ZeroShotCoder` in the run that made this bench, but for what rounding to bytes takes.
    ///
    /// @param themes without sub-themes; `Codings.theme` counts in this list
    /// @param centres by theme id the mean vector of passages it was found in or made of; absent where unknown
    public Codings code(List<Theme> themes, Map<String, float[]> centres, Engine engine) {
        Recoding recoding = new Recoding(this, List.copyOf(themes), engine);
        return recoding.forResponses(recoding.by(recoding.zeroShot(centres)));
    }

    /// What some themes cover, as `code` codes to them.
    public Coverage coverage(List<Theme> themes, Map<String, float[]> centres, Engine engine) {
        Recoding recoding = new Recoding(this, List.copyOf(themes), engine);
        return recoding.coverage(recoding.by(recoding.zeroShot(centres)));
    }

    /// Codings of all answers by a coder that learned from people.
    ///
    /// @param isLearned false where too few answers were reviewed: the codings are then those of `code`
    public record Learned(Codings codings, Coverage coverage, boolean isLearned) {}

    /// Learns from reviewed answers and codes all answers.
    ///
    /// @param reviewed by response the ids of all themes that people gave it; none says that no theme fits.
    ///     Ids that are not among `themes` are left out
    public Learned learn(
            List<Theme> themes, Map<String, float[]> centres, SortedMap<Integer, Set<String>> reviewed, Engine engine) {
        Recoding recoding = new Recoding(this, List.copyOf(themes), engine);
        LanguageCoder coder = recoding.learned(recoding.zeroShot(centres), reviewed);
        Recoding.Done done = recoding.by(coder);
        return new Learned(recoding.forResponses(done), recoding.coverage(done), coder.isLearned());
    }

    /// A passage with a number by which it was ranked.
    ///
    /// @param passage in the first response that sent the text
    /// @param submissions how many responses sent the text
    /// @param score a cosine from -1 to 1, or a confidence from 0 to 1, as the method says
    public record Ranked(Passage passage, int submissions, double score) {}

    /// The passages nearest in meaning to some words, by cosine, the same words once.
    public List<Ranked> nearest(String words, int most, Engine engine) {
        return new Nearness(this, engine.crew()).to(words, most, engine);
    }

    /// The passages nearest in meaning to something, by cosine, the same words once.
    ///
    /// @param meaning a vector as the engine's transformer gives it
    public List<Ranked> nearest(float[] meaning, int most, Engine engine) {
        return new Nearness(this, engine.crew()).to(meaning, most);
    }

    /// The most central of some passages, by cosine with their mean, the same words once.
    public List<Ranked> typical(List<Passage> ofTheme, int most, Engine engine) {
        return new Nearness(this, engine.crew()).typical(ofTheme, most);
    }

    /// The passages of a theme coded with least confidence, the same words once.
    ///
    /// @param codings by response, as `code` gives them
    public List<Ranked> edge(Codings codings, int theme, int most) {
        return new EdgePassages(this, codings).of(theme, most);
    }

    /// The passages that come nearest to a theme, by cosine with the mean of its passages, in answers that do not carry
    /// it: what the theme does *not* contain.
    ///
    /// @param ofTheme all passages coded to it
    public List<Ranked> nearMisses(List<Passage> ofTheme, int most, Engine engine) {
        return new Nearness(this, engine.crew()).misses(ofTheme, most);
    }

    /// The mean vector of some passages, each distinct text once: what `code` takes as the centre of a theme made of
    /// them. Zeros if there are none.
    public float[] centreOf(List<Passage> some) {
        return Nearness.centre(passages, rowsOf(some));
    }

    /// One part of a theme that is to be split.
    ///
    /// @param headline one of its passages, verbatim; or key phrases where none may be quoted
    /// @param passages its part of the passages given, most central first
    /// @param centre as `centreOf` gives it
    public record Part(String headline, List<String> keyPhrases, List<Passage> passages, float[] centre) {}

    /// Proposes to split a theme: two to six groups of like passages, each passage given in exactly one of them,
    /// largest first. None where all say the same words.
    public List<Part> proposeSplit(List<Passage> ofTheme, Engine engine) {
        return new Splitting(this, engine).of(ofTheme);
    }

    /// How far each passage lies from the mean of the corpus; 0 for one without meaning.
    float[] distances(Crew crew) {
        float[] known = distances;
        if (known == null) {
            known = passages.distances(origins.main().corpus(), crew);
            distances = known;
        }
        return known;
    }

    /// For each passage given its number on the bench, -1 where nothing of it is.
    int[] numbersOf(List<Passage> some) {
        return some.stream()
                .mapToInt(passage -> {
                    int text = background.texts().of()[passage.answer()];
                    return text < 0 ? -1 : passages.find(text, passage.span()).orElse(-1);
                })
                .toArray();
    }

    /// The numbers of some passages, ascending, each once.
    int[] rowsOf(List<Passage> some) {
        return IntStream.of(numbersOf(some))
                .filter(row -> row >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    String words(int passage) {
        return passages.span(passage).of(background.texts().texts().get(passages.textOf(passage)));
    }

    Ranked ranked(int passage, double score) {
        int text = passages.textOf(passage);
        return new Ranked(
                new Passage(background.texts().firstResponse(text), passages.span(passage)),
                background.texts().count(text),
                score);
    }
}
