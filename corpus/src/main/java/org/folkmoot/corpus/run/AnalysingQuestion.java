package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.edit.ReviewedAnswer;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// Analyses one open question of a consultation that is held in memory, and leaves a bench for the work on its themes.
public final class AnalysingQuestion {
    private AnalysingQuestion() {}

    /// What is to be analysed.
    ///
    /// @param codebook the themes to code to; null to discover them
    /// @param earlier by theme id passages that an earlier run coded to it
    /// @param reviewed by response index what people decided; only with a codebook
    public record Request(
            Consultation consultation,
            Question question,
            RunOptions options,
            @Nullable List<Theme> codebook,
            Map<String, List<String>> earlier,
            SortedMap<Integer, ReviewedAnswer> reviewed) {
        public Request {
            if (question.kind() != Question.Kind.OPEN) {
                throw new IllegalArgumentException("only open questions are analysed: " + question.id());
            }
            if (codebook == null && !reviewed.isEmpty()) {
                throw new IllegalArgumentException("reviewed answers need the codebook they were reviewed with");
            }
            codebook = codebook == null ? null : List.copyOf(codebook);
        }

        /// Discovers the themes of a question.
        public static Request discover(Consultation consultation, Question question, RunOptions options) {
            return new Request(consultation, question, options, null, Map.of(), new TreeMap<>());
        }
    }

    /// What came of it.
    ///
    /// @param centres by theme id the mean vector of the passages a discovered theme was found in, or of the
    ///     earlier passages of a given one; only of themes without sub-themes, as only these are coded to
    /// @param measures what the run measured of itself, name to value
    /// @param warnings for people to read
    public record Done(
            QuestionAnalysis analysis,
            Bench bench,
            Map<String, float[]> centres,
            SortedMap<String, String> measures,
            List<String> warnings) {}

    /// @param engine its transformer may be shared with other runs
    /// @throws java.util.concurrent.CancellationException if progress stops the run
    public static Done run(Request request, Engine engine) {
        var notes = new QuestionRun.Notes(new TreeMap<>(), new ArrayList<>());
        QuestionRun.Outcome outcome = new QuestionRun(engine, notes).run(request, true);
        return new Done(
                outcome.analysis(),
                Objects.requireNonNull(outcome.bench()),
                outcome.centres(),
                notes.measures(),
                List.copyOf(notes.warnings()));
    }
}
