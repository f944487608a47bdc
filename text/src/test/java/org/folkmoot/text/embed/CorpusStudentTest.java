package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusStudentTest {
    private static final List<String> WHO =
            List.of("my mother", "our school", "the council", "every tenant", "a nurse");
    private static final List<String> WANTS =
            List.of("wants", "does not want", "is afraid of", "cannot afford", "has always asked for");
    private static final List<String> WHAT = List.of(
            "cheaper buses",
            "a new car park",
            "longer opening hours",
            "warmer homes",
            "more trees in the street",
            "a vote on the plan");
    private static final List<String> WHY =
            List.of("because winters are cold", "since nobody listens", "although money is short", "for our children");

    private static List<String> corpus;
    private static Vectors vectors;
    private static CorpusStudent student;

    @BeforeAll
    static void fit() {
        corpus = new ArrayList<>();
        for (String who : WHO) {
            for (String wants : WANTS) {
                for (String what : WHAT) {
                    for (String why : WHY) {
                        corpus.add(who + " " + wants + " " + what + " " + why + ".");
                    }
                }
            }
        }
        Collections.shuffle(corpus, new Random(1));
        corpus = corpus.subList(0, 300);
        try (var transformer = TransformerEmbedder.open()) {
            vectors = transformer.embed(corpus, Progress.SILENT);
        }
        student = CorpusStudent.fit(corpus, vectors, new Crew(2), Progress.SILENT);
    }

    @Test
    void studentOfARegularCorpusIsNearlyItsTeacher() {
        assertThat(student.fidelity()).isBetween(0.9, 1.0);
    }

    @Test
    void fidelityOfNoiseIsNearZero() {
        Vectors noise = Vectors.zeros(300, 384);
        var random = new Random(2);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (float) random.nextGaussian();
        }
        assertThat(CorpusStudent.fit(corpus, noise, new Crew(2), Progress.SILENT)
                        .fidelity())
                .isCloseTo(0, within(0.1));
    }

    @Test
    void vectorsLieWhereTheCentredOnesOfTheTransformerLie() {
        Vectors own = student.embed(corpus, Progress.SILENT);
        Vectors centred = student.centred(vectors);
        Vectors cosines = Similarities.between(own, centred, new Crew(1));
        double sum = 0;
        for (int i = 0; i < corpus.size(); i++) {
            sum += cosines.at(i, i);
        }
        assertThat(sum / corpus.size()).isGreaterThan(student.fidelity());
    }

    @Test
    void sameBytesOnOneThreadAndOnTwo() {
        CorpusStudent alone = CorpusStudent.fit(corpus, vectors, new Crew(1), Progress.SILENT);
        assertThat(alone.embed(corpus, Progress.SILENT)).isEqualTo(student.embed(corpus, Progress.SILENT));
        assertThat(alone.fidelity()).isEqualTo(student.fidelity());
    }

    @Test
    void vectorOfATextDoesNotDependOnTheOthers() {
        Vectors all = student.embed(corpus, Progress.SILENT);
        Vectors one = student.embed(corpus.subList(17, 18), Progress.SILENT);
        assertThat(one.row(0)).isEqualTo(all.row(17));
    }

    @Test
    void blankTextIsZeroAndAnUnknownWordIsNot() {
        Vectors rows = student.embed(List.of(" ", "Zebra crossings"), Progress.SILENT);
        double squares = 0;
        for (float value : rows.row(1)) {
            squares += (double) value * value;
        }
        assertThat(rows.row(0)).containsOnly(0);
        assertThat(squares).isCloseTo(1, within(1e-5));
    }

    @Test
    void tooSmallASampleIsRefused() {
        List<String> small = new ArrayList<>(corpus.subList(0, 60));
        Collections.fill(small.subList(0, 20), " ");
        Vectors rows = new Vectors(60, 384, Arrays.copyOf(vectors.values(), 60 * 384));
        assertThatThrownBy(() -> CorpusStudent.fit(small, rows, new Crew(1), Progress.SILENT))
                .hasMessage("sample must hold at least 50 texts that are not blank: 40");
        assertThatThrownBy(() -> CorpusStudent.fit(corpus, rows, new Crew(1), Progress.SILENT))
                .hasMessage("sample and vectors must be of one size: 300 and 60");
    }

    @Test
    void listenerStopsTheFit() {
        assertThatThrownBy(() -> CorpusStudent.fit(corpus, vectors, new Crew(1), (_, done, _) -> {
                    if (done == 2) {
                        throw new CancellationException("enough");
                    }
                }))
                .hasMessage("enough");
    }
}
