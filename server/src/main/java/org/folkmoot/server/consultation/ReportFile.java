package org.folkmoot.server.consultation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.server.platform.Words;

/// A report as one HTML file that needs nothing else.
public final class ReportFile {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportFile.class.getClassLoader(), "org.folkmoot.server.pages");

    private ReportFile() {}

    /// @param words of the interface
    /// @param at when it was written
    public record Model(Words words, WritingReports.Standing standing, Instant at) {}

    /// @param at when it is written
    static String html(WritingReports.Standing standing, Instant at) {
        StringOutput html = new StringOutput(1 << 16);
        TEMPLATES.render("consultation/report-file.jte", Map.of("m", new Model(Words.ENGLISH, standing, at)), html);
        return printable(html.toString());
    }

    /// Characters that XML does not know come only from damaged input.
    static String printable(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
