package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own name, password and tokens.
@RestController
public final class AccountPages {
    private static final String HERE = "/account";

    private final Pages pages;
    private final KeepingAccounts accounts;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final Identities identities;

    AccountPages(
            Pages pages,
            KeepingAccounts accounts,
            ApiTokens tokens,
            Sessions sessions,
            IdentityProvider provider,
            Identities identities) {
        this.pages = pages;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.provider = provider;
        this.identities = identities;
    }

    /// @param hasPassword whether they sign in with a password at all
    /// @param made a token that was just made, to be shown this once; null if none was
    /// @param extents that a token of theirs may have
    /// @param titles of their consultations by id
    /// @param provider what the identity provider is called, empty if nobody said, null if there is none
    /// @param connected whether they can sign in with it
    public record Model(
            String name,
            String email,
            boolean hasPassword,
            int shortest,
            int mostDays,
            List<ApiToken> tokens,
            @Nullable String made,
            List<Extent> extents,
            SortedMap<Long, String> titles,
            @Nullable String provider,
            boolean connected) {}

    @Needs(Right.SIGNED_IN)
    @GetMapping(HERE)
    ResponseEntity<String> account(Asker asker) {
        return show(asker, null);
    }

    private ResponseEntity<String> show(Asker asker, @Nullable String made) {
        People.Person own = accounts.own(asker);
        return pages.show(
                "identity/account.jte",
                Place.outside("account"),
                new Model(
                        own.name(),
                        own.email(),
                        own.password() != null,
                        Invitations.SHORTEST,
                        ApiTokens.MOST_DAYS,
                        tokens.of(own.id()),
                        made,
                        Arrays.stream(Extent.values())
                                .filter(extent -> extent != Extent.ADMINISTER || asker.may(Right.ADMINISTER))
                                .toList(),
                        titles(asker),
                        provider.isThere() ? provider.name() : null,
                        identities.isKnown(own.id())));
    }

    private static SortedMap<Long, String> titles(Asker asker) {
        SortedMap<Long, String> titles = new TreeMap<>();
        asker.memberships().forEach((id, membership) -> titles.put(id, membership.consultationTitle()));
        return titles;
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/name")
    ResponseEntity<String> rename(
            Asker asker, @RequestParam String name, HttpServletRequest request, HttpServletResponse response) {
        if (name.isBlank()) {
            return refuse("account.name-missing");
        }
        sessions.renew(accounts.rename(asker, name), request, response);
        return back("account.renamed");
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/password")
    ResponseEntity<String> password(
            Asker asker,
            @RequestParam String before,
            @RequestParam String after,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (accounts.changePassword(asker, before, after)) {
            case CHANGED -> {
                sessions.renew(accounts.own(asker), request, response);
                yield back("account.password-changed");
            }
            case OLD_ONE_WRONG -> refuse("account.password-wrong");
            case TOO_SHORT -> refuse("invitation.too-short");
        };
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/tokens")
    ResponseEntity<String> create(
            Asker asker,
            @RequestParam String name,
            @RequestParam int days,
            @RequestParam(defaultValue = "READ") Extent allows,
            @RequestParam(required = false) @Nullable Long onlyIn) {
        if (name.isBlank() || days < 1 || days > ApiTokens.MOST_DAYS) {
            return refuse("account.token-incomplete");
        }
        return show(
                asker,
                tokens.create(new ApiTokens.Wish(name, days, allows, onlyIn), asker)
                        .token());
    }

    /// Goes on to the provider to connect its sign-in with this account.
    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/provider")
    ResponseEntity<String> connect(Asker asker, HttpSession session) {
        if (!provider.isThere()) {
            throw Refused.conflict("no-provider");
        }
        ProviderDoor.sendOn(session, new EnteringByProvider.Errand.Connecting(asker.person()));
        return pages.goTo("/sign-in", Words.ENGLISH.t("account.go-on"));
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/tokens/{token}/revoke")
    ResponseEntity<String> revoke(Asker asker, @PathVariable long token) {
        tokens.revoke(token, asker);
        return back("account.token-revoked");
    }

    private ResponseEntity<String> back(String notice) {
        return pages.goTo(HERE, Words.ENGLISH.t(notice));
    }

    private ResponseEntity<String> refuse(String why) {
        return pages.refuse(HERE, Words.ENGLISH.t(why));
    }
}
