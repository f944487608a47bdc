package org.folkmoot.corpus.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.vector.Vectors;

/// The transformer, which loads while files are read and screened: that is the work of one core, and so is this.
final class LoadingTransformer implements Embedder, AutoCloseable {
    private final CompletableFuture<TransformerEmbedder> loading = new CompletableFuture<>();

    LoadingTransformer(Crew crew) {
        Thread.ofPlatform().daemon().name("transformer").start(() -> {
            try {
                loading.complete(TransformerEmbedder.open(crew));
            } catch (Throwable e) {
                loading.completeExceptionally(e);
            }
        });
    }

    @Override
    public int dimension() {
        return loaded().dimension();
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        return loaded().embed(texts, progress);
    }

    /// Waits until it is loaded.
    private TransformerEmbedder loaded() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    /// Waits until it is loaded, and releases it; that it could not be loaded is told where it is used.
    @Override
    public void close() {
        loading.handle((transformer, _) -> {
                    if (transformer != null) {
                        transformer.close();
                    }
                    return null;
                })
                .join();
    }
}
