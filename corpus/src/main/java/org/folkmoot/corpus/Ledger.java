package org.folkmoot.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The account of every received row: for each open question received = excluded + one status for each response.
///
/// @param received rows received
/// @param excluded reason to number of rows set aside on reading, in alphabetical order
/// @param lines one per open question
public record Ledger(int received, SortedMap<String, Integer> excluded, List<Line> lines) {
    /// The responses to one open question, counted by status.
    ///
    /// @param counts a number for every status, 0 included
    public record Line(Question question, Map<AnswerStatus, Integer> counts) {
        public int count(AnswerStatus status) {
            return counts.getOrDefault(status, 0);
        }
    }

    /// Counts an analysis.
    ///
    /// @throws IllegalStateException if a question does not give every response exactly one status
    public static Ledger of(Analysis analysis) {
        Consultation consultation = analysis.consultation();
        SortedMap<String, Integer> excluded = new TreeMap<>();
        for (Exclusion exclusion : consultation.excluded()) {
            excluded.merge(exclusion.reason(), 1, Integer::sum);
        }
        List<Line> lines = new ArrayList<>();
        for (QuestionAnalysis question : analysis.questions()) {
            lines.add(line(question, consultation.responses().size()));
        }
        return new Ledger(consultation.received(), excluded, List.copyOf(lines));
    }

    private static Line line(QuestionAnalysis analysis, int responses) {
        if (analysis.status().size() != responses) {
            throw new IllegalStateException("question " + analysis.question().id() + " accounts for "
                    + analysis.status().size() + " of " + responses + " responses");
        }
        Map<AnswerStatus, Integer> counts = new EnumMap<>(AnswerStatus.class);
        for (AnswerStatus status : AnswerStatus.values()) {
            counts.put(status, 0);
        }
        for (AnswerStatus status : analysis.status()) {
            counts.merge(status, 1, Integer::sum);
        }
        return new Line(analysis.question(), counts);
    }

    public int excludedRows() {
        return excluded.values().stream().mapToInt(Integer::intValue).sum();
    }
}
