package org.folkmoot.server.identity;

import java.util.List;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Site;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who may sign in, for those who administer the site.
@RestController
public final class PeoplePages {
    private static final String HERE = "/people";

    private final Pages pages;
    private final People people;
    private final Identities identities;
    private final AdministeringPeople administering;
    private final Site site;

    PeoplePages(Pages pages, People people, Identities identities, AdministeringPeople administering, Site site) {
        this.pages = pages;
        this.people = people;
        this.identities = identities;
        this.administering = administering;
        this.site = site;
    }

    public record Model(List<Row> people) {}

    /// @param state key below `people.state.`
    /// @param self whether it is the reader
    public record Row(
            long id, String name, String email, String state, boolean administrator, boolean disabled, boolean self) {}

    /// A link that is shown this once.
    ///
    /// @param path below the site's address
    /// @param address the whole of it
    /// @param back where to go on
    public record Link(String person, String path, String address, String back) {}

    @Needs(Right.ADMINISTER)
    @GetMapping(HERE)
    ResponseEntity<String> people(Asker asker) {
        List<Row> rows = people.all().stream()
                .map(person -> new Row(
                        person.id(),
                        person.name(),
                        person.email(),
                        state(person),
                        person.siteAdmin(),
                        person.disabled(),
                        person.id() == asker.person()))
                .toList();
        return pages.show("identity/people.jte", Place.outside("people"), new Model(rows));
    }

    private String state(People.Person person) {
        if (person.disabled()) {
            return "disabled";
        }
        return person.password() == null && !identities.isKnown(person.id()) ? "invited" : "active";
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(HERE)
    ResponseEntity<String> invite(
            Asker asker,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam(defaultValue = "false") boolean administrator) {
        if (name.isBlank() || !email.contains("@")) {
            return pages.refuse(HERE, Words.ENGLISH.t("people.incomplete"));
        }
        return shown(email, administering.invite(name, email, administrator, asker));
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(HERE + "/{person}/link")
    ResponseEntity<String> link(Asker asker, @PathVariable long person) {
        String link = administering.link(person, asker);
        return shown(people.byId(person).map(People.Person::email).orElse(""), link);
    }

    private ResponseEntity<String> shown(String email, String path) {
        return pages.show(
                "identity/link.jte", Place.outside("people"), new Link(email, path, site.address() + path, HERE));
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(HERE + "/{person}/disable")
    ResponseEntity<String> disable(Asker asker, @PathVariable long person) {
        administering.setDisabled(person, true, asker);
        return pages.goTo(HERE, Words.ENGLISH.t("people.disabled"));
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(HERE + "/{person}/enable")
    ResponseEntity<String> enable(Asker asker, @PathVariable long person) {
        administering.setDisabled(person, false, asker);
        return pages.goTo(HERE, Words.ENGLISH.t("people.enabled"));
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(HERE + "/{person}/administrator")
    ResponseEntity<String> administrator(Asker asker, @PathVariable long person, @RequestParam boolean value) {
        administering.setAdministrator(person, value, asker);
        return pages.goTo(
                person == asker.person() ? "/" : HERE,
                Words.ENGLISH.t(value ? "people.administrator-made" : "people.administrator-ended"));
    }
}
