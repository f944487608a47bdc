package org.folkmoot.text.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The embedded model in ONNX Runtime: ids of word pieces in, one vector per position out.
///
/// One session serves any number of threads; each run works on the thread that calls it.
final class Transformer implements AutoCloseable {
    static final int DIMENSION = 384;
    /// Most positions the model knows.
    static final int LONGEST = 512;

    static final String RESOURCE = "/bge-small-en-v1.5-q.onnx";
    static final String SHA_256 = "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4";

    /// The fused layer normalisation of ONNX Runtime 1.29 divides scalar by scalar: a quarter of the whole run. Left
    /// in parts it costs a fourth of that.
    private static final String SLOW_FUSIONS = "LayerNormFusionL1;LayerNormFusionL2";

    private static final long LOADER_STACK = 16 << 20;

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Transformer(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /// Loads the model.
    ///
    /// ONNX Runtime prepares a graph by deep recursion, which can overflow the usual stack of 1 MB and so end the
    /// whole process: a thread of its own does it.
    static Transformer open() {
        var result = new CompletableFuture<Transformer>();
        Thread.ofPlatform()
                .daemon()
                .name("model-loader")
                .stackSize(LOADER_STACK)
                .start(() -> {
                    try {
                        result.complete(load());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Transformer load() {
        try (InputStream in = Transformer.class.getResourceAsStream(RESOURCE);
                var options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("model is missing from the class path: " + RESOURCE);
            }
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry("optimization.disable_specified_optimizers", SLOW_FUSIONS);
            return new Transformer(environment, environment.createSession(in.readAllBytes(), options));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + RESOURCE, e);
        } catch (OrtException e) {
            throw new EmbeddingException("cannot load the model " + RESOURCE, e);
        }
    }

    /// Runs sequences of ids, the first being the longest; shorter ones are padded and masked.
    ///
    /// @return states in row-major order: sequence, position, dimension
    FloatBuffer run(List<int[]> sequences) {
        int width = sequences.getFirst().length;
        long[] shape = {sequences.size(), width};
        LongBuffer ids = LongBuffer.allocate(sequences.size() * width);
        LongBuffer mask = LongBuffer.allocate(sequences.size() * width);
        for (int s = 0; s < sequences.size(); s++) {
            int[] sequence = sequences.get(s);
            for (int i = 0; i < sequence.length; i++) {
                ids.put(s * width + i, sequence[i]);
                mask.put(s * width + i, 1);
            }
        }
        try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.allocate(sequences.size() * width), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", inputIds, "attention_mask", attention, "token_type_ids", types))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer();
        } catch (OrtException e) {
            throw new EmbeddingException(
                    "the model failed on a batch of " + sequences.size() + " x " + width + " word pieces", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EmbeddingException("cannot close the model", e);
        }
    }
}
