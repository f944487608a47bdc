package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.passage.NoView;

/// The answers to one question, looked through before themes are sought: what is to be analysed, what is the same,
/// which language, which personal data.
///
/// @param status one per response
/// @param texts the different texts to analyse
/// @param group per text, equal for near-identical texts: the index of the first of them
/// @param language per text, a BCP 47 tag
/// @param personal per text, the spans that hold personal data
/// @param campaigns largest first; member indices are response indices
record Screened(
        List<AnswerStatus> status,
        DistinctTexts texts,
        int[] group,
        List<String> language,
        List<List<Span>> personal,
        List<Campaign> campaigns) {

    /// @param answers one per response, as received
    static Screened of(String questionId, List<String> answers, Progress progress) {
        AnswerStatus[] status = new AnswerStatus[answers.size()];
        List<String> analysed = new ArrayList<>(answers.size());
        for (int r = 0; r < status.length; r++) {
            status[r] = status(answers.get(r));
            analysed.add(status[r] == AnswerStatus.ANALYSED ? answers.get(r) : "");
            if (r % 10_000 == 0) {
                progress.at(questionId + ": sorting out answers without a view", r, status.length);
            }
        }
        DistinctTexts texts = DistinctTexts.of(analysed);
        int[] group = new int[texts.size()];
        Arrays.setAll(group, i -> i);
        return new Screened(
                Arrays.asList(status),
                texts,
                group,
                java.util.Collections.nCopies(texts.size(), "en"),
                java.util.Collections.nCopies(texts.size(), List.<Span>of()),
                List.of());
    }

    private static AnswerStatus status(String answer) {
        if (answer.isBlank()) {
            return AnswerStatus.BLANK;
        }
        return switch (NoView.of(answer)) {
            case VIEW -> AnswerStatus.ANALYSED;
            case NO_VIEW -> AnswerStatus.NO_VIEW;
            case CROSS_REFERENCE -> AnswerStatus.CROSS_REFERENCE;
        };
    }
}
