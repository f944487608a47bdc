package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.text.Passage;

/// One campaign as the report shows it.
///
/// @param commonText empty if no member who sent it may be quoted
/// @param variants those that may be quoted, most frequent first
/// @param additions those that may be quoted
public record CampaignPart(
        Campaign campaign, String commonText, List<Campaign.Variant> variants, List<Quote> additions) {
    private static final int MOST_VARIANTS = 5;
    private static final int MOST_ADDITIONS = 12;

    static CampaignPart of(Campaign campaign, Publishable publishable, Quotes quotes) {
        Set<String> sent = new HashSet<>();
        String common = "";
        for (int member : campaign.members()) {
            if (publishable.allowsAll(member)) {
                String text = publishable.text(member);
                sent.add(text);
                if (common.isEmpty() && text.contains(campaign.commonText())) {
                    common = campaign.commonText();
                }
            }
        }
        List<Quote> additions = new ArrayList<>();
        for (Passage passage : campaign.additions()) {
            if (additions.size() < MOST_ADDITIONS && publishable.allows(passage)) {
                additions.add(quotes.of(passage, Quote.UNCODED));
            }
        }
        return new CampaignPart(
                campaign,
                common,
                campaign.variants().stream()
                        .filter(variant -> sent.contains(variant.text()))
                        .limit(MOST_VARIANTS)
                        .toList(),
                List.copyOf(additions));
    }
}
