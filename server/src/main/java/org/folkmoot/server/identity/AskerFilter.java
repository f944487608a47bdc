package org.folkmoot.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.server.platform.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who asks, and lets the database show them what they belong to and nothing else.
@Component
class AskerFilter extends OncePerRequestFilter {
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
        Asker asker = asker(signedIn);
        if (asker == null) {
            Sessions.end(request);
            response.sendRedirect("/sign-in");
            return;
        }
        request.setAttribute(Asker.class.getName(), asker);
        try {
            asker.scope().<Exception>attempt(() -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private @Nullable Asker asker(SignedIn signedIn) {
        People.Person person = people.byId(signedIn.id()).orElse(null);
        if (person == null || !signedIn.isStill(person)) {
            return null;
        }
        Map<Long, Role> roles = people.roles(person.id());
        Map<Long, String> titles = new Scope(roles.keySet()).call(people::titles);
        Map<Long, Asker.Membership> memberships = new HashMap<>();
        roles.forEach((consultation, role) -> {
            String title = titles.get(consultation);
            if (title != null) {
                memberships.put(consultation, new Asker.Membership(role, title));
            }
        });
        return new Asker(person.id(), person.name(), person.siteAdmin(), memberships);
    }
}
