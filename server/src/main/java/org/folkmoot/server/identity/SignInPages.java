package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpSession;
import org.folkmoot.server.platform.Open;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Signing in, and accepting an invitation.
@RestController
public final class SignInPages {
    private final Pages pages;
    private final Invitations invitations;
    private final IdentityProvider provider;

    SignInPages(Pages pages, Invitations invitations, IdentityProvider provider) {
        this.pages = pages;
        this.invitations = invitations;
        this.provider = provider;
    }

    /// @param fault key of why the last attempt was refused, null if there was none
    /// @param provider what the identity provider is called, empty if nobody said, null if there is none
    public record SignIn(@Nullable String fault, @Nullable String provider) {
        /// Where signing in with the provider begins.
        public String start() {
            return IdentityProvider.START;
        }
    }

    /// @param fault key of what was wrong with the last attempt, null if there was none
    public record Invitation(
            String token,
            String email,
            String name,
            int shortest,
            @Nullable String fault,
            @Nullable String provider) {
        /// Whether they are to give their address; otherwise it is the one that was invited.
        public boolean asksForEmail() {
            return Invitations.isPlaceholder(email);
        }
    }

    @Open
    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(@RequestParam(required = false) @Nullable String error) {
        return pages.show("identity/sign-in.jte", Place.outside("sign-in"), new SignIn(fault(error), provider()));
    }

    private static @Nullable String fault(@Nullable String error) {
        if (error == null) {
            return null;
        }
        return Words.ENGLISH.has("sign-in.fault." + error) ? "sign-in.fault." + error : "sign-in.failed";
    }

    private @Nullable String provider() {
        return provider.isThere() ? provider.name() : null;
    }

    @Open
    @GetMapping("/invitation/{token}")
    ResponseEntity<String> invitation(@PathVariable String token) {
        return invitations
                .open(token)
                .map(person -> pages.show(
                        "identity/invitation.jte",
                        Place.outside("invitation"),
                        new Invitation(token, person.email(), person.name(), Invitations.SHORTEST, null, provider())))
                .orElseGet(this::expired);
    }

    @Open
    @PostMapping("/invitation/{token}")
    ResponseEntity<String> accept(
            @PathVariable String token,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam String password) {
        return switch (invitations.accept(token, email, name, password)) {
            case ACCEPTED -> pages.goTo("/sign-in", Words.ENGLISH.t("invitation.accepted"));
            case EXPIRED -> expired();
            case PASSWORD_TOO_SHORT -> again(token, email, name, "invitation.too-short");
            case EMAIL_TAKEN -> again(token, email, name, "invitation.email-taken");
            case EMAIL_OTHER -> again(token, email, name, "invitation.email-other");
        };
    }

    /// Accepts the invitation by signing in with the provider, without a password here.
    @Open
    @PostMapping("/invitation/{token}/provider")
    ResponseEntity<String> acceptWithProvider(@PathVariable String token, HttpSession session) {
        if (!provider.isThere() || invitations.open(token).isEmpty()) {
            return expired();
        }
        ProviderDoor.sendOn(session, new EnteringByProvider.Errand.Accepting(token));
        return pages.goTo("/sign-in", Words.ENGLISH.t("invitation.go-on"));
    }

    private ResponseEntity<String> again(String token, String email, String name, String fault) {
        String invited = invitations.open(token).map(People.Person::email).orElse(email);
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "identity/invitation.jte",
                Place.outside("invitation"),
                new Invitation(token, invited, name, Invitations.SHORTEST, fault, provider()));
    }

    private ResponseEntity<String> expired() {
        return pages.show(
                HttpStatus.GONE,
                "platform/refused.jte",
                Place.outside("invitation"),
                Words.ENGLISH.t("invitation.expired"));
    }
}
