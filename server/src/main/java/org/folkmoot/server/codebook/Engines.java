package org.folkmoot.server.codebook;

import jakarta.annotation.PreDestroy;
import org.folkmoot.corpus.run.Engine;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The engine that all runs and edits share: one embedding model, opened when first needed, and all cores.
@Component
public class Engines {
    private final Crew crew = Crew.ofAllCores();
    private @Nullable TransformerEmbedder transformer;

    /// The engine, telling `progress` how far it is.
    public synchronized Engine engine(Progress progress) {
        if (transformer == null) {
            transformer = TransformerEmbedder.open(crew);
        }
        return new Engine(transformer, crew, progress);
    }

    /// The engine for work that takes a moment.
    public Engine engine() {
        return engine(Progress.SILENT);
    }

    @PreDestroy
    synchronized void close() {
        if (transformer != null) {
            transformer.close();
            transformer = null;
        }
    }
}
