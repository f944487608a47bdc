package org.folkmoot.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;

/// Whole postal addresses: of a street line that a postcode follows, all between the two, and the flat or the named
/// house before it.
///
/// A block is read backwards from its postcode, part by part, parts being set apart by commas and line ends. Every part
/// is of capitalised words, as localities and counties are, up to a part that ends with a street. A postcode without a
/// street before it stays a postcode.
final class AddressBlocks {
    private static final int MOST_PARTS = 6;
    private static final int LONGEST_PART = 60;
    private static final Set<String> SMALL_WORDS = Set.of(
            "upon", "on", "the", "under", "le", "by", "in", "and", "of", "next", "y", "yr", "ar", "yn", "de", "la",
            "cum");
    private static final Pattern HOUSE = Pattern.compile("(?:(?i:flat|apartment|apt|unit|suite|room|plot)\\.? ?\\w{1,4}"
            + "|(?:\\p{Lu}[\\p{L}'’-]* ){1,3}(?:House|Cottages?|Court|Lodge|Farm|Villas?|Barn|Hall|Mill|Heights|Tower|Mansions"
            + "|Buildings|Bungalow|Vicarage|Rectory|Point|Wharf))$");

    private AddressBlocks() {}

    /// The findings, those of a block joined to one.
    static List<PersonalData> joined(String text, List<PersonalData> findings) {
        List<PersonalData> all = new ArrayList<>();
        for (PersonalData finding : findings) {
            int start = switch (finding.kind()) {
                case POSTCODE -> start(text, finding.span().start(), all);
                case ADDRESS -> house(text, finding.span().start());
                default -> -1;
            };
            if (start < 0) {
                all.add(finding);
                continue;
            }
            int free = start;
            while (!all.isEmpty() && all.getLast().span().end() > free) {
                start = Math.min(start, all.removeLast().span().start());
            }
            all.add(new PersonalData(
                    Kind.ADDRESS, new Span(start, finding.span().end())));
        }
        return all;
    }

    /// Where the block begins that ends with the postcode at `postcode`, -1 if there is none.
    private static int start(String text, int postcode, List<PersonalData> before) {
        int end = partEnd(text, postcode, true);
        for (int part = 0; part < MOST_PARTS && end > 0; part++) {
            int start = partStart(text, end);
            int line = lineStart(text, before, start, end);
            if (line >= 0) {
                return line;
            }
            int street = streetStart(text, start, end);
            if (street >= 0) {
                int house = house(text, street);
                return house < 0 ? street : house;
            }
            if (end - start > LONGEST_PART || start == end || !isPlace(text, start, end)) {
                return -1;
            }
            end = partEnd(text, start, false);
        }
        return -1;
    }

    /// Where the street line begins that was found in a part, -1 if none was.
    private static int lineStart(String text, List<PersonalData> before, int start, int end) {
        for (PersonalData line : before.reversed()) {
            if (line.span().end() <= start) {
                break;
            }
            if (line.kind() == Kind.ADDRESS
                    && line.span().end() <= end
                    && isPlace(text, line.span().end(), end)) {
                return line.span().start();
            }
        }
        return -1;
    }

    /// The end of the part before `from`: what sets it apart may be a blank only before the postcode.
    private static int partEnd(String text, int from, boolean blank) {
        int end = from;
        boolean apart = blank;
        while (end > 0 && from - end < 6 && " ,\r\n\t".indexOf(text.charAt(end - 1)) >= 0) {
            apart |= text.charAt(end - 1) != ' ';
            end--;
        }
        return apart && end < from ? end : -1;
    }

    private static int partStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_PART && ",\r\n;:!?()".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        return start;
    }

    /// Whether all words are capitalised, but for the small ones of place names.
    private static boolean isPlace(String text, int from, int to) {
        for (String word : text.substring(from, to).strip().split("[\\s-]+", -1)) {
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            if (!word.isEmpty() && !capital && !SMALL_WORDS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Where a street without a number begins that ends a part, -1 if none does: "Church Lane", "Heol y Parc".
    private static int streetStart(String text, int from, int to) {
        int start = -1;
        boolean street = false;
        int words = 0;
        int k = from;
        while (k < to) {
            int end = k;
            while (end < to && text.charAt(end) > ' ') {
                end++;
            }
            boolean capital = Character.isUpperCase(text.charAt(k));
            String word = text.substring(k, end);
            if (!capital && !(start >= 0 && SMALL_WORDS.contains(word))) {
                start = -1;
                street = false;
            } else {
                words = start < 0 ? 0 : words + 1;
                boolean welsh = start < 0 && Addresses.WELSH.contains(word.toLowerCase(Locale.ROOT));
                street = welsh
                        || (words > 0 && Addresses.STREETS.contains(word.toLowerCase(Locale.ROOT)))
                        || (street && words > 0 && isWelsh(text, start));
                start = start < 0 ? k : start;
            }
            k = end;
            while (k < to && text.charAt(k) <= ' ') {
                k++;
            }
        }
        return street ? start : -1;
    }

    private static boolean isWelsh(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Addresses.WELSH.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /// Where the flat or named house begins that stands before the street at `street`, -1 if none does.
    private static int house(String text, int street) {
        int start = -1;
        int end = partEnd(text, street, false);
        for (int part = 0; part < 2 && end > 0; part++) {
            Matcher house = HOUSE.matcher(text.substring(partStart(text, end), end));
            if (!house.find()) {
                break;
            }
            start = partStart(text, end) + house.start();
            end = house.start() == 0 ? partEnd(text, start, false) : -1;
        }
        return start;
    }
}
