package org.folkmoot.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        if (header != null && header.startsWith(SCHEME)) {
            tokens.find(header.substring(SCHEME.length()).strip())
                    .ifPresent(shown -> people.byId(shown.person())
                            .filter(person -> !person.disabled())
                            .ifPresent(person -> admit(person, shown.bounds(), request)));
        }
        chain.doFilter(request, response);
    }

    private static void admit(People.Person person, Asker.Bounds bounds, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.of(person).authentication());
        SecurityContextHolder.setContext(context);
        request.setAttribute(Asker.Bounds.class.getName(), bounds);
    }
}
