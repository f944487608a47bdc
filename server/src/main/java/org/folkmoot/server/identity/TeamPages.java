package org.folkmoot.server.identity;

import java.util.List;
import java.util.Optional;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Site;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who belongs to a consultation, for its leads.
@RestController
public final class TeamPages {
    private static final String HERE = "/consultations/{consultation}/team";

    private final Pages pages;
    private final Teams teams;
    private final FormingTeams forming;
    private final Site site;

    TeamPages(Pages pages, Teams teams, FormingTeams forming, Site site) {
        this.pages = pages;
        this.teams = teams;
        this.forming = forming;
        this.site = site;
    }

    public record Model(long consultation, List<Teams.Member> members, List<Role> roles) {}

    @Needs(Right.MANAGE_TEAM)
    @GetMapping(HERE)
    ResponseEntity<String> team(Asker asker, @PathVariable long consultation) {
        return pages.show(
                "identity/team.jte",
                asker.in(consultation, Section.TEAM.key()),
                new Model(consultation, teams.of(consultation), List.of(Role.values())));
    }

    @Needs(Right.MANAGE_TEAM)
    @PostMapping(HERE)
    ResponseEntity<String> add(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Role role) {
        if (!email.contains("@")) {
            return pages.refuse(path(consultation), Words.ENGLISH.t("team.incomplete"));
        }
        Optional<String> link = forming.add(consultation, email.strip(), name.strip(), role, asker);
        return link.map(path -> pages.show(
                        "identity/link.jte",
                        asker.in(consultation, Section.TEAM.key()),
                        new PeoplePages.Link(email.strip(), path, site.address() + path, path(consultation))))
                .orElseGet(() -> back(consultation, "team.added"));
    }

    @Needs(Right.MANAGE_TEAM)
    @PostMapping(HERE + "/{person}")
    ResponseEntity<String> change(
            Asker asker, @PathVariable long consultation, @PathVariable long person, @RequestParam Role role) {
        forming.change(consultation, person, role, asker);
        return back(consultation, person == asker.person(), "team.changed");
    }

    @Needs(Right.MANAGE_TEAM)
    @PostMapping(HERE + "/{person}/remove")
    ResponseEntity<String> remove(Asker asker, @PathVariable long consultation, @PathVariable long person) {
        forming.remove(consultation, person, asker);
        return back(consultation, person == asker.person(), "team.removed");
    }

    private ResponseEntity<String> back(long consultation, String notice) {
        return back(consultation, false, notice);
    }

    /// Who changed their own role may not be let in here any more.
    private ResponseEntity<String> back(long consultation, boolean self, String notice) {
        return pages.goTo(self ? "/" : path(consultation), Words.ENGLISH.t(notice));
    }

    private static String path(long consultation) {
        return HERE.replace("{consultation}", Long.toString(consultation));
    }
}
