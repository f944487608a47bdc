package org.folkmoot.benchmarks.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// A browser without script for one person: keeps the cookie of their session, fills forms with the token that guards
/// them, asks for compressed pages, follows nothing by itself.
final class Browser {
    static final String PASSWORD = "correct horse battery";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----a-boundary-that-no-file-contains";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String site;
    private String cookie = "";
    private String csrf = "";
    private String bearer = "";

    Browser(String site) {
        this.site = site;
    }

    /// What came back.
    ///
    /// @param location the path it sends one to, empty if to none
    /// @param nanos from sending the request to the last byte of the answer
    record Answer(int status, String location, byte[] bytes, boolean isCompressed, long nanos) {
        String text() {
            try {
                byte[] plain =
                        isCompressed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
                return new String(plain, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The first group of the first match.
        String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(text());
            if (!matcher.find()) {
                throw new IllegalStateException("nothing like " + pattern + " on a page with status " + status);
            }
            return matcher.group(1);
        }
    }

    /// Sets the password of a one-time link and signs in with it.
    void accept(String invitation, String name, String email) {
        csrf = get(invitation).find(CSRF.pattern());
        require(post(invitation, "name", name, "email", email, "password", PASSWORD), 303);
        signIn(email);
    }

    void signIn(String email) {
        csrf = get("/sign-in").find(CSRF.pattern());
        Answer in = post("/sign-in", "email", email, "password", PASSWORD);
        if (!in.location().equals("/")) {
            throw new IllegalStateException(email + " cannot sign in: " + in.status() + " " + in.location());
        }
        csrf = get("/").find(CSRF.pattern());
    }

    /// From now on `api` asks with a token of this person's.
    ///
    /// @param allows READ, WRITE or ADMINISTER
    void makeToken(String allows) {
        bearer = require(post("/account/tokens", "name", "benchmark", "days", "1", "allows", allows), 200)
                .find("id=\"made\" value=\"([^\"]+)\"");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /// As a program asks: with a token, without a session.
    Answer api(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Bearer " + bearer)
                .GET());
    }

    /// Sends a form: name, value, name, value …
    Answer post(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /// Sends a form with one file.
    Answer upload(String path, Path file) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            part(body, "name=\"_csrf\"", csrf.getBytes(StandardCharsets.UTF_8));
            part(body, "name=\"files\"; filename=\"" + file.getFileName() + "\"", Files.readAllBytes(file));
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer send(HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            response.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("JSESSIONID="))
                    .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""),
                    response.body(),
                    response.headers().firstValue("Content-Encoding").orElse("").equals("gzip"),
                    nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Answer require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("status " + answer.status() + " instead of " + status + ": "
                    + answer.text().replaceAll("(?s)<[^>]*>|\\s+", " ").strip());
        }
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
