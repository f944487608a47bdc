package org.folkmoot.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.duplicate.NearDuplicates.Options;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    private static final String LETTER = """
            I am writing to object to the closure of the swimming baths in Harrow Lane. The baths are the only place
            within ten miles where children can learn to swim. Older residents rely on the morning sessions to stay
            well and to meet each other. Closing them would save little and cost the health service far more. I urge
            the council to keep the baths open and to publish the full costs of each option.""";

    private static int[] groups(String... texts) {
        return NearDuplicates.of(List.of(texts)).group();
    }

    @Test
    void caseSpaceAndPunctuationDontMakeATextDifferent() {
        assertThat(groups("Too expensive!", "too  expensive", "Cheap enough", "TOO EXPENSIVE"))
                .containsExactly(0, 0, 2, 0);
    }

    @Test
    void shortTextsAreGroupedOnlyIfEqual() {
        assertThat(groups("It is far too expensive for us", "It is far too expensive for me"))
                .containsExactly(0, 1);
    }

    @Test
    void blankTextsStandAlone() {
        assertThat(groups("", " ... ", "")).containsExactly(0, 1, 2);
    }

    @Test
    void smallEditsKeepALetterInItsGroup() {
        String signed = LETTER + "\nYours, a neighbour";
        String edited = LETTER.replace("ten miles", "twelve miles").replace("I urge", "I beg");
        assertThat(groups(LETTER, "The lake path floods every winter and nobody clears the drains.", signed, edited))
                .containsExactly(0, 1, 0, 0);
    }

    @Test
    void aLetterBuriedInOwnWordsIsAdoptedByTheOthers() {
        String own = """
                My grandmother taught me to swim there in 1974 and I have taken both of my daughters on Saturdays since
                they were three. Last year the younger one swam for the county. None of it would have happened if we had
                had to drive to the city, for neither of us owns a car and the bus takes over an hour each way.
                """ + LETTER.substring(LETTER.indexOf("Older residents"));
        assertThat(groups(LETTER, LETTER, LETTER, own)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void headingsInCommonDontJoinUnlikeLetters() {
        String heading =
                "Response to consultation reference AB 2207 on the future of leisure services in the borough, sent by "
                        + "electronic mail to the consultation team at the civic centre. ";
        List<String> texts = new ArrayList<>();
        String[] bodies = {
            "Keep the golf course as it is because it pays for itself and the hedges shelter a rare kind of bat each summer.",
            "Sell the theatre to its staff, who have run it well for years, and let them rent the café next door to it.",
            "Every playground should have one swing for wheelchairs and a gate that small children cannot open alone.",
            "Charge visitors from outside for parking at the beach and spend all of it on lifeguards and clean toilets."
        };
        for (String body : bodies) {
            for (int i = 0; i < 4; i++) {
                texts.add(heading + body + (i == 3 ? " Thank you." : ""));
            }
        }
        texts.add(heading + "My only wish is that you answer the letters we sent you in spring about noise at night.");
        assertThat(NearDuplicates.of(texts).group())
                .containsExactly(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12, 16);
    }

    @Test
    void groupsAreListedLargestFirst() {
        DuplicateGroups groups = NearDuplicates.of(List.of("a b", "c d", "c d", "e f", "g h", "g h", "g h"));
        assertThat(groups.groupsOf(2)).containsExactly(new int[] {4, 5, 6}, new int[] {1, 2});
        assertThat(groups.distinct()).isEqualTo(4);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        List<String> texts = Letters.texts(3_000, 7);
        Options one = new Options(0.6, 0.55, 0.15, 9, 1, 1);
        Options three = new Options(0.6, 0.55, 0.15, 9, 3, 1);
        DuplicateGroups groups = NearDuplicates.of(texts, one, Progress.SILENT);
        assertThat(groups).isEqualTo(NearDuplicates.of(texts, three, Progress.SILENT));
        assertThat(groups.distinct()).isBetween(1_000, 2_999);
    }

    @Test
    void editedLettersAreFoundAndUnrelatedTextsAreNot() {
        List<String> texts = Letters.texts(4_000, 11);
        int[] group = NearDuplicates.of(texts).group();
        int found = 0;
        int sent = 0;
        for (int i = 0; i < group.length; i++) {
            if (Letters.isOriginal(i)) {
                assertThat(group[i]).as("text %d stands alone", i).isEqualTo(i);
            } else {
                sent++;
                found += group[i] == Letters.first(i) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo((int) (0.99 * sent));
    }

    @Test
    void similaritiesMustBeShares() {
        assertThatThrownBy(() -> new Options(0, 0.5, 0.5, 9, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("near must be in (0, 1]: 0.0");
    }
}
