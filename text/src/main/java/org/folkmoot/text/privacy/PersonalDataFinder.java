package org.folkmoot.text.privacy;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;

/// Flags likely personal data, so that no quote chosen for a report contains any.
///
/// Each kind has its own rule at a cheap trigger (an `@`, a digit, a word that introduces a name), with a check digit
/// or a register of areas where there is one. Names are found where people give them: "my name is …", salutations,
/// titles and signatures; a name in the middle of a sentence is not found, for there is no list of all names. Where
/// the rules must err they flag too much in signatures and too little elsewhere. A flag is not proof, and no flag is
/// no proof of anonymity.
///
/// Findings are in order and don't overlap. Every rule looks a bounded distance ahead, so that time is linear in the
/// length of the text whatever it holds. Safe to use from several threads.
public final class PersonalDataFinder {
    private PersonalDataFinder() {}

    /// All findings in one text.
    public static List<PersonalData> find(String text) {
        List<PersonalData> findings = new ArrayList<>();
        int length = text.length();
        int from = 0;
        boolean inWord = false;
        for (int i = 0; i < length; ) {
            char c = text.charAt(i);
            boolean word = c < 128 ? isAsciiWord(c) : Character.isLetterOrDigit(c);
            PersonalData found = c == '@'
                    ? Contacts.at(text, from, i)
                    : inWord ? null : c == '+' || c == '(' ? Numbers.at(text, i) : word ? atWord(text, i, c) : null;
            if (found != null && found.span().start() >= from) {
                findings.add(found);
                from = found.span().end();
                i = from;
                inWord = false;
            } else {
                inWord = word;
                i++;
            }
        }
        return Signatures.added(text, AddressBlocks.joined(text, findings));
    }

    /// Whether anything in `span` is likely personal data.
    public static boolean isIn(List<PersonalData> findings, Span span) {
        return findings.stream().anyMatch(finding -> finding.span().overlaps(span));
    }

    private static @Nullable PersonalData atWord(String text, int i, char c) {
        if (c >= '0' && c <= '9') {
            PersonalData number = Numbers.at(text, i);
            return number != null ? number : Addresses.at(text, i);
        }
        PersonalData code = Codes.at(text, i);
        if (code != null) {
            return code;
        }
        return Introductions.at(text, i);
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
