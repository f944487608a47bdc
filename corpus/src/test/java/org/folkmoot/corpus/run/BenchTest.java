package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The bench of one question of the example consultation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchTest {
    /// Rounding to bytes moves a cosine by some 0.0005 (one standard deviation), a score is the mean of two pairs of
    /// them, and a confidence moves at most 12 / 4 = 3 times as much as its score: 0.01 is more
    /// than six deviations.
    private static final float TOLERANCE = 0.01f;

    private TransformerEmbedder transformer;
    private Engine engine;
    private Consultation consultation;
    private Question question;
    private AnalysingQuestion.Done done;
    private Bench bench;
    private List<Theme> leaves;

    @BeforeAll
    void analyse() {
        transformer = TransformerEmbedder.open(new Crew(2));
        engine = new Engine(transformer, new Crew(2), Progress.SILENT);
        Path file = Path.of("../examples/ai-in-public-services/responses.csv");
        consultation = switch (Reading.read(List.of(file), null, Limits.DEFAULT, Progress.SILENT)) {
            case Reading.Read read -> read.consultation();
            case Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
        question = consultation.questions(Question.Kind.OPEN).getFirst();
        done = AnalysingQuestion.run(
                AnalysingQuestion.Request.discover(consultation, question, RunOptions.DEFAULT), engine);
        bench = done.bench();
        leaves = done.analysis().themes().stream()
                .filter(theme -> done.centres().containsKey(theme.id()))
                .toList();
    }

    @AfterAll
    void close() {
        transformer.close();
    }

    @Test
    void caseIsWhatItClaimsToBe() {
        assertThat(leaves).hasSizeGreaterThan(5);
        assertThat(bench.texts()).isGreaterThan(200);
        assertThat(bench.size()).isGreaterThan(bench.texts());
        assertThat(done.measures()).containsKey(question.id() + " distinct texts");
    }

    @Test
    void codingAllThemesGivesTheNumbersOfTheRun() {
        Codings anew = bench.code(leaves, done.centres(), engine);
        assertSame(
                codings(anew, leaves),
                codings(done.analysis().codings(), done.analysis().themes()));
    }

    @Test
    void eachThemeIsCodedIndependentlyOfTheOthers() {
        Map<String, Float> whole = codings(bench.code(leaves, done.centres(), engine), leaves);
        Map<String, Float> singly = new HashMap<>();
        for (Theme theme : leaves) {
            singly.putAll(codings(bench.code(List.of(theme), done.centres(), engine), List.of(theme)));
        }
        assertThat(singly).isEqualTo(whole);
    }

    @Test
    void bytesRoundTrip() {
        Bench read = Bench.read(new ByteArrayInputStream(bytes()), answers());
        assertThat(codings(read.code(leaves, done.centres(), engine), leaves))
                .isEqualTo(codings(bench.code(leaves, done.centres(), engine), leaves));
        assertThat(bytes(read)).isEqualTo(bytes());
        assertThat(read.proposeSplit(largest(), engine))
                .usingRecursiveComparison()
                .isEqualTo(bench.proposeSplit(largest(), engine));
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] whole = bytes();
        for (int at = 0; at < whole.length; at += 1 + whole.length / 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> Bench.read(new ByteArrayInputStream(damaged), answers()))
                    .as("byte " + at)
                    .isInstanceOf(DamagedBench.class);
            int end = at;
            assertThatThrownBy(() -> Bench.read(new ByteArrayInputStream(whole, 0, end), answers()))
                    .as("cut at " + at)
                    .isInstanceOf(DamagedBench.class);
        }
    }

    @Test
    void benchOfOtherAnswersIsRefused() {
        List<String> others = new ArrayList<>(answers());
        int analysed = done.analysis().status().indexOf(AnswerStatus.ANALYSED);
        others.set(analysed, others.get(analysed) + " And more.");
        assertThatThrownBy(() -> Bench.read(new ByteArrayInputStream(bytes()), others))
                .isInstanceOf(DamagedBench.class)
                .hasMessageContaining("other answers");
        assertThatThrownBy(() ->
                        Bench.read(new ByteArrayInputStream(bytes()), answers().subList(1, 9)))
                .isInstanceOf(DamagedBench.class);
    }

    @Test
    void nearestToAPassageIsThatPassage() {
        // The longest: of few words the model's arithmetic in bytes tells a little less exactly.
        String words = largest().stream()
                .map(this::words)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        List<Bench.Ranked> near = bench.nearest(words, 5, engine);
        assertThat(near).hasSize(5);
        assertThat(words(near.getFirst().passage())).isEqualTo(words);
        assertThat(near.getFirst().score()).isCloseTo(1, within(0.01));
        assertThat(near).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(near.stream().map(ranked -> words(ranked.passage()))).doesNotHaveDuplicates();
    }

    @Test
    void typicalPassagesAreOfTheThemeAndNearMissesAreNot() {
        List<Passage> theme = largest();
        List<Bench.Ranked> typical = bench.typical(theme, 5, engine);
        Set<String> words = new HashSet<>(theme.stream().map(this::words).toList());
        assertThat(typical).hasSize(5).allMatch(ranked -> words.contains(words(ranked.passage())));
        Set<Integer> carriers =
                new HashSet<>(theme.stream().map(Passage::answer).toList());
        List<Bench.Ranked> misses = bench.nearMisses(theme, 5, engine);
        assertThat(misses)
                .hasSize(5)
                .noneMatch(ranked -> carriers.contains(ranked.passage().answer()));
        assertThat(typical.getFirst().score()).isGreaterThan(misses.getLast().score());
    }

    @Test
    void edgePassagesAreTheLeastConfident() {
        Codings codings = bench.code(leaves, done.centres(), engine);
        List<Bench.Ranked> edge = bench.edge(codings, 0, 3);
        double least = IntStream.range(0, codings.size())
                .filter(i -> codings.theme(i) == 0)
                .mapToDouble(codings::confidence)
                .min()
                .orElseThrow();
        assertThat(edge).hasSize(3);
        assertThat(edge.getFirst().score()).isEqualTo(least);
    }

    @Test
    void splitGivesEveryPassageToExactlyOnePart() {
        List<Passage> theme = largest();
        List<Bench.Part> parts = bench.proposeSplit(theme, engine);
        assertThat(parts).hasSizeBetween(2, 6).allSatisfy(part -> {
            assertThat(part.headline()).isNotBlank();
            assertThat(part.centre()).isEqualTo(bench.centreOf(part.passages()));
        });
        assertThat(parts.stream().flatMap(part -> part.passages().stream())).containsExactlyInAnyOrderElementsOf(theme);
    }

    @Test
    void fewPassagesAreHalvedAndOneCannotBe() {
        List<Passage> two = largest().subList(0, 2);
        assertThat(bench.proposeSplit(two, engine))
                .hasSize(2)
                .allMatch(part -> part.passages().size() == 1);
        assertThat(bench.proposeSplit(two.subList(0, 1), engine)).isEmpty();
        assertThat(bench.proposeSplit(List.of(), engine)).isEmpty();
    }

    @Test
    void coverageCountsAllPassagesAndGroupsTheUncovered() {
        Coverage all = bench.coverage(leaves, done.centres(), engine);
        Coverage one = bench.coverage(leaves.subList(0, 1), done.centres(), engine);
        assertThat(all.submissions().of())
                .isEqualTo(done.analysis().status().stream()
                        .filter(status -> status == AnswerStatus.ANALYSED)
                        .count());
        assertThat(all.passages().value()).isGreaterThan(one.passages().value());
        assertThat(all.texts().value()).isGreaterThan(one.texts().value());
        Codings codings = bench.code(leaves.subList(0, 1), done.centres(), engine);
        assertThat(one.submissions().covered())
                .isEqualTo(IntStream.range(0, codings.size())
                        .map(codings::answer)
                        .distinct()
                        .count());
        List<Uncovered> groups = one.groups(engine.crew(), Progress.SILENT);
        assertThat(groups).isNotEmpty();
        Passage uncovered = groups.getFirst().passages().getFirst();
        int at = bench.passages(uncovered.answer()).indexOf(uncovered);
        assertThat(one.confidences(uncovered.answer())[at]).isLessThanOrEqualTo(0.25f);
    }

    @Test
    void learningAgreesWithWhatPeopleGave() {
        Codings machine = bench.code(leaves, done.centres(), engine);
        SortedMap<Integer, Set<String>> reviewed = new TreeMap<>();
        for (int r = 0; r < 80; r++) {
            if (!bench.passages(r).isEmpty()) {
                reviewed.put(r, new TreeSet<>());
            }
        }
        // These people never see the first theme, and the second wherever the machine does.
        for (int i = 0; i < machine.size(); i++) {
            Set<String> themes = reviewed.get(machine.answer(i));
            if (themes != null && machine.theme(i) != 0) {
                themes.add(leaves.get(machine.theme(i)).id());
            }
        }
        Bench.Learned learned = bench.learn(leaves, done.centres(), reviewed, engine);
        assertThat(learned.isLearned()).isTrue();
        assertThat(count(learned.codings(), 1)).isGreaterThan(0);
        assertThat(IntStream.range(0, learned.codings().size()).mapToDouble(learned.codings()::confidence))
                .allMatch(confidence -> confidence >= 0 && confidence <= 1);
        Bench.Learned tooFew = bench.learn(leaves, done.centres(), reviewed.headMap(10), engine);
        assertThat(tooFew.isLearned()).isFalse();
        assertThat(codings(tooFew.codings(), leaves)).isEqualTo(codings(machine, leaves));
    }

    @Test
    void questionWithoutAnswersHasAnEmptyBench() {
        Consultation blank = new Consultation(
                consultation.title(),
                List.of(question),
                consultation.responses().stream()
                        .map(r ->
                                new org.folkmoot.corpus.Response(r.respondent(), r.source(), r.consent(), List.of("")))
                        .toList(),
                List.of(),
                List.of());
        AnalysingQuestion.Done nothing =
                AnalysingQuestion.run(AnalysingQuestion.Request.discover(blank, question, RunOptions.DEFAULT), engine);
        Bench empty = Bench.read(
                new ByteArrayInputStream(bytes(nothing.bench())),
                consultation.responses().stream().map(_ -> "").toList());
        assertThat(empty.code(leaves, done.centres(), engine).size()).isZero();
        assertThat(empty.nearest("trust", 3, engine)).isEmpty();
        assertThat(empty.coverage(leaves, done.centres(), engine).passages().of())
                .isZero();
    }

    private static long count(Codings codings, int theme) {
        return IntStream.range(0, codings.size())
                .filter(i -> codings.theme(i) == theme)
                .count();
    }

    private static void assertSame(Map<String, Float> actual, Map<String, Float> expected) {
        Set<String> all = new TreeSet<>(actual.keySet());
        all.addAll(expected.keySet());
        assertThat(all).hasSizeGreaterThan(100);
        for (String key : all) {
            // A coding below the threshold of one half is not given: it lies at most at that.
            assertThat(actual.getOrDefault(key, 0.5f))
                    .as(key)
                    .isCloseTo(expected.getOrDefault(key, 0.5f), within(TOLERANCE));
        }
    }

    private static Map<String, Float> codings(Codings codings, List<Theme> themes) {
        Map<String, Float> all = new HashMap<>();
        for (int i = 0; i < codings.size(); i++) {
            all.put(codings.answer(i) + " " + themes.get(codings.theme(i)).id(), codings.confidence(i));
        }
        return all;
    }

    /// The passages of the first theme.
    private List<Passage> largest() {
        Codings codings = bench.code(leaves, done.centres(), engine);
        return IntStream.range(0, codings.size())
                .filter(i -> codings.theme(i) == 0)
                .mapToObj(i -> new Passage(codings.answer(i), codings.span(i)))
                .toList();
    }

    private List<String> answers() {
        int column = consultation.indexOf(question);
        return consultation.responses().stream()
                .map(response -> response.values().get(column))
                .toList();
    }

    private String words(Passage passage) {
        return passage.span().of(answers().get(passage.answer()));
    }

    private byte[] bytes() {
        return bytes(bench);
    }

    private static byte[] bytes(Bench of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        of.write(out);
        return out.toByteArray();
    }
}
