package org.folkmoot.text.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static final Subjects ENGLISH = Subjects.ENGLISH;

    @Test
    void wordsStemsAndPhrasesSpeakOfTheirSubject() {
        assertThat(spokenOf("The QUEUES were endless")).contains("Waiting times and delays");
        assertThat(spokenOf("I was passed around")).contains("Continuity and follow-up");
        assertThat(spokenOf("Our children’s teachers")).contains("Schools and teaching");
        assertThat(spokenOf("Long phone calls")).contains("Reaching a person");
    }

    @Test
    void whatBelongsToASubjectSpeaksOfIt() {
        assertThat(spokenOf("The council's bin")).contains("Local councils", "Waste and recycling");
        assertThat(spokenOf("A nurse’s work")).contains("Nurses and care staff");
    }

    /// Words that mean something else in most answers must not name their theme.
    @Test
    void commonTurnsOfPhraseSpeakOfNothing() {
        assertThat(spokenOf("Some form of check, in the form of a note, as a kind of test of nature and value"))
                .isEmpty();
        assertThat(spokenOf("We see the benefits of walks round the block, in a pleasant environment on good account"))
                .isEmpty();
        assertThat(spokenOf("You are a credit to your planning; it was a great deal of history in a poor degree"))
                .isEmpty();
    }

    @Test
    void aWordWithoutAStarIsTheWholeWordAndAPhraseMustFollowOn() {
        assertThat(spokenOf("The caretaker is careful")).doesNotContain("Carers and caring");
        assertThat(spokenOf("Passed the house, then around")).doesNotContain("Continuity and follow-up");
    }

    @Test
    void otherLettersEndNothingAndBreakNothing() {
        assertThat(spokenOf("quêue 🚌 bus—buses")).contains("Buses and public transport");
        assertThat(spokenOf("")).isEmpty();
    }

    @Test
    void everySubjectHasAHeadingAndNamesAreUnlikeOneAnotherAndHeadings() {
        Set<String> names = new HashSet<>();
        for (int s = 0; s < ENGLISH.size(); s++) {
            assertThat(ENGLISH.heading(s)).isNotEmpty();
            assertThat(names.add(ENGLISH.name(s))).as(ENGLISH.name(s)).isTrue();
            assertThat(ENGLISH.named(ENGLISH.name(s))).isEqualTo(s);
        }
        for (int s = 0; s < ENGLISH.size(); s++) {
            assertThat(names).doesNotContain(ENGLISH.heading(s));
        }
        assertThat(ENGLISH.named("Bees")).isEqualTo(-1);
    }

    private static List<String> spokenOf(String text) {
        var found = ENGLISH.of(text);
        return IntStream.range(0, ENGLISH.size())
                .filter(found::get)
                .mapToObj(ENGLISH::name)
                .toList();
    }
}
