package org.folkmoot.server.identity;

import java.time.Instant;
import java.util.List;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The asker's own tokens, for programs. One token makes no other that may do more or lasts longer.
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {
    private final ApiTokens tokens;

    TokensApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /// @param name what it is for
    /// @param allows null for READ
    /// @param onlyIn the one consultation it is to be good in, null for all of the asker's
    record Wanted(
            String name,
            int days,
            @Nullable Extent allows,
            @Nullable Long onlyIn) {}

    /// @param token to be kept by the one who asked: it is not shown again
    record Made(long id, String token, Instant expires) {}

    @Needs(Right.SIGNED_IN)
    @Summary("The asker's own tokens, the latest first; what they are nobody can show any more.")
    @GetMapping
    List<ApiToken> own(Asker asker) {
        return tokens.of(asker.person());
    }

    @Needs(Right.SIGNED_IN)
    @Summary("Makes a token, at most for 365 days.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    Made create(@RequestBody Wanted wanted, Asker asker) {
        Extent allows = wanted.allows();
        if (wanted.name() == null) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        ApiTokens.Made made = tokens.create(
                new ApiTokens.Wish(
                        wanted.name(), wanted.days(), allows == null ? Extent.READ : allows, wanted.onlyIn()),
                asker);
        return new Made(made.id(), made.token(), made.expires());
    }

    @Needs(Right.SIGNED_IN)
    @Summary("Revokes one of the asker's own tokens.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{token}")
    void revoke(@PathVariable long token, Asker asker) {
        tokens.revoke(token, asker);
    }
}
