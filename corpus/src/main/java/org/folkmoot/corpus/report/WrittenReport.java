package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a written report says, read back from its HTML to be checked: every text it quotes, the figures of every theme,
/// and the ledger.
///
/// @param quotes all texts set as quotations, in their order on the page
/// @param themes by `anchor` each theme's figures
/// @param ledger the rows of the ledger from its first status to its total, a number for each question
public record WrittenReport(List<String> quotes, Map<String, Figures> themes, List<List<Integer>> ledger) {
    private static final Pattern QUOTE = Pattern.compile(
            "<blockquote(?: class=\"letter\")?(?: lang=\"[^\"]*\")?(?: dir=\"auto\")?>([^<]*)</blockquote>");
    private static final Pattern THEME = Pattern.compile(
            "<a href=\"#(theme-[^\"]*)\"><bdi>[^<]*</bdi></a>.*?<td class=\"n\">([\\d,]+)</td><td class=\"n\">([\\d,]+)</td>",
            Pattern.DOTALL);
    private static final Pattern LEDGER = Pattern.compile("<table class=\"account\">.*?</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">.*?</tr>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<td class=\"n\"[^>]*>([\\d,]+)</td>");

    /// How often a theme is carried.
    public record Figures(int submissions, int distinctTexts) {}

    public WrittenReport {
        quotes = List.copyOf(quotes);
        themes = Map.copyOf(themes);
        ledger = List.copyOf(ledger);
    }

    /// Reads a report back.
    public static WrittenReport of(String html) {
        List<String> quotes = new ArrayList<>();
        Matcher quote = QUOTE.matcher(html);
        while (quote.find()) {
            quotes.add(quote.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        Map<String, Figures> themes = new LinkedHashMap<>();
        Matcher theme = THEME.matcher(html);
        while (theme.find()) {
            themes.put(theme.group(1), new Figures(number(theme.group(2)), number(theme.group(3))));
        }
        List<List<Integer>> ledger = new ArrayList<>();
        Matcher table = LEDGER.matcher(html);
        if (table.find()) {
            Matcher row = ROW.matcher(table.group());
            while (row.find()) {
                ledger.add(NUMBER.matcher(row.group())
                        .results()
                        .map(found -> number(found.group(1)))
                        .toList());
            }
        }
        return new WrittenReport(quotes, themes, ledger);
    }

    /// How many quotations the page has, whatever their form.
    public static int quotations(String html) {
        return html.split("<blockquote", -1).length - 1;
    }

    /// Where the report puts a theme; two questions may have themes with the same id.
    public static String anchor(String questionId, String themeId) {
        return Anchors.of(Anchors.of("theme", questionId), themeId);
    }

    /// A text as the report shows it.
    public static String shown(String text) {
        return Printable.of(text);
    }

    private static int number(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(plain);
    }
}
