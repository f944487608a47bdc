package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.corpus.run.Engine;
import org.folkmoot.server.platform.Remembered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The engine that all runs and edits share: one embedding model, opened beside all else once the program is up, and
/// all cores.
@Component
public class Engines {
    private static final int MEANINGS = 500;

    /// The model lives as long as the program: closing it under a run that has not yet left off would end the program
    /// without a word.
    private static final class Shared {
        static final Crew CREW = Crew.ofAllCores();
        static final TransformerEmbedder TRANSFORMER = TransformerEmbedder.open(CREW);
    }

    private final Remembered<String, float[]> meanings = new Remembered<>(MEANINGS);

    /// Opens the model, so that the first edit need not wait for it.
    @EventListener(ApplicationReadyEvent.class)
    public void open() {
        Thread.ofPlatform().daemon().name("opening the model").start(this::engine);
    }

    /// What some words mean, as benches are searched for it.
    public float[] meaning(String words) {
        return meanings.of(
                        words,
                        "",
                        () -> Shared.TRANSFORMER
                                .embed(List.of(words), Progress.SILENT)
                                .row(0))
                .clone();
    }

    /// The engine, telling `progress` how far it is.
    public Engine engine(Progress progress) {
        return new Engine(Shared.TRANSFORMER, Shared.CREW, progress);
    }

    /// The engine for work that takes a moment.
    public Engine engine() {
        return engine(Progress.SILENT);
    }
}
