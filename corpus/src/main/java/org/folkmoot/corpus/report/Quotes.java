package org.folkmoot.corpus.report;

import java.util.Optional;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Passage;
import org.jspecify.annotations.Nullable;

/// Makes quotes of one question's passages.
public final class Quotes {
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

    /// A passage that a person chose; empty if it may not be published.
    public Optional<Quote> chosen(Passage passage) {
        return publishable.allows(passage) ? Optional.of(of(passage, Quote.BY_PERSON)) : Optional.empty();
    }

    Quote of(Passage passage, float confidence) {
        int answer = passage.answer();
        float shown = question.reviewedBy().containsKey(answer) && confidence >= 0 ? Quote.BY_PERSON : confidence;
        return new Quote(
                passage,
                passage.span().of(publishable.text(answer)),
                reference(answer),
                group(answer),
                position(answer),
                language(answer),
                shown);
    }

    /// Where the words stand: names nobody. An id without a digit, or with an e-mail sign, may be a name; so may the
    /// file of a letter, for which its place in the tables stands.
    private String reference(int answer) {
        Response response = publishable.response(answer);
        String respondent = response.respondent();
        String row = String.valueOf(response.source().row());
        if (respondent.equals(response.source().file())) {
            return words.of("quote.letter", String.valueOf(answer + 1));
        }
        String own = respondent.replace("(row " + row + ")", "");
        return own.contains("@") || own.chars().noneMatch(Character::isDigit)
                ? words.of("quote.row", row)
                : words.of("quote.reference", respondent, row);
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
