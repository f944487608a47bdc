package org.folkmoot.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// Every string the interface shows, by key, in one language: one bundle, one file of it for each context.
///
/// A text with arguments is a `MessageFormat`, so its apostrophes are doubled; one without is taken as it stands.
public final class Words {
    private static final List<String> FILES =
            List.of("platform", "audit", "identity", "codebook", "review", "consultation");
    /// British English, the only language so far.
    public static final Words ENGLISH = new Words(Locale.UK, "en");

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(Locale locale, String language) {
        this.locale = locale;
        for (String file : FILES) {
            String name = "/words/" + language + "/" + file + ".properties";
            try (InputStream in = Words.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks " + name);
                }
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.forEach((key, text) -> {
                    if (texts.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("two texts for " + key);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name, e);
            }
        }
    }

    /// The text of a key with its arguments put in.
    ///
    /// @throws IllegalArgumentException if there is none
    public String t(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for the key " + key);
        }
        if (arguments.length == 0) {
            return text;
        }
        // Reading a format takes far longer than using it, and one that is in use is no other thread's.
        MessageFormat format = formats.computeIfAbsent(key, _ -> new MessageFormat(text, locale));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    /// Whether there is a text for a key.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// A whole number with its thousands apart.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A share in [0, 1] as a percentage with one decimal.
    public String percent(double share) {
        return String.format(locale, "%.1f%%", 100 * share);
    }

    /// A moment to the minute, in the time zone of the machine.
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", locale)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /// What a language is called, by its BCP 47 tag.
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /// BCP 47 tag.
    public String language() {
        return locale.toLanguageTag();
    }
}
