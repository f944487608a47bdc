package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.Question;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.duplicate.Campaigns;
import org.folkmoot.text.duplicate.DuplicateGroups;
import org.folkmoot.text.duplicate.NearDuplicates;
import org.folkmoot.text.duplicate.OrganisedLetter;
import org.folkmoot.text.language.LanguageGuess;
import org.folkmoot.text.passage.NoView;
import org.folkmoot.text.privacy.PersonalData;
import org.folkmoot.text.privacy.PersonalDataFinder;

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
    private static final int BLOCK = 512;

    /// @param answers one per response, as received
    static Screened of(Question question, List<String> answers, Crew crew, Progress progress) {
        AnswerStatus[] status = new AnswerStatus[answers.size()];
        List<String> analysed = new ArrayList<>(answers.size());
        for (int r = 0; r < status.length; r++) {
            status[r] = status(answers.get(r), question.text());
            analysed.add(status[r] == AnswerStatus.ANALYSED ? answers.get(r) : "");
        }
        DistinctTexts texts = DistinctTexts.of(analysed);
        DuplicateGroups groups = NearDuplicates.of(analysed, threads(crew), progress);
        int[] group = new int[texts.size()];
        Arrays.setAll(group, t -> texts.of()[groups.group()[texts.firstResponse(t)]]);
        String[] language = new String[texts.size()];
        List<List<Span>> personal = new ArrayList<>(Collections.nCopies(texts.size(), List.of()));
        crew.run(question.id() + ": languages and personal data", Math.ceilDiv(texts.size(), BLOCK), progress, b -> {
            for (int t = b * BLOCK; t < Math.min(texts.size(), (b + 1) * BLOCK); t++) {
                language[t] = LanguageGuess.of(texts.texts().get(t));
                personal.set(
                        t,
                        PersonalDataFinder.find(texts.texts().get(t)).stream()
                                .map(PersonalData::span)
                                .toList());
            }
        });
        return new Screened(
                Arrays.asList(status),
                texts,
                group,
                Arrays.asList(language),
                personal,
                campaigns(question.id(), analysed, groups));
    }

    Languages languages() {
        return Languages.of(language);
    }

    private static NearDuplicates.Options threads(Crew crew) {
        NearDuplicates.Options usual = NearDuplicates.Options.DEFAULT;
        return new NearDuplicates.Options(
                usual.near(), usual.merge(), usual.adopt(), usual.leastWords(), crew.threads(), usual.seed());
    }

    private static List<Campaign> campaigns(String questionId, List<String> answers, DuplicateGroups groups) {
        List<Campaign> campaigns = new ArrayList<>();
        for (OrganisedLetter letter : Campaigns.among(answers, groups)) {
            List<Passage> additions = new ArrayList<>();
            for (OrganisedLetter.Member member : letter.members()) {
                member.additions().forEach(span -> additions.add(new Passage(member.text(), span)));
            }
            campaigns.add(new Campaign(
                    questionId + "-C" + (campaigns.size() + 1),
                    letter.commonText(),
                    letter.members().stream().map(OrganisedLetter.Member::text).toList(),
                    letter.variants().stream()
                            .map(variant -> new Campaign.Variant(answers.get(variant.text()), variant.count()))
                            .toList(),
                    additions));
        }
        return campaigns;
    }

    private static AnswerStatus status(String answer, String question) {
        if (answer.isBlank()) {
            return AnswerStatus.BLANK;
        }
        return switch (NoView.of(answer, question)) {
            case VIEW -> AnswerStatus.ANALYSED;
            case NO_VIEW -> AnswerStatus.NO_VIEW;
            case CROSS_REFERENCE -> AnswerStatus.CROSS_REFERENCE;
        };
    }
}
