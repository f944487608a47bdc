package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.passage.Passages;
import org.folkmoot.text.vector.Vectors;

/// Cuts texts into passages and gives them vectors, a batch of consecutive texts at a time.
final class PassageVectors {
    private PassageVectors() {}

    static Batch of(int first, List<String> texts, Embedder embedder, Progress progress) {
        List<List<Span>> spans = new ArrayList<>(texts.size());
        List<String> passages = new ArrayList<>();
        for (String text : texts) {
            List<Span> cut = Passages.of(text);
            spans.add(cut);
            cut.forEach(span -> passages.add(span.of(text)));
        }
        return new Batch(first, texts, spans, embedder.embed(passages, progress));
    }

    /// The part of `batch` that holds its answers `from` … `to - 1`.
    static Batch slice(Batch batch, int from, int to) {
        int before = count(batch.passages().subList(0, from));
        int rows = count(batch.passages().subList(from, to));
        int d = batch.vectors().dimension();
        float[] values = new float[rows * d];
        System.arraycopy(batch.vectors().values(), before * d, values, 0, values.length);
        return new Batch(
                batch.first() + from,
                batch.answers().subList(from, to),
                batch.passages().subList(from, to),
                new Vectors(rows, d, values));
    }

    /// Some answers of `batch`, ascending and numbered from 0; all of them are `batch` as it stands.
    static Batch some(Batch batch, List<Integer> chosen) {
        if (chosen.size() == batch.size()) {
            return batch;
        }
        int[] offsets = offsets(batch);
        int d = batch.vectors().dimension();
        int rows = 0;
        for (int answer : chosen) {
            rows += offsets[answer + 1] - offsets[answer];
        }
        Vectors vectors = Vectors.zeros(rows, d);
        int to = 0;
        for (int answer : chosen) {
            int length = (offsets[answer + 1] - offsets[answer]) * d;
            System.arraycopy(batch.vectors().values(), offsets[answer] * d, vectors.values(), to, length);
            to += length;
        }
        return new Batch(
                0,
                chosen.stream().map(batch.answers()::get).toList(),
                chosen.stream().map(batch.passages()::get).toList(),
                vectors);
    }

    /// The passages of answer `i` are the rows `offsets[i]` … `offsets[i + 1] - 1`.
    static int[] offsets(Batch batch) {
        int[] offsets = new int[batch.size() + 1];
        for (int i = 0; i < batch.size(); i++) {
            offsets[i + 1] = offsets[i] + batch.passages().get(i).size();
        }
        return offsets;
    }

    private static int count(List<List<Span>> passages) {
        return passages.stream().mapToInt(List::size).sum();
    }
}
