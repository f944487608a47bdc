package org.folkmoot.corpus.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.corpus.Analysis;

/// An analysis as one self-contained HTML file, which needs no network, no server and, for reading, no script.
///
/// What anyone wrote is always escaped, and a content security policy lets nothing run or load but the report's own
/// style and script, named by their hashes.
public final class Report {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Report.class.getClassLoader(), "org.folkmoot.corpus");

    private Report() {}

    /// The whole file.
    public static String html(Analysis analysis) {
        Words words = new Words(Locale.UK);
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        StringOutput html = new StringOutput(1 << 20);
        TEMPLATES.render(
                "report/index.jte",
                Map.of(
                        "w",
                        words,
                        "page",
                        Page.of(analysis, words),
                        "style",
                        style,
                        "script",
                        script,
                        "policy",
                        policy),
                html);
        return Printable.of(html.toString());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the program", e);
        }
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
