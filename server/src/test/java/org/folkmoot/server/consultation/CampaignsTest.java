package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Campaigns as the engine finds them, on their pages.
class CampaignsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final String LETTER =
            "I am writing to ask the council to keep the last ferry. It is the only way home for people who work in"
                    + " the harbour, and without it the island would empty in a few years. Please think of the"
                    + " families who have lived here for centuries and keep the ferry running every night.";

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void campaignShowsItsTextAndWhatPeopleAdded() {
        Person lead = WORKBENCH.person("Carla Lead");
        long consultation = WORKBENCH.consultation("Ferries", lead);
        TestClient client = WORKBENCH.signIn(lead);
        StringBuilder csv = new StringBuilder("id,Q1. What about the ferry?\n");
        for (int i = 0; i < 12; i++) {
            String own = i == 7 ? " My aunt sells bread on the pier, ring her on 07700 900123." : "";
            csv.append("c%d,\"%s%s\"\n".formatted(i, LETTER, own));
        }
        for (int i = 0; i < 8; i++) {
            csv.append("o%d,\"The ferry is too dear on day %d and nobody takes it at night.\"\n".formatted(i, i * 31));
        }
        TestClient.Answer upload = client.upload(
                "/consultations/" + consultation + "/files",
                "files",
                "ferries.csv",
                csv.toString().getBytes(StandardCharsets.UTF_8));
        client.post(upload.location() + "/import");
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (client.get("/consultations/" + consultation + "/progress").status() == 200) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(200_000_000);
        }
        String path = "/consultations/" + consultation + "/campaigns";
        TestClient.Answer list = client.get(path);
        TestBrowser.requireValid(list);
        assertThat(list.body()).contains("12 submissions", "keep the last ferry");
        long id = WORKBENCH
                .owner()
                .sql("SELECT id FROM campaign WHERE consultation_id = ? AND members = 12")
                .param(consultation)
                .query(Long.class)
                .single();
        TestClient.Answer one = client.get(path + "/" + id);
        TestBrowser.requireValid(one);
        assertThat(one.body()).contains("My aunt sells bread", "07700 900123", "2 distinct texts");
        Person viewer = WORKBENCH.member(consultation, "Carla Viewer", Role.VIEWER);
        assertThat(WORKBENCH.signIn(viewer).get(path + "/" + id).body())
                .contains("My aunt sells bread", "[redacted]")
                .doesNotContain("07700 900123");
        long member = WORKBENCH
                .owner()
                .sql("SELECT min(answer_id) FROM screened_answer WHERE campaign_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        client.post(
                "/consultations/" + consultation + "/answers/" + member + "/personal-data",
                "words",
                "the harbour",
                "kind",
                "OTHER",
                "reason",
                "tells who wrote it");
        // One text of the two has the words in an answer in which nobody hid them.
        assertThat(client.get(path + "/" + id).body().split("the harbour", -1)).hasSize(4);
        assertThat(WORKBENCH.signIn(viewer).get(path + "/" + id).body().split("the harbour", -1))
                .hasSize(2);
        assertThat(WORKBENCH.signIn(viewer).get(path).body()).doesNotContain("the harbour");
        long other = WORKBENCH.consultation("Elsewhere", lead);
        assertThat(client.get("/consultations/" + other + "/campaigns/" + id).status())
                .isEqualTo(404);
    }
}
