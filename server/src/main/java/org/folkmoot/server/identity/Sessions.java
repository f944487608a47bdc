package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// What the browser's session holds of the person signed in.
@Component
class Sessions {
    private final HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();

    /// Puts the person as they are now into the session, which goes on.
    void renew(People.Person person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.of(person).authentication());
        SecurityContextHolder.setContext(context);
        kept.saveContext(context, request, response);
    }

    /// Ends the session.
    static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
