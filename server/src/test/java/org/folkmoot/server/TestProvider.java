package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/// An OpenID Connect provider of somebody else's: Spring Authorization Server on a free port. It insists on PKCE,
/// knows whoever signs in with the password `p`, and says of them what a test wants it to say.
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "folkmoot";
    public static final String SECRET = "a secret of client and provider";

    private final AnnotationConfigServletWebServerApplicationContext context;

    private TestProvider() {
        context = new AnnotationConfigServletWebServerApplicationContext(Parts.class);
    }

    public static TestProvider start() {
        return new TestProvider();
    }

    /// What a provider says of somebody.
    ///
    /// @param nonce in place of the one asked for, null for that one
    public record Claims(
            @Nullable String email,
            boolean verified,
            @Nullable String nonce) {}

    /// Its address, which is its name as well.
    public String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /// Lets a workbench send people here.
    public void register(String site) {
        context.getBean(Client.class).known = RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(site + "/login/oauth2/code/oidc")
                .scope("openid")
                .scope("email")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /// What it says of whoever signs in from now on.
    public void says(Claims claims) {
        context.getBean(Spoken.class).claims = claims;
    }

    /// Signs somebody in here whom a workbench sent.
    ///
    /// @param asked path and query at which the workbench sent them
    /// @return where they are sent back to, path and query
    public String signIn(String asked, String subject) {
        TestClient browser = new TestClient(issuer());
        TestClient.Answer form = browser.get(asked, "Accept", "text/html");
        assertThat(form.location()).as("%d %s", form.status(), form.body()).isEqualTo("/login");
        TestClient.Answer answer = browser.send(
                "POST",
                "/login",
                "username=" + subject + "&password=p",
                "Content-Type",
                "application/x-www-form-urlencoded");
        TestClient.Answer back = browser.get(answer.location());
        assertThat(back.location())
                .as("%s, then %d %s", answer.location(), back.status(), back.body())
                .startsWith("/login/oauth2/code/");
        return back.location();
    }

    @Override
    public void close() {
        context.close();
    }

    static final class Spoken implements OAuth2TokenCustomizer<JwtEncodingContext> {
        private volatile Claims claims = new Claims(null, false, null);

        @Override
        public void customize(JwtEncodingContext token) {
            if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                Claims said = claims;
                token.getClaims().claims(all -> {
                    if (said.email() != null) {
                        all.put("email", said.email());
                        all.put("email_verified", said.verified());
                    }
                    if (said.nonce() != null) {
                        all.put("nonce", said.nonce());
                    }
                });
            }
        }
    }

    static final class Client implements RegisteredClientRepository {
        private volatile @Nullable RegisteredClient known;

        @Override
        public void save(RegisteredClient client) {
            known = client;
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return known;
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String id) {
            return id.equals(CLIENT) ? known : null;
        }
    }

    // No component of its own: the workbench, which looks for those in this package, must not find it.
    @EnableWebSecurity
    static class Parts {
        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        /// All that it does happens in filters, which stand before a servlet.
        @Bean
        ServletRegistrationBean<HttpServlet> nothingElse() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        private static final long serialVersionUID = 1;
                    },
                    "/");
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .formLogin(Customizer.withDefaults())
                    .csrf(csrf -> csrf.ignoringRequestMatchers("/login"))
                    .build();
        }

        @Bean
        Client client() {
            return new Client();
        }

        @Bean
        Spoken spoken() {
            return new Spoken();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name).password("{noop}p").build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("k")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
