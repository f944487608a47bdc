package org.folkmoot.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Finds out who asks, and lets the database show them what they belong to and nothing else. Below a consultation's
/// address that is this consultation alone: somebody who is a lead in one and a viewer in another must not see through
/// the one what they may not see in the other.
@Component
class AskerFilter extends OncePerRequestFilter {
    private static final String CONSULTATION = "consultation";
    private static final List<PathPattern> OF_CONSULTATION = Stream.of(
                    "/consultations/{consultation}/**", "/api/v1/consultations/{consultation}/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final People people;

    AskerFilter(People people) {
        this.people = people;
    }

    /// It stands in the security chain only, not a second time outside it.
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<AskerFilter> notOutside(AskerFilter filter) {
            FilterRegistrationBean<AskerFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Asker asker = asker(signedIn, (Asker.Bounds) request.getAttribute(Asker.Bounds.class.getName()));
        if (asker == null) {
            Sessions.end(request);
            response.sendRedirect("/sign-in");
            return;
        }
        request.setAttribute(Asker.class.getName(), asker);
        Long consultation = consultation(request);
        request.setAttribute(Scope.class.getName(), consultation);
        if (consultation != null && asker.role(consultation) != null) {
            request.setAttribute(Place.class.getName(), asker.in(consultation, ""));
        }
        try {
            asker.scope(consultation).<Exception>attempt(() -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /// The consultation that the database showed for a request, null if it was all of the asker's.
    static @Nullable Object shown(HttpServletRequest request) {
        return request.getAttribute(Scope.class.getName());
    }

    private static @Nullable Long consultation(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        for (PathPattern pattern : OF_CONSULTATION) {
            PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
            if (match != null) {
                try {
                    return Long.valueOf(match.getUriVariables().getOrDefault(CONSULTATION, ""));
                } catch (NumberFormatException _) {
                    return null;
                }
            }
        }
        return null;
    }

    private @Nullable Asker asker(SignedIn signedIn, Asker.@Nullable Bounds bounds) {
        People.Person person = people.byId(signedIn.id()).orElse(null);
        if (person == null || !signedIn.isStill(person)) {
            return null;
        }
        Map<Long, Role> roles = people.roles(person.id());
        Map<Long, String> titles = new Scope(roles.keySet()).call(people::titles);
        Map<Long, Asker.Membership> memberships = new HashMap<>();
        roles.forEach((consultation, role) -> {
            String title = titles.get(consultation);
            boolean within =
                    bounds == null || bounds.onlyIn() == null || bounds.onlyIn().equals(consultation);
            if (title != null && within) {
                memberships.put(consultation, new Asker.Membership(role, title));
            }
        });
        return new Asker(person.id(), person.name(), person.siteAdmin(), memberships, bounds);
    }
}
