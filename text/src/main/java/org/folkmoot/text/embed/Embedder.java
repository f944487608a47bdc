package org.folkmoot.text.embed;

import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Vectors;

/// Turns texts into unit-length dense vectors whose cosine says how near two texts are in meaning.
///
/// Deterministic: the same list of texts gives the same bytes, on any number of threads.
public interface Embedder {
    int dimension();

    /// One unit-length row per text, in the order given; a blank text gives a zero row.
    Vectors embed(List<String> texts, Progress progress);
}
