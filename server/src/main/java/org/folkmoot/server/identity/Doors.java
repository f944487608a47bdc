package org.folkmoot.server.identity;

import jakarta.servlet.DispatcherType;
import org.folkmoot.server.platform.Problems;
import org.folkmoot.server.platform.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who gets in: people with a password and a session, programs with a token. What they may do once inside is
/// `RightsCheck`'s.
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    PasswordEncoder passwords() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /// Programs show a token with every request: no session, no cookie, and so no forged form. What is sent bit by bit
    /// ends in a second pass of the same request, without its token: the first was let in.
    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(HttpSecurity http, AskerFilter asker, ApiTokens tokens, People people)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, _) -> {
                    String shown = request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "no-token" : "bad-token";
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    Problems.write(
                            request,
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "no-token",
                            Words.ENGLISH.t("refused." + shown));
                }))
                .headers(headers -> {
                    headers.contentSecurityPolicy(
                            policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
                    ownOrigin(headers);
                })
                .addFilterBefore(new BearerFilter(tokens, people), AnonymousAuthenticationFilter.class)
                .addFilterAfter(asker, AuthorizationFilter.class)
                .build();
    }

    @Bean
    SecurityFilterChain doorForPeople(HttpSecurity http, AskerFilter asker, ProviderDoor provider) throws Exception {
        if (provider.isOpen()) {
            http.oauth2Login(provider::open);
        }
        return http.authorizeHttpRequests(
                        routes -> routes.requestMatchers("/assets/**", "/sign-in", "/invitation/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof LockedException ? "/sign-in?error=wait" : "/sign-in?error"))
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .headers(headers -> {
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
                    ownOrigin(headers);
                })
                .addFilterAfter(asker, AuthorizationFilter.class)
                .build();
    }

    /// No other site may hold a window of this one or load anything from it, and no page needs camera or whereabouts.
    private static void ownOrigin(HeadersConfigurer<HttpSecurity> headers) {
        headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /// No parameter holds a character that no text can have: the database would choke on it.
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }
}
