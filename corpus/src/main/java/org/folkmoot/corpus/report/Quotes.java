package org.folkmoot.corpus.report;

import java.util.Optional;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Passage;
import org.jspecify.annotations.Nullable;

/// Makes quotes of one question's passages.
final class Quotes {
    private static final int RARE = 5;

    private final QuestionAnalysis question;
    private final Publishable publishable;
    private final @Nullable Grouping groups;
    private final int[] groupSizes;
    private final @Nullable Grouping positions;
    private final String pageLanguage;
    private final Words words;

    Quotes(
            QuestionAnalysis question,
            Publishable publishable,
            Optional<Grouping> groups,
            Optional<Grouping> positions,
            Words words) {
        this.question = question;
        this.publishable = publishable;
        this.groups = groups.orElse(null);
        this.groupSizes = groups.map(g -> g.counts(_ -> true)).orElse(new int[0]);
        this.positions = positions.filter(p -> !p.tooMany()).orElse(null);
        this.pageLanguage = words.language();
        this.words = words;
    }

    Quote of(Passage passage, float confidence) {
        int answer = passage.answer();
        float shown = question.reviewedBy().containsKey(answer) && confidence >= 0 ? Quote.BY_PERSON : confidence;
        return new Quote(
                passage,
                passage.span().of(publishable.text(answer)),
                reference(publishable.response(answer)),
                group(answer),
                position(answer),
                language(answer),
                shown);
    }

    private String reference(Response response) {
        String respondent = response.respondent();
        // An e-mail address as an id would be personal data.
        return respondent.isBlank() || respondent.contains("@")
                ? words.of("quote.row", String.valueOf(response.source().row()))
                : words.of(
                        "quote.reference",
                        respondent,
                        String.valueOf(response.source().row()));
    }

    String group(int answer) {
        if (groups == null || groups.of(answer) < 0 || groupSizes[groups.of(answer)] < RARE) {
            return "";
        }
        return groups.labels().get(groups.of(answer));
    }

    String position(int answer) {
        return positions == null || positions.of(answer) < 0
                ? ""
                : positions.labels().get(positions.of(answer));
    }

    private String language(int answer) {
        String tag = question.language().get(answer);
        return tag.equals("und") || pageLanguage.startsWith(tag) ? "" : tag;
    }
}
