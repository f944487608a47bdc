package org.folkmoot.server.consultation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which answers somebody looks for. It stands in the address of each view, so that a view can be shared.
///
/// @param question id, null for all open questions
/// @param theme id of a theme of the question, sub-themes included; `none` for answers without any; empty for all
/// @param values by id of a closed or about-you question the value that the respondent gave
/// @param campaign code of a campaign, `any`, `none`, or empty for all
/// @param words as for a web search: all of them, "phrases", or, -not
/// @param meaning words whose meaning the answers come near to; they are then in that order
/// @param position what the respondent answered to the closed question that the open one explains
/// @param status what the engine made of the answer
public record AnswerFilter(
        @Nullable Long question,
        String theme,
        SortedMap<Long, String> values,
        String campaign,
        Flag flag,
        Reader reader,
        String words,
        String meaning,
        Position position,
        Status status) {
    /// No theme, or no campaign.
    public static final String NONE = "none";
    /// Any campaign.
    public static final String ANY = "any";

    private static final int LONGEST = 500;

    /// What an answer may be marked with.
    public enum Flag {
        ALL,
        /// A person flagged it when deciding on it.
        FLAGGED,
        /// It holds personal data that nobody decided on.
        UNDECIDED_DATA,
        /// Something in it is redacted.
        REDACTED
    }

    /// Whether a person decided on an answer.
    public enum Reader {
        ALL,
        DECIDED,
        UNDECIDED
    }

    /// Where a respondent stands, by their answer to the closed question that an open one explains.
    public enum Position {
        ALL,
        FOR,
        AGAINST,
        /// Neither for nor against, or in words that do not tell.
        NEITHER,
        /// There is no such question, or they did not answer it.
        UNKNOWN
    }

    /// What became of an answer.
    public enum Status {
        ALL,
        ANALYSED,
        NO_VIEW,
        CROSS_REFERENCE,
        /// No run has looked at it yet.
        WAITING
    }

    public AnswerFilter {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// All open answers.
    public static AnswerFilter everything() {
        return of(Map.of());
    }

    /// From the parameters of an address; unknown ones are none of its business.
    public static AnswerFilter of(Map<String, String> parameters) {
        SortedMap<Long, String> values = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.matches("c\\d{1,18}") && !value.isBlank()) {
                values.put(Long.valueOf(name.substring(1)), text(value));
            }
        });
        String question = parameters.getOrDefault("question", "").strip();
        if (!question.matches("\\d{0,18}")) {
            throw Refused.notFound();
        }
        return new AnswerFilter(
                question.isEmpty() ? null : Long.valueOf(question),
                text(parameters.getOrDefault("theme", "")),
                values,
                text(parameters.getOrDefault("campaign", "")),
                one(Flag.class, parameters.getOrDefault("flag", "")),
                one(Reader.class, parameters.getOrDefault("reader", "")),
                text(parameters.getOrDefault("words", "")),
                text(parameters.getOrDefault("meaning", "")),
                one(Position.class, parameters.getOrDefault("position", "")),
                one(Status.class, parameters.getOrDefault("status", "")));
    }

    private static String text(String value) {
        String stripped = value.strip().replace("\0", "");
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        if (name.isBlank()) {
            return type.getEnumConstants()[0];
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException _) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
    }

    /// The value asked for of a question, empty for all.
    public String value(long closed) {
        return values.getOrDefault(closed, "");
    }

    /// Whether it asks for anything besides the question.
    public boolean isNarrow() {
        return !equals(everything().ofQuestion(question));
    }

    /// The same of another question.
    public AnswerFilter ofQuestion(@Nullable Long other) {
        return new AnswerFilter(other, theme, values, campaign, flag, reader, words, meaning, position, status);
    }

    /// The same with another theme.
    public AnswerFilter withTheme(String other) {
        return new AnswerFilter(question, other, values, campaign, flag, reader, words, meaning, position, status);
    }

    /// The same with a value of a closed question.
    public AnswerFilter withValue(long closed, String value) {
        SortedMap<Long, String> more = new TreeMap<>(values);
        more.put(closed, value);
        return new AnswerFilter(question, theme, more, campaign, flag, reader, words, meaning, position, status);
    }

    /// The same with another campaign.
    public AnswerFilter withCampaign(String other) {
        return new AnswerFilter(question, theme, values, other, flag, reader, words, meaning, position, status);
    }

    /// The same with another status.
    public AnswerFilter withStatus(Status other) {
        return new AnswerFilter(question, theme, values, campaign, flag, reader, words, meaning, position, other);
    }

    /// Whether it divides answers by what respondents said of themselves or chose.
    boolean divides() {
        return !values.isEmpty() || position != Position.ALL;
    }

    /// Its part of an address, without the question mark; what is not asked for is left out.
    public String query() {
        List<String> parts = new ArrayList<>();
        add(parts, "question", question == null ? "" : question.toString());
        add(parts, "theme", theme);
        values.forEach((closed, value) -> add(parts, "c" + closed, value));
        add(parts, "campaign", campaign);
        add(parts, "flag", flag == Flag.ALL ? "" : flag.name());
        add(parts, "reader", reader == Reader.ALL ? "" : reader.name());
        add(parts, "position", position == Position.ALL ? "" : position.name());
        add(parts, "status", status == Status.ALL ? "" : status.name());
        add(parts, "words", words);
        add(parts, "meaning", meaning);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
