package org.folkmoot.server.consultation;

import java.util.Comparator;
import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The first page after signing in: the consultations one belongs to, and the way to a new one.
@RestController
public final class Home {
    private final Pages pages;
    private final OpeningConsultations opening;
    private final ExampleConsultation example;

    Home(Pages pages, OpeningConsultations opening, ExampleConsultation example) {
        this.pages = pages;
        this.opening = opening;
        this.example = example;
    }

    /// @param administers whether to offer the people page
    public record Model(List<Item> consultations, boolean administers) {}

    /// @param role key of the role's name
    public record Item(long id, String title, Role role) {
        /// Where they go first: blind reviewers see nothing but what they read.
        public String href() {
            return "/consultations/" + id + (role == Role.REVIEWER ? "/reading" : "");
        }
    }

    @Needs(Right.SIGNED_IN)
    @GetMapping("/")
    ResponseEntity<String> home(Asker asker) {
        List<Item> items = asker.memberships().entrySet().stream()
                .map(entry -> new Item(
                        entry.getKey(),
                        entry.getValue().consultationTitle(),
                        entry.getValue().role()))
                .sorted(Comparator.comparingLong(Item::id).reversed())
                .toList();
        return pages.show("consultation/home.jte", Place.outside("home"), new Model(items, asker.siteAdmin()));
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping("/consultations")
    ResponseEntity<String> open(Asker asker, @RequestParam String title) {
        if (title.isBlank()) {
            return pages.refuse("/", Words.ENGLISH.t("home.title-missing"));
        }
        long consultation = opening.open(title.strip(), asker);
        return pages.goTo("/consultations/" + consultation + "/files", Words.ENGLISH.t("home.opened"));
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping("/example")
    ResponseEntity<String> openExample(Asker asker) {
        return pages.goTo("/consultations/" + example.open(asker), Words.ENGLISH.t("home.example-opened"));
    }
}
