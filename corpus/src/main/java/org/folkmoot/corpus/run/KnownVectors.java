package org.folkmoot.corpus.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.vector.Vectors;

/// Gives a text that was read before the vector it got then, so that nothing is read twice. Not for several threads at
/// once.
final class KnownVectors implements Embedder {
    private final Embedder embedder;
    private final Map<String, float[]> known = new HashMap<>();

    KnownVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    /// Knows the passages of `read`.
    KnownVectors with(Batch read) {
        int row = 0;
        for (int i = 0; i < read.size(); i++) {
            for (var span : read.passages().get(i)) {
                known.putIfAbsent(span.of(read.answers().get(i)), read.vectors().row(row++));
            }
        }
        return this;
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        List<String> unknown = texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .toList();
        Vectors read = embedder.embed(unknown, progress);
        for (int i = 0; i < unknown.size(); i++) {
            known.put(unknown.get(i), read.row(i));
        }
        Vectors all = Vectors.zeros(texts.size(), dimension());
        for (int i = 0; i < texts.size(); i++) {
            System.arraycopy(
                    known.getOrDefault(texts.get(i), new float[0]), 0, all.values(), i * dimension(), dimension());
        }
        return all;
    }
}
