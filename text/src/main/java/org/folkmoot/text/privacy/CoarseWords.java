package org.folkmoot.text.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a text has words that no report should carry as a headline: swearing and slurs, English and German.
///
/// The list is kept as 64-bit FNV-1a hashes of whole lower-case words. It only steers which of several quotes is
/// chosen; nothing is removed from an answer because of it.
public final class CoarseWords {
    private static final String RESOURCE = "coarse-words.txt";
    private static final Set<Long> HASHES = load();

    private CoarseWords() {}

    public static boolean isIn(String text) {
        long hash = 0;
        boolean inWord = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                hash = ((inWord ? hash : 0xCBF29CE484222325L) ^ Character.toLowerCase(c)) * 0x100000001B3L;
                inWord = true;
            } else if (inWord) {
                if (HASHES.contains(hash)) {
                    return true;
                }
                inWord = false;
            }
        }
        return false;
    }

    private static Set<Long> load() {
        try (InputStream in = CoarseWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .map(line -> Long.parseUnsignedLong(line, 16))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
    }
}
