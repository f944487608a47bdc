package org.folkmoot.text.code;

import java.util.Arrays;
import org.folkmoot.text.Span;

/// Codings in columns, sorted by answer, then start, then theme: coding `i` gives theme `theme(i)` to the passage
/// `span(i)` of answer `answer(i)`.
///
/// Columns, because a million answers carry several million codings.
public final class Codings {
    private final int[] answer;
    private final int[] start;
    private final int[] end;
    private final int[] theme;
    private final float[] confidence;

    private Codings(int[] answer, int[] start, int[] end, int[] theme, float[] confidence) {
        this.answer = answer;
        this.start = start;
        this.end = end;
        this.theme = theme;
        this.confidence = confidence;
    }

    public int size() {
        return answer.length;
    }

    /// Index of the answer in the question's list of answers.
    public int answer(int i) {
        return answer[i];
    }

    public Span span(int i) {
        return new Span(start[i], end[i]);
    }

    /// Index of the theme in the codebook's list of themes.
    public int theme(int i) {
        return theme[i];
    }

    /// Estimated probability, in [0, 1], that a person would give this theme to this passage.
    public float confidence(int i) {
        return confidence[i];
    }

    /// Collects codings in any order of themes, but answer by answer.
    public static final class Builder {
        private int size;
        private int[] answer = new int[1024];
        private int[] start = new int[1024];
        private int[] end = new int[1024];
        private int[] theme = new int[1024];
        private float[] confidence = new float[1024];

        public Builder add(int inAnswer, Span span, int ofTheme, float withConfidence) {
            if (!(withConfidence >= 0 && withConfidence <= 1)) {
                throw new IllegalArgumentException("confidence must be in [0, 1]: " + withConfidence);
            }
            if (size == answer.length) {
                int capacity = size + (size >> 1);
                answer = Arrays.copyOf(answer, capacity);
                start = Arrays.copyOf(start, capacity);
                end = Arrays.copyOf(end, capacity);
                theme = Arrays.copyOf(theme, capacity);
                confidence = Arrays.copyOf(confidence, capacity);
            }
            int at = size++;
            // Insertion keeps the order; within one answer only a handful of codings are ever moved.
            while (at > 0 && isAfter(at - 1, inAnswer, span.start(), ofTheme)) {
                answer[at] = answer[at - 1];
                start[at] = start[at - 1];
                end[at] = end[at - 1];
                theme[at] = theme[at - 1];
                confidence[at] = confidence[at - 1];
                at--;
            }
            answer[at] = inAnswer;
            start[at] = span.start();
            end[at] = span.end();
            theme[at] = ofTheme;
            confidence[at] = withConfidence;
            return this;
        }

        private boolean isAfter(int i, int otherAnswer, int otherStart, int otherTheme) {
            if (answer[i] != otherAnswer) {
                return answer[i] > otherAnswer;
            }
            if (start[i] != otherStart) {
                return start[i] > otherStart;
            }
            return theme[i] > otherTheme;
        }

        public Codings build() {
            return new Codings(
                    Arrays.copyOf(answer, size),
                    Arrays.copyOf(start, size),
                    Arrays.copyOf(end, size),
                    Arrays.copyOf(theme, size),
                    Arrays.copyOf(confidence, size));
        }
    }
}
