package org.folkmoot.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes a program's token for the person who made it. It keeps nothing between requests.
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final People people;

    BearerFilter(ApiTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<People.Person> person = header == null || !header.startsWith(SCHEME)
                ? Optional.empty()
                : tokens.person(header.substring(SCHEME.length()).strip())
                        .flatMap(people::byId)
                        .filter(found -> !found.disabled());
        person.ifPresent(found -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SignedIn.of(found).authentication());
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
