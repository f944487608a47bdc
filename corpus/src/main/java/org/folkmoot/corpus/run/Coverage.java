package org.folkmoot.corpus.run;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Codings;

/// How much of what was said the themes cover.
///
/// A passage is covered if the estimated probability that a theme covers it is above one in four; one that is not,
/// and has fewer than five words, says too little to be counted. An answer is covered if it carries a theme.
public final class Coverage {
    private final Bench bench;
    private final Residue residue;
    private final float[] confidence;
    private final Share passages;
    private final Share answers;
    private final Share submissions;

    private Coverage(
            Bench bench, Residue residue, float[] confidence, Share passages, Share answers, Share submissions) {
        this.bench = bench;
        this.residue = residue;
        this.confidence = confidence;
        this.passages = passages;
        this.answers = answers;
        this.submissions = submissions;
    }

    /// A part of a whole.
    public record Share(long covered, long of) {
        /// In [0, 1]; 1 of nothing.
        public double value() {
            return of == 0 ? 1 : (double) covered / of;
        }
    }

    static Coverage of(Bench bench, CodedTexts coded, float[] confidence) {
        DistinctTexts texts = bench.background().texts();
        boolean[] carries = new boolean[texts.size()];
        for (Codings part : coded.parts()) {
            for (int i = 0; i < part.size(); i++) {
                carries[part.answer(i)] = true;
            }
        }
        long answers = 0;
        long submissions = 0;
        for (int t = 0; t < carries.length; t++) {
            answers += carries[t] ? 1 : 0;
            submissions += carries[t] ? texts.count(t) : 0;
        }
        long covered = 0;
        int[] offsets = bench.passages().offsets();
        for (int t = 0; t < carries.length; t++) {
            for (int p = offsets[t]; carries[t] && p < offsets[t + 1]; p++) {
                covered += 1 - confidence[p] < Residue.UNCOVERED ? 1 : 0;
            }
        }
        return new Coverage(
                bench,
                coded.residue(),
                confidence,
                new Share(covered, covered + coded.residue().count()),
                new Share(answers, texts.size()),
                new Share(submissions, texts.responses().length));
    }

    /// Of the passages of the distinct texts.
    public Share passages() {
        return passages;
    }

    /// Of the distinct texts.
    public Share texts() {
        return answers;
    }

    /// Of the answers as they were sent, copies counted.
    public Share submissions() {
        return submissions;
    }

    /// The most confident theme's confidence for each passage of a response, in the order of `Bench.passages`.
    public float[] confidences(int response) {
        int text = bench.background().texts().of()[response];
        int[] offsets = bench.passages().offsets();
        return text < 0 ? new float[0] : Arrays.copyOfRange(confidence, offsets[text], offsets[text + 1]);
    }

    /// The arguments that no theme covers, grouped by likeness, largest first; takes a second or two.
    public List<Uncovered> groups(Crew crew, Progress progress) {
        return residue.groups(bench.background(), bench.seed(), crew, progress);
    }
}
