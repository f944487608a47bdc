package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.quality.sampling.Draw;

/// What a reader gets: the answers drawn, without what the machine said of them, and the codebook.
public final class BlindSheet {
    private BlindSheet() {}

    /// The answers as rows, header first. To be filled in: `themes` (ids separated by |, blank for none),
    /// `reviewed_by`, which marks an answer as read, and `note`.
    public static List<List<String>> answers(RunAnswers run, Draw draw) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("item", "question", "answer", "themes", "reviewed_by", "note", "stratum", "probability"));
        for (Draw.Drawn drawn : draw.units()) {
            Answer answer = run.answers().get(drawn.unit().id());
            if (answer == null) {
                throw new IllegalArgumentException(
                        "no answer " + drawn.unit().id() + " in the run that the sample was drawn from");
            }
            rows.add(List.of(
                    answer.item(),
                    answer.question(),
                    answer.text(),
                    "",
                    "",
                    "",
                    drawn.unit().stratum(),
                    Double.toString(drawn.probability())));
        }
        return rows;
    }

    /// The themes of a question as rows, header first, for readers to know the ids.
    public static List<List<String>> codebook(RunAnswers run, String question) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "parent", "headline", "description"));
        for (RunTheme theme : run.themes().getOrDefault(question, List.of())) {
            rows.add(List.of(theme.id(), theme.parent(), theme.headline(), theme.description()));
        }
        return rows;
    }
}
