package org.folkmoot.text.code;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.language.LanguageGuess;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// What the words of a subject say for and against a theme that bears its name: who reads "Waiting times and
/// delays" over an answer expects it to speak of waiting. Answers in other languages than English are left alone.
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
        if (IntStream.of(subject).allMatch(s -> s < 0)) {
            return;
        }
        int[] offsets = batch.offsets();
        for (int i = 0; i < batch.size(); i++) {
            String answer = batch.answers().get(i);
            List<Span> spans = batch.passages().get(i);
            if (spans.isEmpty() || !isEnglish(answer)) {
                continue;
            }
            BitSet all = new BitSet();
            for (int p = 0; p < spans.size(); p++) {
                BitSet spoken = Subjects.ENGLISH.of(spans.get(p).of(answer));
                all.or(spoken);
                judge(spoken, passages, offsets[i] + p);
            }
            judge(all, answers, i);
        }
    }

    /// Whether the words can be expected in `answer`; one whose language cannot be told may have them.
    private static boolean isEnglish(String answer) {
        String language = LanguageGuess.of(answer);
        return language.equals("en") || language.equals(LanguageGuess.UNDETERMINED);
    }

    private void judge(BitSet spoken, Vectors scores, int row) {
        for (int t = 0; t < subject.length; t++) {
            if (subject[t] >= 0) {
                scores.values()[row * subject.length + t] += spoken.get(subject[t]) ? GAIN : -LOSS;
            }
        }
    }
}
