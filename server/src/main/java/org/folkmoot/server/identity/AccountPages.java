package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
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

    AccountPages(Pages pages, KeepingAccounts accounts, ApiTokens tokens, Sessions sessions) {
        this.pages = pages;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /// @param hasPassword whether they sign in with a password at all
    /// @param made a token that was just made, to be shown this once; null if none was
    public record Model(
            String name,
            String email,
            boolean hasPassword,
            int shortest,
            int mostDays,
            List<ApiToken> tokens,
            @Nullable String made) {}

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
                        made));
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/name")
    ResponseEntity<String> rename(
            Asker asker, @RequestParam String name, HttpServletRequest request, HttpServletResponse response) {
        if (name.isBlank()) {
            return back("account.name-missing");
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
            case OLD_ONE_WRONG -> back("account.password-wrong");
            case TOO_SHORT -> back("invitation.too-short");
        };
    }

    @Needs(Right.SIGNED_IN)
    @PostMapping(HERE + "/tokens")
    ResponseEntity<String> create(Asker asker, @RequestParam String name, @RequestParam int days) {
        if (name.isBlank() || days < 1 || days > ApiTokens.MOST_DAYS) {
            return back("account.token-incomplete");
        }
        return show(asker, tokens.create(name.strip(), days, asker));
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
}
