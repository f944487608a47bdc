package org.folkmoot.corpus.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.language.LanguageGuess;
import org.folkmoot.text.vector.Vectors;

/// The models of a run, opened beside the reading of its files, for each takes the better part of a second on one
/// core. Who first embeds waits until the transformer is open. Whatever comes of the files, it is closed in the end.
final class OpeningModels implements Embedder, AutoCloseable {
    private final CompletableFuture<TransformerEmbedder> transformer = new CompletableFuture<>();

    private final Thread opener;

    private OpeningModels(Crew crew) {
        opener = Thread.ofPlatform().daemon().name("opening the transformer").unstarted(() -> {
            try {
                transformer.complete(TransformerEmbedder.open(crew));
            } catch (Throwable e) {
                // Whatever it is, it is thrown where the model is wanted.
                transformer.completeExceptionally(e);
            }
        });
    }

    static OpeningModels start(Crew crew) {
        OpeningModels opening = new OpeningModels(crew);
        opening.opener.start();
        Thread.ofPlatform().daemon().name("opening the language model").start(LanguageGuess::open);
        return opening;
    }

    @Override
    public int dimension() {
        return opened().dimension();
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        return opened().embed(texts, progress);
    }

    private TransformerEmbedder opened() {
        try {
            return transformer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Waits until the transformer is open, less than a second, and closes it: a program that ends while native code is
    /// being opened is torn down with it, and crashes.
    @Override
    public void close() {
        boolean interrupted = false;
        while (opener.isAlive()) {
            try {
                opener.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!transformer.isCompletedExceptionally()) {
            transformer.join().close();
        }
    }
}
