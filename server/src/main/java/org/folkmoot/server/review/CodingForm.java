package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.Decisions.Choice;
import org.folkmoot.text.Span;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/// What the form of an answer sends: `theme` for each theme given, `at.THEME` for each passage that carries it (empty
/// ones count for nothing; with none the whole answer does), `quote` for each passage worth quoting, `note`, `flagged`,
/// and `alike` if it is to hold for all answers with the same words.
record CodingForm(MultiValueMap<String, String> fields) {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int LONGEST_NOTE = 4000;

    /// @param length of the answer
    DecidingOnAnswers.Wish wish(int length, boolean accept) {
        return new DecidingOnAnswers.Wish(
                accept ? null : choices(length),
                note(),
                fields.containsKey("flagged"),
                quotable(),
                fields.containsKey("alike"));
    }

    /// A note, or a flag, without a decision.
    Remarks.Wish remark(boolean flagged) {
        return new Remarks.Wish(note(), flagged);
    }

    private List<Choice> choices(int length) {
        List<Choice> choices = new ArrayList<>();
        for (String theme : fields.getOrDefault("theme", List.of())) {
            List<Span> spans = fields.getOrDefault("at." + theme, List.of()).stream()
                    .filter(at -> !at.isEmpty())
                    .map(CodingForm::span)
                    .distinct()
                    .toList();
            (spans.isEmpty() ? List.of(new Span(0, length)) : spans)
                    .forEach(span -> choices.add(new Choice(theme, span.start(), span.end())));
        }
        return choices;
    }

    private List<Span> quotable() {
        return fields.getOrDefault("quote", List.of()).stream()
                .map(CodingForm::span)
                .distinct()
                .toList();
    }

    private String note() {
        String note = fields.getFirst("note");
        if (note == null) {
            return "";
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "note-too-long");
        }
        return note;
    }

    private static Span span(String text) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            int start = Integer.parseInt(span.group(1));
            int end = Integer.parseInt(span.group(2));
            if (start <= end) {
                return new Span(start, end);
            }
        }
        throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "passage-outside");
    }
}
