package org.folkmoot.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.folkmoot.text.duplicate.OrganisedLetter.Variant;
import org.junit.jupiter.api.Test;

class CampaignsTest {
    private static final String LETTER = """
            Dear councillors, I ask you to reject the quarry extension at Pen Hill. Lorries already pass the school gate
            every four minutes from dawn. The dust has stained every window in the lower village. Please refuse consent
            and protect the spring that feeds our wells.""";

    private static final String OWN = "My son has asthma and we keep the windows shut all summer.";

    private static List<OrganisedLetter> letters(List<String> texts) {
        return Campaigns.among(texts, NearDuplicates.of(texts));
    }

    private static List<String> campaign() {
        List<String> texts = new ArrayList<>(Collections.nCopies(6, LETTER));
        texts.add("An answer that has nothing to do with any quarry, sent by somebody about bus shelters.");
        texts.add(LETTER.toUpperCase(java.util.Locale.ROOT));
        texts.add(LETTER + " " + OWN + "\nYours, A. Sender");
        texts.add(LETTER.replace("The dust has stained every window in the lower village. ", ""));
        return texts;
    }

    @Test
    void theWordingSentMostOftenIsTheCommonText() {
        OrganisedLetter letter = letters(campaign()).getFirst();
        assertThat(letter.commonText()).isEqualTo(LETTER);
        assertThat(letter.members())
                .extracting(OrganisedLetter.Member::text)
                .containsExactly(0, 1, 2, 3, 4, 5, 7, 8, 9);
        assertThat(letter.variants()).containsExactly(new Variant(0, 7), new Variant(8, 1), new Variant(9, 1));
    }

    @Test
    void ownWordsAreFoundVerbatim() {
        List<String> texts = campaign();
        List<OrganisedLetter.Member> members = letters(texts).getFirst().members();
        assertThat(members.get(7).additions())
                .extracting(span -> span.of(texts.get(8)))
                .containsExactly(OWN);
        assertThat(members.stream().filter(m -> !m.additions().isEmpty())).hasSize(1);
    }

    @Test
    void leavingOutIsNotAdding() {
        List<OrganisedLetter.Member> members = letters(campaign()).getFirst().members();
        assertThat(members.get(8).onlyDropped()).isTrue();
        assertThat(members.get(8).kept()).isBetween(0.6, 0.9);
        assertThat(members.subList(0, 8)).noneMatch(OrganisedLetter.Member::onlyDropped);
    }

    @Test
    void aParagraphManySendersChoseWasOffered() {
        List<String> texts = campaign();
        String choice = LETTER + " As a walker I would also miss the old path along the ridge.";
        texts.addAll(Collections.nCopies(3, choice));
        OrganisedLetter letter = letters(texts).getFirst();
        assertThat(letter.members().subList(9, 12)).allMatch(m -> m.additions().isEmpty());
    }

    @Test
    void anAnswerManyPeopleShareIsNoCampaign() {
        assertThat(letters(Collections.nCopies(500, "Too expensive"))).isEmpty();
        assertThat(letters(Collections.nCopies(500, "It is much too expensive for us all")))
                .isEmpty();
    }

    @Test
    void fewCopiesAreNoCampaign() {
        assertThat(letters(List.of(LETTER, LETTER, LETTER))).isEmpty();
    }

    @Test
    void withoutAFrequentWordingTheMostTypicalOneIsTheCommonText() {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("Ash", "Birch", "Cedar", "Elm")) {
            texts.add(LETTER + " Yours faithfully, " + name + " of " + name + " House, a neighbour for "
                    + name.length() * 7 + " years");
        }
        texts.add(LETTER + " Yours faithfully.");
        assertThat(letters(texts).getFirst().source()).isEqualTo(4);
    }

    @Test
    void groupsMustBelongToTheTexts() {
        assertThatThrownBy(() -> Campaigns.among(List.of("a"), NearDuplicates.of(List.of("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups must be of the same texts: 2 groups of 1 texts");
    }
}
