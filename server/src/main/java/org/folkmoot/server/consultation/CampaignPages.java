package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.PublishableTexts;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalDataFinder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Groups of nearly identical answers: the text they share, how it varies, and what people added to it.
@RestController
@RequestMapping("/consultations/{consultation}/campaigns")
public final class CampaignPages {
    private static final String SECTION = "campaigns";
    private static final int ADDITIONS = 200;
    private static final int VARIANTS = 50;
    private static final int BRIEF = 240;

    private final Pages pages;
    private final Campaigns campaigns;
    private final PublishableTexts publishable;

    CampaignPages(Pages pages, Campaigns campaigns, PublishableTexts publishable) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.publishable = publishable;
    }

    /// All campaigns, largest first.
    public record Model(long consultation, List<Item> campaigns) {}

    /// @param begins how its common text begins
    public record Item(
            long id, String code, String question, String begins, String language, int submissions, int texts) {}

    /// One campaign.
    ///
    /// @param additions what people added
    /// @param allAdditions how many there are, with those not listed
    /// @param answers address of the answers that belong to it
    public record One(
            long consultation,
            String code,
            String question,
            String commonText,
            String language,
            int submissions,
            int texts,
            List<Campaigns.Variant> variants,
            List<Added> additions,
            int allAdditions,
            String answers) {}

    /// What a member added, as the asker may see it.
    ///
    /// @param answer its id
    public record Added(long answer, String words, String language) {}

    @Needs(Right.VIEW)
    @GetMapping
    ResponseEntity<String> list(@PathVariable long consultation, Asker asker) {
        return pages.show(
                "consultation/campaigns.jte",
                asker.in(consultation, SECTION),
                new Model(consultation, items(consultation, asker)));
    }

    List<Item> items(long consultation, Asker asker) {
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        return campaigns.of(consultation).stream()
                .map(k -> new Item(
                        k.id(),
                        k.code(),
                        k.questionText(),
                        brief(original ? k.commonText() : shown(k.commonText(), campaigns.hidden(k.id()))),
                        k.language(),
                        k.submissions(),
                        k.texts()))
                .toList();
    }

    @Needs(Right.VIEW)
    @GetMapping("/{campaign}")
    ResponseEntity<String> one(@PathVariable long consultation, @PathVariable long campaign, Asker asker) {
        return pages.show(
                "consultation/campaign.jte", asker.in(consultation, SECTION), found(consultation, campaign, asker));
    }

    One found(long consultation, long campaign, Asker asker) {
        Campaigns.Campaign k = campaigns.find(consultation, campaign).orElseThrow(Refused::notFound);
        boolean original = asker.may(Right.SEE_ORIGINAL, consultation);
        List<Campaigns.Addition> additions = campaigns.additions(campaign, ADDITIONS);
        Map<Long, PublishableText> texts = publishable.of(
                additions.stream().map(Campaigns.Addition::answer).distinct().toList());
        List<Added> added = additions.stream()
                .map(a -> {
                    PublishableText text = texts.get(a.answer());
                    return new Added(
                            a.answer(),
                            original || text == null ? a.span().of(a.text()) : text.words(a.span()),
                            a.language());
                })
                .toList();
        Map<String, List<Span>> hidden = original ? Map.of() : campaigns.hidden(campaign);
        List<Campaigns.Variant> variants = k.variants().stream()
                .limit(VARIANTS)
                .map(variant -> new Campaigns.Variant(
                        original ? variant.text() : shown(variant.text(), hidden), variant.count()))
                .toList();
        return new One(
                consultation,
                k.code(),
                k.questionText(),
                original ? k.commonText() : shown(k.commonText(), hidden),
                k.language(),
                k.submissions(),
                k.texts(),
                variants,
                added,
                campaigns.countAdditions(campaign),
                ExplorePages.address(
                        consultation,
                        AnswerFilter.everything().ofQuestion(k.question()).withCampaign(k.code())));
    }

    /// A text of many as it is shown to those who may not see originals: without what looks like personal data, and
    /// without what is hidden in any answer that has it.
    ///
    /// @param hidden by text of members
    private static String shown(String text, Map<String, List<Span>> hidden) {
        List<Span> spans = new ArrayList<>();
        PersonalDataFinder.find(text).forEach(found -> spans.add(found.span()));
        hidden.forEach((member, of) -> {
            int at = member.indexOf(text);
            for (Span span : at < 0 ? List.<Span>of() : of) {
                int start = Math.max(0, span.start() - at);
                int end = Math.min(text.length(), span.end() - at);
                if (start < end) {
                    spans.add(new Span(start, end));
                }
            }
        });
        return PublishableText.of(text, spans).text();
    }

    private static String brief(String text) {
        if (text.length() <= BRIEF) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(BRIEF - 1)) ? BRIEF - 1 : BRIEF;
        return text.substring(0, end) + "…";
    }
}
