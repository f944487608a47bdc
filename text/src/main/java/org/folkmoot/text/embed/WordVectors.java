package org.folkmoot.text.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The transformer's own vectors of the word pieces, before any context: row `id` of its embedding matrix.
///
/// Read from the weights in the ONNX file, whose protocol-buffer fields are those of `onnx.proto`
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto): ModelProto.graph = 7, GraphProto.initializer = 5,
/// TensorProto.float_data = 4, int32_data = 5, name = 8, raw_data = 9.
final class WordVectors {
    private static final String NAME = "embeddings.word_embeddings.weight_";
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOATS = 4;
    private static final int INTS = 5;
    private static final int TENSOR_NAME = 8;
    private static final int RAW = 9;

    private final byte[] model;
    private int rawAt = -1;
    private float scale = Float.NaN;
    private int zeroPoint = -1;

    private WordVectors(byte[] model) {
        this.model = model;
    }

    /// One row of 384 floats for every id.
    static float[][] read() {
        try (InputStream in = WordVectors.class.getResourceAsStream(Transformer.RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("model is missing from the class path: " + Transformer.RESOURCE);
            }
            return read(in.readAllBytes(), WordPiece.standard().vocabularySize(), Transformer.DIMENSION);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + Transformer.RESOURCE, e);
        }
    }

    static float[][] read(byte[] model, int rows, int dimension) {
        var reader = new WordVectors(model);
        reader.visitModel();
        if (reader.rawAt < 0 || Float.isNaN(reader.scale) || reader.zeroPoint < 0) {
            throw new IllegalArgumentException("model lacks the quantised tensor " + NAME + "*");
        }
        float[][] vectors = new float[rows][dimension];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < dimension; j++) {
                int quantised = model[reader.rawAt + i * dimension + j] & 0xFF;
                vectors[i][j] = (quantised - reader.zeroPoint) * reader.scale;
            }
        }
        return vectors;
    }

    private void visitModel() {
        var fields = new Fields(0, model.length);
        while (fields.next()) {
            if (fields.number == GRAPH) {
                var graph = new Fields(fields.from, fields.to);
                while (graph.next()) {
                    if (graph.number == INITIALIZER) {
                        visitTensor(graph.from, graph.to);
                    }
                }
            }
        }
    }

    private void visitTensor(int from, int to) {
        String name = "";
        int floatsAt = -1;
        int intsAt = -1;
        int bytesAt = -1;
        var fields = new Fields(from, to);
        while (fields.next()) {
            switch (fields.number) {
                case TENSOR_NAME ->
                    name = new String(model, fields.from, fields.to - fields.from, StandardCharsets.UTF_8);
                case FLOATS -> floatsAt = fields.from;
                case INTS -> intsAt = fields.from;
                case RAW -> bytesAt = fields.from;
                default -> {}
            }
        }
        switch (name) {
            case NAME + "quantized" -> rawAt = bytesAt;
            case NAME + "scale" ->
                scale = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN).getFloat(floatsAt);
            case NAME + "zero_point" -> zeroPoint = (int) new Fields(intsAt, to).varint();
            default -> {}
        }
    }

    /// The fields of one protocol-buffer message, one after the other.
    private final class Fields {
        private final int end;
        private int at;
        private int number;
        private int from;
        private int to;

        Fields(int from, int end) {
            at = from;
            this.end = end;
        }

        boolean next() {
            if (at >= end) {
                return false;
            }
            int key = (int) varint();
            number = key >>> 3;
            switch (key & 7) {
                case 0 -> {
                    from = at;
                    varint();
                    to = at;
                }
                case 1 -> skip(8);
                case 2 -> skip((int) varint());
                case 5 -> skip(4);
                default -> throw new IllegalArgumentException("model has a field of unknown kind: " + key);
            }
            return true;
        }

        private void skip(int length) {
            from = at;
            at += length;
            to = at;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = model[at++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
