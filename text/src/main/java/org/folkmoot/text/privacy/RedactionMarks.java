package org.folkmoot.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.text.Span;

/// What stands where somebody took personal data out of a text: "Name Redacted", "[name]", "address withheld", "XXXX".
public final class RedactionMarks {
    private static final String WHAT =
            "(?:names?|surname|address(?:es)?|e-?mail|phone|telephone|mobile|number|numbers|date"
                    + "|dates|place|location|hospital|ward|details|information|signature|person|staff|organisation|personal"
                    + "|identifying|company|text)";
    private static final Pattern MARK = Pattern.compile(
            "[\\[(<{]\\s*(?:" + WHAT + "|name of [\\p{L} ]{1,30}|x{2,}|\\*{2,}|_{2,})(?:\\s+" + WHAT
                    + "){0,3}\\s*[\\])>}]"
                    + "|(?<!\\p{L})(?:" + WHAT + "\\s+){0,3}(?:(?:has|have) been\\s+)?"
                    + "(?:redacted|redaction|withheld|anonymi[sz]ed|pseudonymi[sz]ed)(?:\\s+" + WHAT
                    + "){0,2}(?!\\p{L})"
                    + "|(?<!\\p{L})(?:" + WHAT + "\\s+){1,3}(?:removed|supplied|deleted)(?!\\p{L})"
                    + "|(?<!\\p{L})x{3,}(?!\\p{L})",
            Pattern.CASE_INSENSITIVE);

    private RedactionMarks() {}

    /// The marks in `text`, in order, not overlapping. Cost: linear in the text.
    public static List<Span> find(String text) {
        List<Span> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            marks.add(new Span(mark.start(), mark.end()));
        }
        return marks;
    }

    /// Whether anything was taken out of `text`, as far as marks tell.
    public static boolean isIn(String text) {
        return MARK.matcher(text).find();
    }
}
