package org.folkmoot.corpus.read;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Texts of an XLSX workbook: runs of rich text joined, escapes undone.
final class XlsxText {
    private XlsxText() {}

    /// All runs' text up to the end of the element; phonetic guides are left out, as on screen. Beyond `most`
    /// characters the rest is skipped, for the caller to refuse.
    static String of(XMLStreamReader xml, String element, int most) throws XMLStreamException {
        var text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(element)) {
                        return unescape(text.toString());
                    }
                    inText = false;
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && phonetic == 0 && text.length() <= most) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends inside " + element);
                default -> {}
            }
        }
    }

    /// Undoes `_x000D_` and its like, with which workbooks write characters that XML cannot hold.
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && hex(text, at + 2) >= 0) {
                plain.append(text, from, at).append((char) hex(text, at + 2));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int hex(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
