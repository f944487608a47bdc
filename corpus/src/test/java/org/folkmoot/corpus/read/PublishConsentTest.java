package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.corpus.Response.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishConsentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "yes.",
                "Y",
                "TRUE",
                "I consent",
                "Publish response with name",
                "Publish response only (without name)",
                "Yes, but anonymously",
                "You may publish my response anonymously",
                "Ja",
                "Ja, ohne Namen",
                "Ydw",
                "Cewch",
                "Gallwch gyhoeddi fy ymateb yn ddienw"
            })
    void allowsPublishing(String value) {
        assertThat(PublishConsent.of(value, false)).contains(Consent.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No",
                "n",
                "False",
                "Do not publish response",
                "Please don’t publish this",
                "Keep confidential",
                "I do not consent to publication",
                "No, keep my response private",
                "Nein",
                "Nicht veröffentlichen",
                "Nac ydw",
                "Peidiwch â chyhoeddi"
            })
    void refusesPublishing(String value) {
        assertThat(PublishConsent.of(value, false)).contains(Consent.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "Cardiff", "7", "ask me first"})
    void saysNeither(String value) {
        assertThat(PublishConsent.of(value, false)).isEmpty();
    }

    @Test
    void yesToSecrecyIsNoToPublishing() {
        assertThat(PublishConsent.of("Yes", true)).contains(Consent.NO);
        assertThat(PublishConsent.of("No", true)).contains(Consent.YES);
        assertThat(PublishConsent.of("Yes, keep it confidential", true)).contains(Consent.NO);
    }
}
