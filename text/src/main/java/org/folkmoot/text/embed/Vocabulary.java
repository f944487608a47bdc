package org.folkmoot.text.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The word pieces of a WordPiece model with their ids, in a hash table over characters.
///
/// Initial pieces ("play") and continuing pieces ("##ing") are kept apart by the seed of their hash, so that a
/// look-up needs no string and no prefix.
final class Vocabulary {
    private static final int START = 0x2545F491;
    private static final int CONTINUATION = 0x9E3779B9;

    private final String[] pieces;
    private final int[] table;
    private final int longest;

    private Vocabulary(String[] pieces) {
        this.pieces = pieces;
        table = new int[Integer.highestOneBit(Math.max(8, pieces.length)) * 4];
        Arrays.fill(table, -1);
        int most = 0;
        for (int id = 0; id < pieces.length; id++) {
            String piece = pieces[id];
            if (piece != null) {
                int from = isContinuation(piece) ? 2 : 0;
                int hash = from == 0 ? START : CONTINUATION;
                for (int i = from; i < piece.length(); i++) {
                    hash = roll(hash, piece.charAt(i));
                }
                int slot = slot(hash);
                while (table[slot] >= 0) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = id;
                most = Math.max(most, piece.length() - from);
            }
        }
        longest = most;
    }

    /// Reads the object `"vocab"` of a Hugging Face `tokenizer.json`: a flat object of pieces and their ids.
    static Vocabulary ofTokenizerJson(String json) {
        int at = json.indexOf("\"vocab\"");
        at = at < 0 ? -1 : json.indexOf('{', at);
        if (at < 0) {
            throw new IllegalArgumentException("tokenizer file has no object \"vocab\"");
        }
        String[] pieces = new String[1 << 15];
        int count = 0;
        var piece = new StringBuilder();
        for (at = json.indexOf('"', at); at >= 0; ) {
            at = unquote(json, at + 1, piece);
            at = json.indexOf(':', at) + 1;
            while (json.charAt(at) == ' ') {
                at++;
            }
            int id = 0;
            for (; Character.isDigit(json.charAt(at)); at++) {
                id = Math.addExact(Math.multiplyExact(id, 10), json.charAt(at) - '0');
            }
            if (id >= pieces.length) {
                pieces = Arrays.copyOf(pieces, Math.max(id + 1, pieces.length * 2));
            }
            pieces[id] = piece.toString();
            count = Math.max(count, id + 1);
            while (json.charAt(at) <= ' ') {
                at++;
            }
            at = json.charAt(at) == ',' ? json.indexOf('"', at) : -1;
        }
        return new Vocabulary(Arrays.copyOf(pieces, count));
    }

    /// Reads the vocabulary from a resource on the class path.
    static Vocabulary ofResource(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("tokenizer is missing from the class path: " + name);
            }
            return ofTokenizerJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tokenizer " + name, e);
        }
    }

    /// Appends the JSON string that begins at `at` (after its quote) to `into`; returns the index after its end quote.
    private static int unquote(String json, int at, StringBuilder into) {
        into.setLength(0);
        int i = at;
        for (char c = json.charAt(i); c != '"'; c = json.charAt(++i)) {
            if (c != '\\') {
                into.append(c);
                continue;
            }
            c = json.charAt(++i);
            switch (c) {
                case 'u' -> {
                    into.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                    i += 4;
                }
                case 'n' -> into.append('\n');
                case 't' -> into.append('\t');
                case 'r' -> into.append('\r');
                case 'b' -> into.append('\b');
                case 'f' -> into.append('\f');
                default -> into.append(c);
            }
        }
        return i + 1;
    }

    /// Number of ids.
    int size() {
        return pieces.length;
    }

    /// The piece with this id, with its "##" if it continues a word.
    String piece(int id) {
        return pieces[id];
    }

    /// The id of a piece written in full ("[CLS]", "##ing"), or -1.
    int id(String piece) {
        char[] letters = piece.toCharArray();
        int from = isContinuation(piece) ? 2 : 0;
        int hash = from == 0 ? START : CONTINUATION;
        for (int i = from; i < letters.length; i++) {
            hash = roll(hash, letters[i]);
        }
        return find(letters, from, letters.length, hash, from == 2);
    }

    /// Length in characters of the longest piece, without "##".
    int longest() {
        return longest;
    }

    static int seed(boolean continuation) {
        return continuation ? CONTINUATION : START;
    }

    static int roll(int hash, char next) {
        return (hash ^ next) * 0x01000193;
    }

    /// The id of the piece with the given letters and rolled hash, or -1.
    int find(char[] letters, int from, int to, int hash, boolean continuation) {
        for (int slot = slot(hash); table[slot] >= 0; slot = slot + 1 & table.length - 1) {
            int id = table[slot];
            if (matches(pieces[id], letters, from, to, continuation)) {
                return id;
            }
        }
        return -1;
    }

    private static boolean matches(String piece, char[] letters, int from, int to, boolean continuation) {
        int skip = continuation ? 2 : 0;
        if (piece.length() - skip != to - from || isContinuation(piece) != continuation) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (piece.charAt(skip + i - from) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B1;
        return (mixed ^ mixed >>> 15) & table.length - 1;
    }

    private static boolean isContinuation(String piece) {
        return piece.length() > 2 && piece.startsWith("##");
    }
}
