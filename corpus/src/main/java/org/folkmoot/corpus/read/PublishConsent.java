package org.folkmoot.corpus.read;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.corpus.Response.Consent;

/// Reads what people ticked on whether their words may be published, in English, Welsh and German.
final class PublishConsent {
    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "1",
            "ja",
            "j",
            "wahr",
            "ydw",
            "oes",
            "iawn",
            "gallwch",
            "cewch",
            "ie",
            "agree",
            "i agree",
            "agreed",
            "i consent",
            "consent",
            "consented",
            "granted",
            "checked",
            "selected",
            "on",
            "x",
            "ok",
            "public",
            "zugestimmt",
            "rwy'n cytuno",
            "cytuno",
            "wyf",
            "ticked");
    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "false",
            "0",
            "nein",
            "falsch",
            "na",
            "nac oes",
            "nac ydw",
            "na chewch",
            "nage",
            "disagree",
            "i do not agree",
            "i disagree",
            "i do not consent",
            "refused",
            "declined",
            "unchecked",
            "off",
            "private",
            "abgelehnt",
            "anghytuno",
            "nag oes",
            "not selected");
    private static final Pattern REFUSES = Pattern.compile(
            "\\b(do not|don't|don’t|not to|not be|may not|cannot|never|without publish\\w*|not)\\b.*\\b(publish|quot|use|share|public|consent|agree)"
                    + "|\\bconfidential|\\bprivate\\b|\\bwithhold"
                    + "|\\bnicht\\b.*(ver[öo]ffentlich|zitier|zustimm|einverstanden)|vertraulich"
                    + "|peidiwch|\\bpeidio\\b|cyfrinachol|\\bddim\\b.*(cyhoedd|cytuno|dyfynnu)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ALLOWS = Pattern.compile(
            "\\b(publish|quot|made public|share|anonym|consent|happy for|permission)"
                    + "|ver[öo]ffentlich|zitier|einverstanden|zustimm"
                    + "|cyhoedd|gyhoedd|dienw|ddienw|cydsyni|dyfynnu",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEADING = Pattern.compile(
            "^(yes|no|ja|nein|ydw|nac ydw|oes|nac oes|ie|nage|cewch|na chewch)\\b[\\s,.:;–—-].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private PublishConsent() {}

    /// The consent that a value states.
    ///
    /// @param value as received, not blank
    /// @param secrecy whether the question asks for secrecy ("Treat as confidential?"), so that a plain yes
    /// means no
    /// @return empty if the value says neither
    static Optional<Consent> of(String value, boolean secrecy) {
        String plain = value.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[.!]+$", "");
        if (YES.contains(plain)) {
            return Optional.of(secrecy ? Consent.NO : Consent.YES);
        }
        if (NO.contains(plain)) {
            return Optional.of(secrecy ? Consent.YES : Consent.NO);
        }
        if (REFUSES.matcher(plain).find()) {
            boolean denies = secrecy && plain.startsWith("no");
            return Optional.of(denies ? Consent.YES : Consent.NO);
        }
        if (ALLOWS.matcher(plain).find() && !plain.startsWith("no")) {
            return Optional.of(Consent.YES);
        }
        var leading = LEADING.matcher(plain);
        return leading.matches() ? of(leading.group(1), secrecy) : Optional.empty();
    }
}
