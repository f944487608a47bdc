package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.ThemeCounts;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// One open question as the report shows it.
///
/// @param closed how the closed question it explains was answered, null if there is none
/// @param analysed answers analysed, the base of all shares
/// @param distinctTexts how many (nearly) different texts these are
/// @param withoutTheme analysed answers that carry no theme
/// @param themes at the top level, in the codebook's order
/// @param byGroup themes by kind of respondent, null if there is nothing to compare
/// @param byPosition themes by answer to the closed question, null if there is nothing to compare
/// @param quotes makes further quotes of the question's passages
public record QuestionPart(
        String anchor,
        QuestionAnalysis question,
        @Nullable Distribution closed,
        int analysed,
        int distinctTexts,
        int withoutTheme,
        List<ThemePart> themes,
        @Nullable CrossTable byGroup,
        @Nullable CrossTable byPosition,
        List<CampaignPart> campaigns,
        List<UncoveredPart> uncovered,
        List<LanguagePart> languages,
        Quotes quotes) {
    private static final int MOST_CAMPAIGNS = 20;
    private static final int MOST_UNCOVERED = 60;

    /// One question by itself, in British English, without the further passages of its themes.
    public static QuestionPart of(Consultation consultation, QuestionAnalysis question) {
        return of(consultation, question, Grouping.ofRespondentType(consultation), 0, new Words(Locale.UK));
    }

    static QuestionPart of(
            Consultation consultation,
            QuestionAnalysis question,
            Optional<Grouping> groups,
            int mostPassages,
            Words words) {
        Optional<Grouping> positions = consultation.questions().stream()
                .filter(q -> q.id().equals(question.question().pairedWith()))
                .findFirst()
                .map(q -> Grouping.of(consultation, q));
        Publishable publishable = new Publishable(consultation, question);
        Quotes quotes = new Quotes(question, publishable, groups, positions, words);
        ThemeCounts counts = ThemeCounts.of(question);
        List<ThemePart> themes = new ThemeParts(question, counts, publishable, quotes, mostPassages).of(null, "");
        List<ThemePart> all = new ArrayList<>();
        themes.forEach(theme -> {
            all.add(theme);
            all.addAll(theme.subThemes());
        });
        return new QuestionPart(
                Anchors.of("question", question.question().id()),
                question,
                positions
                        .map(g -> Distribution.of(g, consultation.responses().size(), false))
                        .orElse(null),
                analysed(question),
                (int) question.distinctText().stream()
                        .filter(text -> text >= 0)
                        .distinct()
                        .count(),
                analysed(question) - coded(question.codings()),
                themes,
                compare(question, all, counts, groups),
                compare(question, all, counts, positions),
                question.campaigns().stream()
                        .limit(MOST_CAMPAIGNS)
                        .map(campaign -> CampaignPart.of(campaign, publishable, quotes))
                        .toList(),
                question.uncovered().stream()
                        .limit(MOST_UNCOVERED)
                        .map(group -> UncoveredPart.of(group, publishable, quotes))
                        .toList(),
                LanguagePart.of(question, publishable, quotes),
                quotes);
    }

    private static @Nullable CrossTable compare(
            QuestionAnalysis question, List<ThemePart> themes, ThemeCounts counts, Optional<Grouping> groups) {
        return groups.filter(g -> !g.tooMany())
                .map(g -> CrossTable.of(question, themes, counts, g))
                .filter(CrossTable::compares)
                .orElse(null);
    }

    private static int analysed(QuestionAnalysis question) {
        return (int) question.status().stream()
                .filter(s -> s == AnswerStatus.ANALYSED)
                .count();
    }

    private static int coded(Codings codings) {
        int answers = 0;
        for (int i = 0; i < codings.size(); i++) {
            answers += i == 0 || codings.answer(i) != codings.answer(i - 1) ? 1 : 0;
        }
        return answers;
    }

    /// Makes the parts of one question's themes.
    private static final class ThemeParts {
        private static final int QUOTES = 4;
        private static final int QUOTES_BELOW = 2;

        private final QuestionAnalysis question;
        private final ThemeCounts counts;
        private final Quotes quotes;
        private final List<ThemePassages> passages = new ArrayList<>();
        private final int mostPassages;
        private final int base;

        ThemeParts(QuestionAnalysis question, ThemeCounts counts, Publishable rules, Quotes quotes, int mostPassages) {
            this.question = question;
            this.counts = counts;
            this.quotes = quotes;
            this.mostPassages = mostPassages;
            this.base = analysed(question);
            question.themes().forEach(_ -> passages.add(new ThemePassages(Math.max(100, mostPassages))));
            Codings codings = question.codings();
            for (int i = 0; i < codings.size(); i++) {
                int answer = codings.answer(i);
                passages.get(codings.theme(i))
                        .add(
                                answer,
                                codings.span(i),
                                codings.confidence(i),
                                question.distinctText().get(answer),
                                rules);
            }
        }

        List<ThemePart> of(@Nullable String parent, String prefix) {
            List<ThemePart> parts = new ArrayList<>();
            for (int i = 0; i < question.themes().size(); i++) {
                Theme theme = question.themes().get(i);
                if (java.util.Objects.equals(theme.parent(), parent)) {
                    parts.add(part(i, theme, prefix + (parts.size() + 1)));
                }
            }
            return parts;
        }

        private ThemePart part(int index, Theme theme, String number) {
            ThemePassages ofTheme = passages.get(index);
            List<Quote> best = ofTheme.best().stream()
                    .map(candidate -> quotes.of(candidate.passage(), candidate.confidence()))
                    .toList();
            List<Quote> chosen = Selection.of(
                    best,
                    theme.parent() == null ? QUOTES : QUOTES_BELOW,
                    List.of(theme.headline(), theme.description()));
            List<Quote> more = best.stream()
                    .filter(quote -> !chosen.contains(quote))
                    .limit(Math.max(0, mostPassages - chosen.size()))
                    .toList();
            return new ThemePart(
                    WrittenReport.anchor(question.question().id(), theme.id()),
                    number,
                    theme,
                    counts.submissions(index),
                    counts.distinctTexts(index),
                    base,
                    question.mixed().getOrDefault(theme.id(), ""),
                    chosen,
                    more,
                    ofTheme,
                    of(theme.id(), number + "."));
        }
    }
}
