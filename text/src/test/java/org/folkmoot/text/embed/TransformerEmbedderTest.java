package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransformerEmbedderTest {
    private static TransformerEmbedder embedder;

    @BeforeAll
    static void open() {
        embedder = TransformerEmbedder.open(new Crew(2));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    private static Vectors embed(List<String> texts) {
        return embedder.embed(texts, Progress.SILENT);
    }

    private static double cosine(Vectors vectors, int a, int b) {
        double dot = 0;
        for (int j = 0; j < vectors.dimension(); j++) {
            dot += (double) vectors.at(a, j) * vectors.at(b, j);
        }
        return dot;
    }

    @Test
    void textsOfOneMeaningAreNearerThanOthers() {
        Vectors vectors = embed(List.of(
                "The bus fare is far too high.",
                "Public transport costs too much money.",
                "My doctor never answers the telephone."));
        assertThat(cosine(vectors, 0, 1)).isGreaterThan(cosine(vectors, 0, 2) + 0.1);
    }

    @Test
    void rowsHaveUnitLengthAndABlankTextIsZero() {
        Vectors vectors = embed(List.of("Yes.", " \n", "No, I do not agree with any of it."));
        assertThat(List.of(cosine(vectors, 0, 0), cosine(vectors, 1, 1), cosine(vectors, 2, 2)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(1.0, 0.0, 1.0);
    }

    @Test
    void noTextsGiveNoRows() {
        assertThat(embed(List.of())).isEqualTo(Vectors.zeros(0, 384));
    }

    @Test
    void sameBytesOnOneThreadAndOnTwo() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("Question " + i + " was about " + "parks and play areas ".repeat(i % 7));
        }
        Vectors onTwo = embed(texts);
        try (var one = TransformerEmbedder.open(new Crew(1))) {
            assertThat(one.embed(texts, Progress.SILENT)).isEqualTo(onTwo);
        }
    }

    @Test
    void equalTextsShareOneVectorHoweverManyStandBetween() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add(i % 3 == 0 ? "The same words again." : "Other words, number " + i + ".");
        }
        Vectors vectors = embed(texts);
        List<Integer> total = new ArrayList<>();
        embedder.embed(texts, (_, _, batches) -> total.add((int) batches));
        assertThat(vectors.row(57)).isEqualTo(vectors.row(0));
        assertThat(total.getLast()).isLessThan(10);
    }

    @Test
    void threadWithASmallStackCanOpenAndUseTheModel() throws InterruptedException {
        List<Vectors> result = new ArrayList<>();
        Thread thread = Thread.ofPlatform().stackSize(256 << 10).start(() -> {
            try (var opened = TransformerEmbedder.open(new Crew(1))) {
                result.add(opened.embed(List.of("A small stack."), Progress.SILENT));
            }
        });
        thread.join();
        assertThat(result).containsExactly(embed(List.of("A small stack.")));
    }

    @Test
    void endOfAVeryLongTextCounts() {
        String padding = "The park should be open in the evening. ".repeat(150);
        Vectors vectors = embed(
                List.of(padding, padding + "Nuclear power is dangerous. ".repeat(150), "Nuclear power is dangerous."));
        assertThat(cosine(vectors, 1, 2)).isGreaterThan(cosine(vectors, 0, 2) + 0.1);
    }

    @Test
    void listenerStopsTheWork() {
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i -> "Text " + i + " takes the model a little time to read.")
                .toList();
        assertThatThrownBy(() -> embedder.embed(texts, (_, done, _) -> {
                    if (done >= 2) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(embed(List.of("Still usable.")).rows()).isEqualTo(1);
    }

    @Test
    void modelHashIsThatOfTheModelOnTheClassPath() throws Exception {
        try (InputStream in = TransformerEmbedderTest.class.getResourceAsStream(Transformer.RESOURCE)) {
            assertThat(in).isNotNull();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(TransformerEmbedder.modelSha256())
                    .isEqualTo(HexFormat.of().formatHex(hash));
        }
    }
}
