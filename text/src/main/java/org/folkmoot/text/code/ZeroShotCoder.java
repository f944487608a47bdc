package org.folkmoot.text.code;

import java.util.List;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;

/// Codes from what the codebook says, without any coded answer.
///
/// The score of an answer for a theme is the mean of the whole answer's and its best passage's (`ThemeScores`); where
/// the theme bears the name of a subject, the subject's words speak too (`SubjectWords`); a
/// logistic curve turns it into a probability. One curve serves all corpora: the median of those fitted to eight
/// labelled sets, whose middles range from 0.18 to 0.50 and slopes from 10 to 15. Read such a confidence as a rank
/// with a rough scale; `Coder.learn` calibrates to the corpus.
public final class ZeroShotCoder implements Coder {
    /// Score at which a person agrees with every second coding, and how fast agreement grows with the score.
    private static final double MIDDLE = 0.29;

    private static final double SLOPE = 12;

    private final List<Theme> themes;
    private final Origins origins;
    private final ThemeScores scores;
    private final SubjectWords subjects;
    private final Options options;

    private ZeroShotCoder(List<Theme> themes, Origins origins, ThemeScores scores, Options options) {
        this.themes = themes;
        this.origins = origins;
        this.scores = scores;
        this.subjects = SubjectWords.of(themes);
        this.options = options;
    }

    /// @param threshold least confidence of a coding, in (0, 1)
    /// @param crew who does the arithmetic; the result does not depend on it
    public record Options(double threshold, Crew crew) {
        /// Codings that are more likely right than wrong, on all cores.
        public static final Options DEFAULT = new Options(0.5, Crew.ofAllCores());

        public Options {
            if (!(threshold > 0 && threshold < 1)) {
                throw new IllegalArgumentException("threshold must be in (0, 1): " + threshold);
            }
        }
    }

    /// The points from which directions are seen: with them kept, one theme can be coded anew years later, apart from
    /// all others, and gets the numbers it would have got among them.
    ///
    /// @param corpus mean vector of the question's passages
    /// @param words mean vector of what the codebook says of its themes
    @SuppressWarnings("ArrayRecordComponent")
    public record Origins(float[] corpus, float[] words) {
        public Origins {
            if (corpus.length != words.length) {
                throw new IllegalArgumentException(
                        "origins must have one dimension: " + corpus.length + " and " + words.length);
            }
        }

        /// The points from which a corpus and its themes are seen.
        ///
        /// @param sample one row per passage
        /// @param embedder the one that made the sample's vectors, or one whose vectors lie in the same space
        public static Origins of(Vectors sample, List<Theme> themes, Embedder embedder) {
            return of(sample, ThemeVectors.ofWords(themes, embedder, Progress.SILENT));
        }

        private static Origins of(Vectors sample, Vectors words) {
            float[] corpus = Rows.mean(sample);
            // The mean of two themes' words leaves only their difference: centre on the corpus instead.
            return new Origins(corpus, words.rows() > 2 ? Rows.mean(words) : corpus);
        }
    }

    /// Learns where the corpus lies and where each theme points.
    ///
    /// @param sample passages of the question: all, or a random sample of some thousands
    /// @param centres for themes found in this corpus the mean vector of their passages, one row per theme, a zero
    ///     row where unknown; null if none is known
    /// @param embedder the one that made the sample's vectors, or one whose vectors lie in the same space
    public static ZeroShotCoder fit(
            List<Theme> themes,
            Batch sample,
            @Nullable Vectors centres,
            Embedder embedder,
            Options options,
            Progress progress) {
        Vectors words = ThemeVectors.ofWords(themes, embedder, progress);
        return fit(themes, Origins.of(sample.vectors(), words), words, centres, embedder, options, progress);
    }

    /// As `fit` on a sample, seen from origins that an earlier fit found: each theme's numbers are independent of the
    /// other themes.
    public static ZeroShotCoder fit(
            List<Theme> themes,
            Origins origins,
            @Nullable Vectors centres,
            Embedder embedder,
            Options options,
            Progress progress) {
        Vectors words = ThemeVectors.ofWords(themes, embedder, progress);
        return fit(themes, origins, words, centres, embedder, options, progress);
    }

