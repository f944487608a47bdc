package org.folkmoot.benchmarks.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Twenty people of one consultation, each signed in.
final class Team {
    private static final String EMAIL = "%s.%d@example.org";
    private static final SortedMap<String, Integer> NUMBERS =
            new TreeMap<>(Map.of("lead", 1, "analyst", 11, "viewer", 3, "reviewer", 4));

    /// Someone who works on it.
    ///
    /// @param role as the columns of docs/access.md call it
    record Member(String role, Browser browser) {}

    private final List<Member> members = new ArrayList<>();
    private final Member administrator;

    private Team(Member administrator) {
        this.administrator = administrator;
        members.add(administrator);
    }

    /// Becomes the first administrator by the link that the program printed.
    static Team of(Served served) {
        Browser browser = new Browser(served.site());
        browser.accept(served.invitation(), "Ada Lead", "ada@example.org");
        return new Team(new Member("lead", browser));
    }

    /// The administrator, who leads the consultation.
    Browser lead() {
        return administrator.browser();
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    List<Member> in(String role) {
        return members.stream().filter(member -> member.role().equals(role)).toList();
    }

    /// The same people on a workbench that knows them.
    static Team again(String site) {
        Browser first = new Browser(site);
        first.signIn("ada@example.org");
        Team team = new Team(new Member("lead", first));
        NUMBERS.forEach((role, count) -> {
            for (int i = 0; i < count; i++) {
                Browser browser = new Browser(site);
                browser.signIn(EMAIL.formatted(role, i));
                team.members.add(new Member(role, browser));
            }
        });
        return team;
    }

    /// Brings the others into the first consultation.
    void join(String site) {
        NUMBERS.forEach((role, count) -> add(role, count, site));
    }

    private void add(String role, int count, String site) {
        for (int i = 0; i < count; i++) {
            String email = EMAIL.formatted(role, i);
            Browser.Answer link = Browser.require(
                    lead().post(
                                    "/consultations/1/team",
                                    "email",
                                    email,
                                    "name",
                                    role + " " + i,
                                    "role",
                                    role.toUpperCase(java.util.Locale.ROOT)),
                    200);
            Browser browser = new Browser(site);
            browser.accept(link.find("(/invitation/[A-Za-z0-9_-]+)"), role + " " + i, email);
            members.add(new Member(role, browser));
        }
    }

    void makeTokens() {
        members.forEach(member -> member.browser().makeToken(member.equals(administrator) ? "ADMINISTER" : "READ"));
    }
}
