package org.folkmoot.corpus.run;

import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.vector.Vectors;

/// Gives each text a vector that does not depend on the texts it is asked for with: the transformer scales its integers
/// by batch, so each text is a batch of its own. Slower, and for the words of themes only.
record TextsAlone(Engine engine) implements Embedder {
    @Override
    public int dimension() {
        return engine.transformer().dimension();
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        Vectors all = Vectors.zeros(texts.size(), dimension());
        engine.crew().run("reading themes", texts.size(), progress, i -> {
            float[] alone = engine.transformer()
                    .embed(List.of(texts.get(i)), Progress.SILENT)
                    .values();
            System.arraycopy(alone, 0, all.values(), i * dimension(), dimension());
        });
        return all;
    }
}
