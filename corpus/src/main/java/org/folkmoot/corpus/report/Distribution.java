package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Question;

/// How the answers to a closed or about-you question are divided.
///
/// @param answered how many responses have a value
/// @param unanswered how many have none
/// @param slices empty if there are too many different values to list
public record Distribution(String anchor, Question question, int answered, int unanswered, List<Slice> slices) {
    /// @param hidden whether the count is too small to publish
    public record Slice(String label, int count, boolean hidden) {}

    /// @param hideSmall whether small counts could point at a person
    static Distribution of(Grouping grouping, int responses, boolean hideSmall) {
        Question question = grouping.question();
        int[] counts = grouping.counts(_ -> true);
        boolean[] hidden = hideSmall ? SmallCells.hidden(counts) : new boolean[counts.length];
        List<Slice> slices = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < counts.length; i++) {
            slices.add(new Slice(grouping.labels().get(i), counts[i], hidden[i]));
            answered += counts[i];
        }
        return new Distribution(
                Anchors.of("closed", question.id()), question, answered, responses - answered, List.copyOf(slices));
    }

    public boolean hasHidden() {
        return slices.stream().anyMatch(Slice::hidden);
    }
}
