package org.folkmoot.corpus.report;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The words of the report in one language, and how that language writes numbers. For one thread.
final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.folkmoot.corpus.report.report", locale, NO_FALLBACK);
    }

    /// Words of the default bundle where a language has none of its own, never of the machine's language.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// BCP 47 tag for the page.
    String language() {
        return locale.toLanguageTag();
    }

    /// The text for a key, its `{0}`, `{1}`, … replaced; numbers get thousands separators.
    String of(String key, Object... values) {
        return values.length == 0 ? bundle.getString(key) : format(key).format(values);
    }

    /// A pattern is read once: every passage of a report names its source.
    private MessageFormat format(String key) {
        return formats.computeIfAbsent(key, _ -> new MessageFormat(bundle.getString(key), locale));
    }

    /// "1 submission", "1,234 submissions": the key's `.one` or `.other` form.
    String count(String key, int count) {
        return of(key + (count == 1 ? ".one" : ".other"), count);
    }

    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /// A share in per cent, with a decimal only where it says something; a dash on a base too small for per cents.
    String share(int count, int base) {
        if (base < 10) {
            return "–";
        }
        double percent = 100.0 * count / base;
        if (count == 0) {
            return "0%";
        }
        if (percent < 0.1) {
            return "<0.1%";
        }
        boolean whole = base < 1000 || percent >= 10;
        if (whole && percent < 1) {
            return "<1%";
        }
        return String.format(locale, whole ? "%.0f%%" : "%.1f%%", percent);
    }

    /// The name of a language in this language, e.g. "Welsh" for `cy`.
    String languageName(String tag) {
        return tag.equals("und")
                ? of("language.unknown")
                : Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /// A confidence in words.
    String confidence(float confidence) {
        String level = confidence >= 0.8 ? "high" : confidence >= 0.5 ? "medium" : "low";
        return of("confidence." + level, String.format(locale, "%.2f", confidence));
    }
}
