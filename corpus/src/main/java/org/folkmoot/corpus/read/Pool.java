package org.folkmoot.corpus.read;

/// Hands out one `String` for equal short cells, so that closed answers repeated a million times are held once.
/// A direct-mapped cache of fixed size: collisions only cost memory, never correctness.
final class Pool {
    private static final int LONGEST = 48;

    private final String[] slots = new String[1 << 14];

    String of(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = slot(hash);
        String known = slots[slot];
        if (known != null && equal(known, buffer, offset, length)) {
            return known;
        }
        String fresh = new String(buffer, offset, length);
        slots[slot] = fresh;
        return fresh;
    }

    String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > LONGEST) {
            return text;
        }
        int slot = slot(text.hashCode());
        String known = slots[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        slots[slot] = text;
        return text;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private static boolean equal(String known, char[] buffer, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
