package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser without script: keeps cookies, fills forms with the token that guards them, follows nothing by itself.
public final class TestClient {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----a-boundary-that-no-test-file-contains";

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private @Nullable String csrf;

    TestClient(String site) {
        this.site = site;
    }

    /// What came back.
    public record Answer(int status, HttpHeaders headers, byte[] bytes) {
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// The path it sends one to, empty if to none.
        public String location() {
            return headers.firstValue("Location")
                    .map(to -> to.replaceFirst("^https?://[^/]+", ""))
                    .orElse("");
        }
    }

    /// Signs in through the form.
    public void signIn(String email, String password) {
        Answer answer = trySignIn(email, password);
        assertThat(answer.location()).as("where sign-in leads").isEqualTo("/");
    }

    /// Sends the sign-in form and says what came of it.
    public Answer trySignIn(String email, String password) {
        return postFrom("/sign-in", "/sign-in", "email", email, "password", password);
    }

    /// @param headers name, value, name, value …
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// Sends a form: name, value, name, value …
    public Answer post(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(csrf()));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /// Sends a form that stands on a page open to everyone.
    public Answer postFrom(String page, String path, String... fields) {
        csrf = csrfOf(get(page));
        Answer answer = post(path, fields);
        csrf = null;
        return answer;
    }

    /// Sends a form and goes where it leads.
    public Answer submit(String path, String... fields) {
        Answer answer = post(path, fields);
        assertThat(answer.status())
                .as("status of the form sent to %s: %s", path, answer.body())
                .isEqualTo(303);
        return get(answer.location());
    }

    /// Sends a form with one file, and fields as name, value, name, value …
    public Answer upload(String path, String field, String fileName, byte[] content, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", csrf().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            part(body, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(body, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /// Any request, without form token or anything else of a browser but its cookies.
    ///
    /// @param body null for none
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        return send(request(path, headers)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The cookie of its session.
    public HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    /// The token of its session's forms; every page of someone signed in has it, for the sign-out button.
    private String csrf() {
        if (csrf == null) {
            Answer home = get("/");
            csrf = csrfOf(home.location().equals("/sign-in") ? get("/sign-in") : home);
        }
        return csrf;
    }

    private static String csrfOf(Answer page) {
        Matcher token = CSRF.matcher(page.body());
        assertThat(token.find()).as("a form token on %s", page.body()).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
