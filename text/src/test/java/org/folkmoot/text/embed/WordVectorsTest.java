package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordVectorsTest {
    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int j = 0; j < a.length; j++) {
            dot += (double) a[j] * b[j];
            squaresOfA += (double) a[j] * a[j];
            squaresOfB += (double) b[j] * b[j];
        }
        return dot / Math.sqrt(squaresOfA * squaresOfB);
    }

    @Test
    void wordsOfOneMeaningAreNearerThanOthers() {
        float[][] vectors = WordVectors.read();
        WordPiece words = WordPiece.standard();
        assertThat(vectors).hasDimensions(30522, 384);
        assertThat(cosine(vectors[words.id("doctor")], vectors[words.id("physician")]))
                .isGreaterThan(cosine(vectors[words.id("doctor")], vectors[words.id("parking")]) + 0.2);
    }

    @Test
    void quantisedBytesAreScaledFromTheZeroPoint() {
        byte[] model = {
            // a field of the model that is not its graph (2: string "ab"), and one of each fixed width
            0x12, 2, 'a', 'b', 0x19, 0, 0, 0, 0, 0, 0, 0, 0, 0x1D, 0, 0, 0, 0, 0x08, (byte) 0x80, 0x01,
        };
        model = join(
                model,
                graph(
                        tensor("embeddings.word_embeddings.weight_scale", new byte[] {0x22, 4, 0, 0, 0, 0x3F}),
                        tensor("embeddings.word_embeddings.weight_zero_point", new byte[] {0x2A, 2, (byte) 0x81, 0x01}),
                        tensor(
                                "embeddings.word_embeddings.weight_quantized",
                                new byte[] {0x4A, 4, 0, (byte) 129, 1, (byte) 255})));
        assertThat(WordVectors.read(model, 2, 2)).isDeepEqualTo(new float[][] {{-64.5f, 0}, {-64, 63}});
    }

    @Test
    void modelWithoutWordVectorsIsRefused() {
        assertThatThrownBy(() -> WordVectors.read(graph(), 2, 2))
                .hasMessage("model lacks the quantised tensor embeddings.word_embeddings.weight_*");
    }

    private static byte[] graph(byte[]... tensors) {
        return field(7, join(tensors));
    }

    private static byte[] tensor(String name, byte[] content) {
        return field(5, join(content, field(8, name.getBytes(StandardCharsets.US_ASCII))));
    }

    private static byte[] field(int number, byte[] content) {
        byte[] head = {(byte) ((number << 3) | 2), (byte) ((content.length & 0x7F) | 0x80), (byte) (content.length >> 7)
        };
        return join(head, content);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
