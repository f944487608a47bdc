package org.folkmoot.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Style and script of the interface, all of it served from here.
///
/// The components' style is GOV.UK Frontend's with two changes: its colours become variables, so that they can follow
/// the system's dark mode, and its typeface, which only government sites may use, gives way to Arial.
@Component
@RestController
public final class Assets {
    private static final String GOVUK = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*\\}");
    private static final Map<String, String> COLOURS = colours();

    private final Map<String, String> files = new TreeMap<>();
    private final String version;

    Assets() {
        files.put("govuk.css", themed(resource(GOVUK + "govuk-frontend.min.css")));
        files.put("folkmoot.css", resource("/assets/folkmoot.css"));
        files.put("govuk.js", resource(GOVUK + "govuk-frontend.min.js").replaceAll("//# sourceMappingURL=.*", ""));
        files.put("htmx.js", resource(HTMX));
        files.put("folkmoot.js", resource("/assets/folkmoot.js"));
        files.put("coding.js", resource("/assets/coding.js"));
        version = hash(String.join("\0", files.values()));
    }

    private static Map<String, String> colours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("#0b0c0c", "var(--ink)");
        colours.put("#ffffff", "var(--paper)");
        colours.put("#fff", "var(--paper)");
        colours.put("#f3f2f1", "var(--panel)");
        colours.put("#f4f8fb", "var(--panel)");
        colours.put("#b1b4b6", "var(--line)");
        colours.put("#505a5f", "var(--quiet)");
        colours.put("#1d70b8", "var(--link)");
        colours.put("#1a65a6", "var(--link)");
        colours.put("#003078", "var(--link-hover)");
        colours.put("#0f385c", "var(--link-hover)");
        colours.put("#4c2c92", "var(--link-visited)");
        colours.put("#d4351c", "var(--error)");
        colours.put("#00703c", "var(--go)");
        return colours;
    }

    private static String themed(String css) {
        String themed = FONT_FACE
                .matcher(css)
                .replaceAll("")
                .replace("\"GDS Transport\",", "")
                .replace("GDS Transport,", "");
        for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
            themed = themed.replaceAll("(?i)" + colour.getKey() + "(?![0-9a-f])", colour.getValue());
        }
        return themed;
    }

    private static String resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String version() {
        return version;
    }

    /// One file of style or script; its address changes with its content.
    @Open
    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<String> file(@PathVariable String version, @PathVariable String name) {
        String text = files.get(name);
        if (text == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        name.endsWith(".css") ? "text/css;charset=UTF-8" : "text/javascript;charset=UTF-8"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(text);
    }
}
