package org.folkmoot.text.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.vector.Vectors;

/// Counts the words it knows and adds what all texts share.
record CountingEmbedder(List<String> words) implements Embedder {
    @Override
    public int dimension() {
        return words.size() + 1;
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        Vectors vectors = Vectors.zeros(texts.size(), dimension());
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i).toLowerCase(Locale.ROOT).split("\\W+", -1)) {
                int at = words.indexOf(word);
                if (at >= 0) {
                    vectors.values()[i * dimension() + at] += 1;
                }
            }
            vectors.values()[i * dimension() + words.size()] = texts.get(i).isBlank() ? 0 : 0.5f;
        }
        Rows.normalise(vectors);
        return vectors;
    }

    /// Answers cut into passages at full stops.
    Batch batch(int first, List<String> answers) {
        List<List<Span>> passages = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String answer : answers) {
            List<Span> spans = new ArrayList<>();
            int start = 0;
            for (int end = answer.indexOf('.'); end >= 0; end = answer.indexOf('.', start)) {
                spans.add(new Span(start, end + 1));
                texts.add(answer.substring(start, end + 1));
                start = end + 1;
            }
            passages.add(spans);
        }
        return new Batch(first, answers, passages, embed(texts, Progress.SILENT));
    }
}
