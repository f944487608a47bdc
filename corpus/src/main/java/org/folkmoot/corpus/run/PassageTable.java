package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.vector.Vectors;

/// All passages of the distinct texts of a question with their vectors, numbered text after text.
///
/// @param dimension of the vectors
/// @param offsets passages of text `t` are `offsets[t]` … `offsets[t + 1] - 1`
/// @param start of each passage in its text
/// @param end of each passage in its text
/// @param parts vectors of the passages of 1,024 consecutive texts each
record PassageTable(int dimension, int[] offsets, int[] start, int[] end, List<CompactRows> parts) {
    /// Texts of a part.
    static final int PART = 1024;

    PassageTable {
        int rows = parts.stream().mapToInt(CompactRows::rows).sum();
        if (rows != start.length || rows != end.length || rows != offsets[offsets.length - 1]) {
            throw new IllegalArgumentException("every passage needs its place and its vector: " + start.length + ", "
                    + end.length + ", " + offsets[offsets.length - 1] + ", " + rows);
        }
    }

    /// A passage list in the making; parts may be put in any order, each once, by several threads.
    static final class Builder {
        private final List<List<Span>>[] spans;
        private final CompactRows[] rows;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Builder(int texts) {
            spans = new List[Math.ceilDiv(texts, PART)];
            rows = new CompactRows[spans.length];
        }

        /// Puts the part that begins with the batch's first text.
        void put(Batch batch) {
            spans[batch.first() / PART] = batch.passages();
            rows[batch.first() / PART] = CompactRows.of(batch.vectors());
        }

        PassageTable build(int dimension) {
            List<List<Span>> all = Arrays.stream(spans).flatMap(List::stream).toList();
            int[] offsets = new int[all.size() + 1];
            for (int t = 0; t < all.size(); t++) {
                offsets[t + 1] = offsets[t] + all.get(t).size();
            }
            int[] start = new int[offsets[all.size()]];
            int[] end = new int[start.length];
            int p = 0;
            for (List<Span> text : all) {
                for (Span span : text) {
                    start[p] = span.start();
                    end[p++] = span.end();
                }
            }
            return new PassageTable(dimension, offsets, start, end, List.of(rows));
        }
    }

    int size() {
        return start.length;
    }

    int texts() {
        return offsets.length - 1;
    }

    Span span(int passage) {
        return new Span(start[passage], end[passage]);
    }

    int textOf(int passage) {
        int at = Arrays.binarySearch(offsets, passage);
        if (at < 0) {
            return -at - 2;
        }
        // Texts without passages share their offset with the next.
        while (at + 1 < offsets.length && offsets[at + 1] == passage) {
            at++;
        }
        return at;
    }

    /// The passage of `text` that has most in common with `span`; none if they have nothing.
    OptionalInt find(int text, Span span) {
        int best = -1;
        int most = 0;
        for (int p = offsets[text]; p < offsets[text + 1]; p++) {
            int common = Math.min(end[p], span.end()) - Math.max(start[p], span.start());
            if (common > most) {
                most = common;
                best = p;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// First passage of a part; of `parts().size()`: how many passages there are in all.
    int firstOf(int part) {
        return offsets[Math.min(part * PART, texts())];
    }

    /// How far each passage lies from `point`; 0 for one without meaning.
    float[] distances(float[] point, Crew crew) {
        float[] distances = new float[size()];
        crew.run(parts.size(), part -> {
            int first = firstOf(part);
            for (int row = 0; row < parts.get(part).rows(); row++) {
                distances[first + row] = parts.get(part).distance(row, point);
            }
        });
        return distances;
    }

    /// The part in which the vector of `passage` is.
    ///
    /// @param guess a part that is looked at first
    int partOf(int passage, int guess) {
        return passage >= firstOf(guess) && passage < firstOf(guess + 1) ? guess : textOf(passage) / PART;
    }

    /// Writes the vector of `passage` to `to`, from index `at`.
    void copy(int passage, float[] to, int at) {
        int part = textOf(passage) / PART;
        parts.get(part).copy(passage - firstOf(part), to, at);
    }

    /// The vectors of some passages, in that order.
    Vectors vectors(int[] passages) {
        Vectors vectors = Vectors.zeros(passages.length, dimension);
        for (int i = 0; i < passages.length; i++) {
            copy(passages[i], vectors.values(), i * dimension);
        }
        return vectors;
    }

    /// The texts of a part, to be coded.
    Batch batch(int part, DistinctTexts texts) {
        int from = part * PART;
        int to = Math.min(texts(), from + PART);
        List<List<Span>> spans = new ArrayList<>(to - from);
        for (int t = from; t < to; t++) {
            spans.add(spansOf(t));
        }
        return new Batch(
                from, texts.texts().subList(from, to), spans, parts.get(part).toVectors());
    }

    /// Some texts in the order given, numbered from 0.
    Batch batch(int[] chosen, DistinctTexts texts) {
        List<String> words = new ArrayList<>(chosen.length);
        List<List<Span>> spans = new ArrayList<>(chosen.length);
        int[] passages = new int
                [Arrays.stream(chosen).map(t -> offsets[t + 1] - offsets[t]).sum()];
        int row = 0;
        for (int t : chosen) {
            words.add(texts.texts().get(t));
            spans.add(spansOf(t));
            for (int p = offsets[t]; p < offsets[t + 1]; p++) {
                passages[row++] = p;
            }
        }
        return new Batch(0, words, spans, vectors(passages));
    }

    List<Span> spansOf(int text) {
        List<Span> spans = new ArrayList<>(offsets[text + 1] - offsets[text]);
        for (int p = offsets[text]; p < offsets[text + 1]; p++) {
            spans.add(span(p));
        }
        return spans;
    }
}
