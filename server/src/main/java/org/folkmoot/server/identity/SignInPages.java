package org.folkmoot.server.identity;

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

    SignInPages(Pages pages, Invitations invitations) {
        this.pages = pages;
        this.invitations = invitations;
    }

    /// @param fault key of why the last attempt was refused, null if there was none
    public record SignIn(@Nullable String fault) {}

    /// @param fault key of what was wrong with the last attempt, null if there was none
    public record Invitation(
            String token,
            String email,
            String name,
            int shortest,
            @Nullable String fault) {}

    @Open
    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(@RequestParam(required = false) @Nullable String error) {
        return pages.show("identity/sign-in.jte", Place.outside("sign-in"), new SignIn(fault(error)));
    }

    private static @Nullable String fault(@Nullable String error) {
        if (error == null) {
            return null;
        }
        return "wait".equals(error) ? "sign-in.wait" : "sign-in.failed";
    }

    @Open
    @GetMapping("/invitation/{token}")
    ResponseEntity<String> invitation(@PathVariable String token) {
        return invitations
                .open(token)
                .map(person -> pages.show(
                        "identity/invitation.jte",
                        Place.outside("invitation"),
                        new Invitation(token, person.email(), person.name(), Invitations.SHORTEST, null)))
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
        };
    }

    private ResponseEntity<String> again(String token, String email, String name, String fault) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "identity/invitation.jte",
                Place.outside("invitation"),
                new Invitation(token, email, name, Invitations.SHORTEST, fault));
    }

    private ResponseEntity<String> expired() {
        return pages.show(
                HttpStatus.GONE,
                "platform/refused.jte",
                Place.outside("invitation"),
                Words.ENGLISH.t("invitation.expired"));
    }
}