    private static ZeroShotCoder fit(
            List<Theme> themes,
            Origins origins,
            Vectors words,
            @Nullable Vectors centres,
            Embedder embedder,
            Options options,
            Progress progress) {
        if (centres != null && centres.rows() != themes.size()) {
            throw new IllegalArgumentException(
                    "every theme needs one centre: " + themes.size() + " themes, " + centres.rows() + " centres");
        }
        List<Theme> codebook = List.copyOf(themes);
        Vectors directions = ThemeVectors.of(codebook, origins, words, centres, embedder, progress);
        ThemeScores scores = new ThemeScores(directions, origins.corpus(), options.crew());
        return new ZeroShotCoder(codebook, origins, scores, options);
    }

    /// The points from which this coder sees the corpus.
    public Origins origins() {
        return origins;
    }

    @Override
    public List<Theme> themes() {
        return themes;
    }

    /// The mean of the corpus on which this coder centres.
    float[] mean() {
        return scores.mean();
    }

    /// Scores of passages, and of answers: the mean of the whole answer's and its best passage's.
    ///
    /// @param passages one row per passage of the batch
    /// @param answers one row per answer; zeros for an answer without passages
    /// @param best per answer and theme the row of the passage that scores best, -1 for an answer without passages
    record Scores(Vectors passages, Vectors answers, int[] best) {}

    Scores scores(Batch batch) {
        int k = themes.size();
        Vectors passages = scores.of(batch.vectors());
        Vectors answers = scores.of(batch.answerVectors());
        int[] offsets = batch.offsets();
        subjects.judge(batch, passages, answers);
        int[] best = new int[answers.values().length];
        for (int i = 0; i < batch.size(); i++) {
            for (int t = 0; t < k; t++) {
                int at = i * k + t;
                best[at] = best(passages, offsets[i], offsets[i + 1], t);
                if (best[at] >= 0) {
                    answers.values()[at] = 0.5f * (answers.values()[at] + passages.at(best[at], t));
                }
            }
        }
        return new Scores(passages, answers, best);
    }

    private static int best(Vectors passages, int from, int to, int theme) {
        int best = from < to ? from : -1;
        for (int p = from + 1; p < to; p++) {
            if (passages.at(p, theme) > passages.at(best, theme)) {
                best = p;
            }
        }
        return best;
    }

    @Override
    public Vectors confidences(Batch batch) {
        Vectors answers = scores(batch).answers();
        for (int i = 0; i < answers.values().length; i++) {
            answers.values()[i] = (float) confidence(answers.values()[i]);
        }
        return answers;
    }

    @Override
    public Coded code(Batch batch) {
        Scores found = scores(batch);
        int[] offsets = batch.offsets();
        Codings.Builder codings = new Codings.Builder();
        for (int i = 0; i < batch.size(); i++) {
            List<Span> spans = batch.passages().get(i);
            for (int t = 0; t < themes.size() && !spans.isEmpty(); t++) {
                double confidence = confidence(found.answers().at(i, t));
                if (confidence >= options.threshold()) {
                    int passage = found.best()[i * themes.size() + t] - offsets[i];
                    codings.add(batch.first() + i, spans.get(passage), t, (float) confidence);
                }
            }
        }
        return new Coded(codings.build(), uncovered(found.passages()));
    }

    /// Per passage the probability that no theme covers it: the most confident theme decides.
    float[] uncovered(Vectors passages) {
        float[] uncovered = new float[passages.rows()];
        for (int p = 0; p < uncovered.length; p++) {
            double most = 0;
            for (int t = 0; t < themes.size(); t++) {
                most = Math.max(most, confidence(passages.at(p, t)));
            }
            uncovered[p] = (float) (1 - most);
        }
        return uncovered;
    }

    private static double confidence(double score) {
        return 1 / (1 + Math.exp(-SLOPE * (score - MIDDLE)));
    }
}
