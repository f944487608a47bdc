package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.EnteringByProvider.Claim;
import org.folkmoot.server.identity.EnteringByProvider.Errand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The way in through an identity provider. Of what the provider hands out nothing is kept but who it was.
@Component
class ProviderDoor {
    private static final String ERRAND = Errand.class.getName();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IdentityProvider provider;
    private final EnteringByProvider entering;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    ProviderDoor(
            IdentityProvider provider,
            EnteringByProvider entering,
            SigningIn signingIn,
            Sessions sessions,
            SignInLimits limits,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.provider = provider;
        this.entering = entering;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.limits = limits;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Whether there is a provider at all.
    boolean isOpen() {
        return provider.isThere();
    }

    void open(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new KeepsNothing())
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(exchange()))
                .userInfoEndpoint(about -> about.oidcUserService(this::admitted))
                .successHandler(this::enter)
                .failureHandler(this::refuse)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O way) {
                        way.setAuthenticationFailureHandler(ProviderDoor.this::refuse);
                        return way;
                    }
                });
    }

    /// Exchanges the code, without waiting for ever for a provider that does not answer.
    private static RestClientAuthorizationCodeTokenResponseClient exchange() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }

    /// Notes what somebody goes to the provider for.
    static void sendOn(HttpSession session, Errand errand) {
        session.setAttribute(ERRAND, errand);
    }

    /// Somebody whom the provider names and who may come in.
    private static final class Admitted extends DefaultOidcUser {
        private static final long serialVersionUID = 1;

        private final transient People.Person person;

        Admitted(OidcUser user, People.Person person) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.person = person;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Admitted admitted && person.equals(admitted.person);
        }

        @Override
        public int hashCode() {
            return person.hashCode();
        }
    }

    private OidcUser admitted(OidcUserRequest asked) {
        OidcUser user = new OidcUserService().loadUser(asked);
        Claim claim = new Claim(
                new Identities.Identity(
                        Objects.requireNonNull(user.getIssuer()).toString(), Objects.requireNonNull(user.getSubject())),
                user.getEmail(),
                Boolean.TRUE.equals(user.getEmailVerified()));
        return new Admitted(user, entering.admit(claim, errand()));
    }

    private static @Nullable Errand errand() {
        HttpSession session = ((ServletRequestAttributes)
                        Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest()
                .getSession();
        Errand errand = (Errand) session.getAttribute(ERRAND);
        session.removeAttribute(ERRAND);
        return errand;
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        People.Person person = ((Admitted) Objects.requireNonNull(authentication.getPrincipal())).person;
        signingIn.enter(person, "provider");
        sessions.renew(person, request, response);
        new SavedRequestAwareAuthenticationSuccessHandler().onAuthenticationSuccess(request, response, authentication);
    }

    /// Somebody who asks again and again writes no more into the log than others' attempts fit beside.
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String place = String.valueOf(request.getRemoteAddr());
        if (!limits.allowFrom(place)) {
            response.sendRedirect("/sign-in?error=wait");
            return;
        }
        limits.failedFrom(place);
        Long person = failure instanceof NotAdmitted not ? not.person() : null;
        String reason = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "provider_unreachable";
        transactions.executeWithoutResult(_ -> audit.append(
                AuditLog.SITE,
                AuditLog.Actor.PROGRAM,
                "person.sign-in-refused",
                person == null ? "provider" : "person " + person,
                Map.of("reason", reason)));
        response.sendRedirect("/sign-in?error="
                + (failure instanceof NotAdmitted not ? not.reason().key() : "provider"));
    }

    /// The provider's tokens are of no use here, so nobody can take them.
    private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
