package org.folkmoot.corpus.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report with the figures that people's reading gave: the status at its head, and a table in each question read.
/// Everything else stays as the run wrote it.
public final class CheckedReport {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, CheckedReport.class.getClassLoader(), "org.folkmoot.corpus");

    private static final String DRAFT = "<div class=\"draft\" role=\"note\">";
    private static final String DRAFT_END = "</div>";

    private CheckedReport() {}

    /// The whole file.
    ///
    /// @param html as the run wrote it
    /// @param parts of the questions read
    /// @param unread ids of the open questions that were not
    /// @throws IllegalArgumentException if `html` is not a draft report of Folkmoot
    public static String of(String html, List<CheckedPart> parts, List<String> unread) {
        Words words = new Words(Locale.UK);
        int from = at(html, DRAFT, 0);
        int to = at(html, DRAFT_END, from) + DRAFT_END.length();
        StringBuilder checked = new StringBuilder(html);
        String none = "<p>" + words.of("method.checked.none") + "</p>";
        replace(checked, none, "<p>" + words.of("method.checked.read") + "</p>");
        String measured = unread.isEmpty()
                ? words.of("limits.error.measured")
                : words.of(
                        "limits.error.partly",
                        String.join(
                                ", ", parts.stream().map(CheckedPart::question).toList()),
                        String.join(", ", unread));
        replace(
                checked,
                "<li>" + words.of("limits.error") + "</li>",
                render("report/limit.jte", Map.of("text", measured)));
        for (CheckedPart part : parts) {
            int themes = at(checked.toString(), "<h3 id=\"" + part.anchor() + "-themes\">", 0);
            checked.insert(themes, render("report/checked.jte", Map.of("w", words, "part", part)));
        }
        checked.replace(
                from,
                to,
                render(
                        "report/checkedstatus.jte",
                        Map.of("w", words, "parts", parts, "unread", new ArrayList<>(unread))));
        return checked.toString();
    }

    private static void replace(StringBuilder html, String old, String now) {
        int at = at(html.toString(), old, 0);
        html.replace(at, at + old.length(), now);
    }

    private static String render(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        TEMPLATES.render(template, values, html);
        return Printable.of(html.toString());
    }

    private static int at(String html, String mark, int from) {
        int at = html.indexOf(mark, from);
        if (at < 0) {
            throw new IllegalArgumentException("the report is not a draft of this version of Folkmoot: run it again"
                    + " with this one (looked for " + mark + ")");
        }
        return at;
    }
}
