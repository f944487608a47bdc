package org.folkmoot.server.consultation;

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
import org.folkmoot.text.privacy.PersonalData;
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
    public record Item(long id, String code, String question, String begins, int submissions, int texts) {}

    /// One campaign.
    ///
    /// @param additions what people added, as the asker may see it
    public record One(
            long consultation,
            String code,
            String question,
            String commonText,
            int submissions,
            int texts,
            List<Campaigns.Variant> variants,
            List<String> additions) {}

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
                        brief(shown(k.commonText(), original)),
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
        List<String> added = additions.stream()
                .map(a -> {
                    PublishableText text = texts.get(a.answer());
                    return original || text == null ? a.span().of(a.text()) : text.words(a.span());
                })
                .toList();
        List<Campaigns.Variant> variants = k.variants().stream()
                .limit(VARIANTS)
                .map(variant -> new Campaigns.Variant(shown(variant.text(), original), variant.count()))
                .toList();
        return new One(
                consultation,
                k.code(),
                k.questionText(),
                shown(k.commonText(), original),
                k.submissions(),
                k.texts(),
                variants,
                added);
    }

    /// A text of many as the asker may see it: what looks like personal data is hidden from those without the right,
    /// whatever was decided on it in single answers.
    private static String shown(String text, boolean original) {
        if (original) {
            return text;
        }
        List<Span> found =
                PersonalDataFinder.find(text).stream().map(PersonalData::span).toList();
        return PublishableText.of(text, found).text();
    }

    private static String brief(String text) {
        if (text.length() <= BRIEF) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(BRIEF - 1)) ? BRIEF - 1 : BRIEF;
        return text.substring(0, end) + "…";
    }
}
