package org.folkmoot.server.identity;

import org.folkmoot.server.platform.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/// The OpenID Connect provider at which people may sign in, if whoever runs the program named one.
///
/// What the provider says of itself is read when it is first needed, so that the workbench starts, and passwords work,
/// while the provider is down.
@Component
class IdentityProvider implements ClientRegistrationRepository {
    /// By which it is called in addresses: `/oauth2/authorization/oidc`, `/login/oauth2/code/oidc`.
    static final String ID = "oidc";

    static final String START = "/oauth2/authorization/" + ID;

    private final String issuer;
    private final String clientId;
    private final String secret;
    private final String name;
    private final Site site;
    private volatile @Nullable ClientRegistration found;

    IdentityProvider(
            @Value("${folkmoot.oidc.issuer:}") String issuer,
            @Value("${folkmoot.oidc.client-id:}") String clientId,
            @Value("${folkmoot.oidc.client-secret:}") String secret,
            @Value("${folkmoot.oidc.name:}") String name,
            Site site) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
        this.name = name;
        this.site = site;
    }

    /// Whether there is one.
    boolean isThere() {
        return !issuer.isEmpty();
    }

    /// What people call it; empty if nobody said.
    String name() {
        return name;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !isThere()) {
            return null;
        }
        ClientRegistration known = found;
        if (known == null) {
            known = read();
            found = known;
        }
        return known;
    }

    private ClientRegistration read() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(secret)
                .clientName(name.isEmpty() ? issuer : name)
                .scope("openid", "email", "profile")
                .redirectUri((site.isStated() ? site.stated() : "{baseUrl}") + "/login/oauth2/code/" + ID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
