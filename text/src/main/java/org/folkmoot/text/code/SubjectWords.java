package org.folkmoot.text.code;

import java.util.BitSet;
import java.util.List;
import org.folkmoot.text.Span;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// What the words of a subject say for and against a theme that bears its name: who reads "Waiting times and delays"
/// over
/// an answer expects it to speak of waiting.
///
/// @param subject per theme the subject of its name, -1 where its name is none
@SuppressWarnings("ArrayRecordComponent")
record SubjectWords(int[] subject) {
    /// What a text gains that speaks of the subject, and loses that does not, in units of the score.
    private static final float GAIN = 0.1f;

    private static final float LOSS = 0.05f;

    static SubjectWords of(List<Theme> themes) {
        return new SubjectWords(themes.stream()
                .mapToInt(theme -> Subjects.ENGLISH.named(theme.headline()))
                .toArray());
    }

    /// Adds to the scores of passages and of whole answers, one column per theme.
    void judge(Batch batch, Vectors passages, Vectors answers) {
        boolean none = true;
        for (int s : subject) {
            none &= s < 0;
        }
        if (none) {
            return;
        }
        int row = 0;
        for (int i = 0; i < batch.size(); i++) {
            BitSet all = new BitSet();
            for (Span span : batch.passages().get(i)) {
                BitSet spoken = Subjects.ENGLISH.of(span.of(batch.answers().get(i)));
                all.or(spoken);
                judge(spoken, passages, row++);
            }
            judge(all, answers, i);
        }
    }

    private void judge(BitSet spoken, Vectors scores, int row) {
        for (int t = 0; t < subject.length; t++) {
            if (subject[t] >= 0) {
                scores.values()[row * subject.length + t] += spoken.get(subject[t]) ? GAIN : -LOSS;
            }
        }
    }
}
