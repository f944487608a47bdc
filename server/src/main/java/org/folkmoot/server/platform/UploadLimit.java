package org.folkmoot.server.platform;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody upload who has not signed in, and says clearly that an upload is too large, or hides how large it is,
/// before anything of it is read: further in it would only look like a form without its token.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {
    private static final DataSize MOST_PLAIN = DataSize.ofMegabytes(4);

    private final DataSize most;
    private final Pages pages;

    UploadLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize most, Pages pages) {
        this.most = most;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = isUpload(request);
        boolean program = Problems.areReadBy(request);
        long length = request.getContentLengthLong();
        if (upload && !program && !hasKey(request)) {
            response.sendRedirect("/sign-in");
        } else if (upload && program && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            chain.doFilter(request, response); // the door for programs says what is missing, and reads nothing
        } else if (program && !upload && !isShort(request)) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large-request", MOST_PLAIN);
        } else if (upload && length < 0) {
            refuse(request, response, HttpStatus.LENGTH_REQUIRED, "no-length", most);
        } else if (length > most.toBytes()) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "too-large", most);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, DataSize bound)
            throws IOException {
        String message = Words.ENGLISH.t("refused." + code, bound.toMegabytes());
        if (Problems.areReadBy(request)) {
            Problems.write(request, response, status, code.replace("-request", ""), message);
            return;
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            byte[] page = pages.render("platform/refused.jte", Place.outside("refused"), message)
                    .getBytes(StandardCharsets.UTF_8);
            response.setStatus(status.value());
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /// Whether it is small, and says so beforehand: it is read into memory as a whole.
    private static boolean isShort(HttpServletRequest request) {
        return request.getContentLengthLong() <= MOST_PLAIN.toBytes()
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// Whether somebody signed in: the files of anybody else would be read and thrown away again.
    private static boolean hasKey(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
