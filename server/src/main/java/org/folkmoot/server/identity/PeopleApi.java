package org.folkmoot.server.identity;

import java.util.List;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Site;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams, and the people of the site, for programs.
@RestController
@RequestMapping("/api/v1")
class PeopleApi {
    private final Teams teams;
    private final FormingTeams forming;
    private final People people;
    private final AdministeringPeople administering;
    private final Site site;

    PeopleApi(Teams teams, FormingTeams forming, People people, AdministeringPeople administering, Site site) {
        this.teams = teams;
        this.forming = forming;
        this.people = people;
        this.administering = administering;
        this.site = site;
    }

    /// @param name of somebody who is new; null to take the address
    record NewMember(String email, @Nullable String name, Role role) {}

    /// @param link by which somebody new sets a password, shown this once; null for those who are known
    record Invited(@Nullable String link) {}

    record NewRole(Role role) {}

    record Person(long id, String name, String email, boolean administrator, boolean disabled) {}

    record NewPerson(String name, String email, boolean administrator) {}

    /// What is to hold of a person; null leaves it as it is.
    record Standing(
            @Nullable Boolean administrator, @Nullable Boolean disabled) {}

    @Needs(Right.MANAGE_TEAM)
    @Summary("Who belongs to the consultation, as what.")
    @GetMapping("/consultations/{consultation}/team")
    List<Teams.Member> team(@PathVariable long consultation) {
        return teams.of(consultation);
    }

    @Needs(Right.MANAGE_TEAM)
    @Summary("Adds somebody to the team, who is invited if nobody has the e-mail address yet.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/consultations/{consultation}/team")
    Invited add(@PathVariable long consultation, @RequestBody NewMember member, Asker asker) {
        String email = address(member.email());
        String name = member.name();
        return new Invited(
                forming.add(consultation, email, name == null ? "" : name.strip(), given(member.role()), asker)
                        .map(path -> site.address() + path)
                        .orElse(null));
    }

    @Needs(Right.MANAGE_TEAM)
    @Summary("Gives a member another role.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/consultations/{consultation}/team/{person}")
    void change(@PathVariable long consultation, @PathVariable long person, @RequestBody NewRole role, Asker asker) {
        forming.change(consultation, person, given(role.role()), asker);
    }

    @Needs(Right.MANAGE_TEAM)
    @Summary("Takes a member out of the team.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/consultations/{consultation}/team/{person}")
    void remove(@PathVariable long consultation, @PathVariable long person, Asker asker) {
        forming.remove(consultation, person, asker);
    }

    @Needs(Right.ADMINISTER)
    @Summary("Everyone who may sign in.")
    @GetMapping("/people")
    List<Person> people() {
        return people.all().stream().map(PeopleApi::shown).toList();
    }

    private static Person shown(People.Person person) {
        return new Person(person.id(), person.name(), person.email(), person.siteAdmin(), person.disabled());
    }

    @Needs(Right.ADMINISTER)
    @Summary("Invites somebody to the site.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/people")
    Invited invite(@RequestBody NewPerson person, Asker asker) {
        String name = given(person.name());
        if (name.isBlank()) {
            throw badRequest();
        }
        return new Invited(
                site.address() + administering.invite(name, address(person.email()), person.administrator(), asker));
    }

    @Needs(Right.ADMINISTER)
    @Summary("Makes a new link for somebody who lost password or link.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/people/{person}/link")
    Invited link(@PathVariable long person, Asker asker) {
        return new Invited(site.address() + administering.link(person, asker));
    }

    @Needs(Right.ADMINISTER)
    @Summary("Makes somebody an administrator or ends it; shuts somebody out or lets them in again.")
    @PutMapping("/people/{person}")
    Person stand(@PathVariable long person, @RequestBody Standing standing, Asker asker) {
        Boolean administrator = standing.administrator();
        Boolean disabled = standing.disabled();
        if (administrator != null) {
            administering.setAdministrator(person, administrator, asker);
        }
        if (disabled != null) {
            administering.setDisabled(person, disabled, asker);
        }
        return people.byId(person).map(PeopleApi::shown).orElseThrow(Refused::notFound);
    }

    private static String address(@Nullable String email) {
        if (email == null || !email.contains("@")) {
            throw badRequest();
        }
        return email.strip();
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw badRequest();
        }
        return value;
    }

    private static Refused badRequest() {
        return new Refused(HttpStatus.BAD_REQUEST, "bad-request");
    }
}
