package org.folkmoot.corpus.write;

/// Text as the XML of a workbook's cell holds it.
///
/// XML 1.0 has no way to write most control characters or half a surrogate pair; the workbook format writes them
/// `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), and so an underscore that only looks like the start of that as `_x005F_`.
final class SheetText {
    /// The most characters a cell can hold.
    static final int MOST = 32_767;

    private static final String CUT = " … [cut here: a cell holds no more; the CSV file has the whole text]";

    private SheetText() {}

    /// `text` as a reader of workbooks gives it back: characters of XML as they are, all else as `append` writes it.
    static String shown(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        append(text, xml);
        return xml.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// Appends `text` to `xml`, cut with a note if it is longer than a cell can hold.
    static void append(String text, StringBuilder xml) {
        if (text.length() <= MOST) {
            append(text, text.length(), xml);
            return;
        }
        int end = MOST - CUT.length();
        append(text, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end, xml);
        xml.append(CUT);
    }

    private static void append(String text, int end, StringBuilder xml) {
        int plain = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '&' && c != '<' && c != '>' && c != '_' && c < 0xD800) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            xml.append(text, plain, i);
            plain = i + 1;
            special(text, i, c, xml);
        }
        xml.append(text, plain, end);
    }

    private static void special(String text, int at, char c, StringBuilder xml) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '\n', '\t' -> xml.append(c);
            case '_' -> xml.append(looksEscaped(text, at) ? "_x005F_" : "_");
            default -> {
                if (c >= ' ' && !Character.isSurrogate(c) && c < 0xFFFE) {
                    xml.append(c);
                } else {
                    xml.append("_x").append(String.format("%04X", (int) c)).append('_');
                }
            }
        }
    }

    private static boolean looksEscaped(String text, int at) {
        if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
