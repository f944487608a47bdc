package org.folkmoot.server.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Renders pages and answers forms. A template has two parameters: the frame `f` and its own model `m`.
@Component
public final class Pages {
    private static final String NOTICE = "folkmoot.notice";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.folkmoot.server.pages");
    private final Assets assets;

    Pages(Assets assets) {
        this.assets = assets;
    }

    /// A page.
    ///
    /// @param template e.g. `consultation/overview.jte`
    public ResponseEntity<String> show(String template, Place place, Object model) {
        return show(HttpStatus.OK, template, place, model);
    }

    /// A page with a status of its own, such as 422 for a form that was not accepted.
    public ResponseEntity<String> show(HttpStatus status, String template, Place place, Object model) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(template, place, model));
    }

    /// A page's text.
    public String render(String template, Place place, Object model) {
        StringOutput html = new StringOutput(1 << 14);
        templates.render(template, Map.of("f", frame(place), "m", model), html);
        return html.toString();
    }

    /// After a form: go to a page and say there what was done.
    ///
    /// @param notice as shown, in the reader's language; null to say nothing
    public ResponseEntity<String> goTo(String path, @Nullable String notice) {
        return goTo(path, notice == null ? null : new Notice(notice, false));
    }

    /// After a form that was not accepted: go to a page and say there what is wrong.
    ///
    /// @param why as shown, in the reader's language
    public ResponseEntity<String> refuse(String path, String why) {
        return goTo(path, new Notice(why, true));
    }

    private ResponseEntity<String> goTo(String path, @Nullable Notice notice) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path of this site: " + path);
        }
        if (notice != null) {
            request().getSession().setAttribute(NOTICE, notice);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private Frame frame(Place place) {
        HttpServletRequest request = request();
        Principal person = request.getUserPrincipal();
        Object csrf = request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                Words.ENGLISH,
                place,
                person == null ? null : person.getName(),
                csrf instanceof CsrfToken token ? token.getToken() : "",
                notice(request),
                assets.version());
    }

    private static @Nullable Notice notice(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Object notice = session.getAttribute(NOTICE);
        session.removeAttribute(NOTICE);
        return (Notice) notice;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }
}
