package org.folkmoot.corpus.report;

/// Ids of elements made from ids that people may have chosen.
final class Anchors {
    private Anchors() {}

    /// Letters and digits stay; every other character becomes `_` and its code.
    static String of(String kind, String id) {
        StringBuilder anchor = new StringBuilder(kind).append('-');
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            anchor.append(plain ? String.valueOf(c) : "_" + (int) c);
        }
        return anchor.toString();
    }
}
