package org.folkmoot.text.embed;

/// BERT's uncased tokenizer: splits a text into the pieces a transformer knows.
///
/// A text is cleaned, freed of accents, lower-cased and split at white space and punctuation; each word is then
/// cut greedily into the longest pieces of the vocabulary, and a word that cannot be cut, or is longer than 100
/// characters, becomes one unknown piece. Every piece carries its offsets in the untouched text. Names of special
/// tokens in a text ("[CLS]") are ordinary words: a text cannot steer the model.
///
/// Cost is linear in the text. Safe for use by several threads.
///
/// Yonghui Wu et al., Google's Neural Machine Translation System (2016), section 4.1, https://arxiv.org/abs/1609.08144;
/// Jacob Devlin et al., BERT (2019), https://doi.org/10.18653/v1/N19-1423.
public final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";

    private final Vocabulary vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    WordPiece(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        unknown = special("[UNK]");
        first = special("[CLS]");
        last = special("[SEP]");
    }

    private static final class Standard {
        static final WordPiece INSTANCE = new WordPiece(Vocabulary.ofResource(RESOURCE));
    }

    /// The tokenizer of the embedded transformer, read once.
    public static WordPiece standard() {
        return Standard.INSTANCE;
    }

    private int special(String piece) {
        int id = vocabulary.id(piece);
        if (id < 0) {
            throw new IllegalArgumentException("vocabulary lacks the piece " + piece);
        }
        return id;
    }

    /// Number of ids in the vocabulary.
    public int vocabularySize() {
        return vocabulary.size();
    }

    /// The piece with this id, with "##" before it if it continues a word.
    public String piece(int id) {
        return vocabulary.piece(id);
    }

    /// The id of a piece written in full, or -1.
    int id(String piece) {
        return vocabulary.id(piece);
    }

    /// Id of the piece that begins every sequence given to the transformer.
    int first() {
        return first;
    }

    /// Id of the piece that ends every sequence given to the transformer.
    int last() {
        return last;
    }

    /// The pieces of `text`, without the special ones around them.
    public Tokens tokenize(String text) {
        var tokens = new Tokens();
        tokenize(text, tokens);
        return tokens;
    }

    /// Replaces the content of `into` by the pieces of `text`.
    public void tokenize(String text, Tokens into) {
        into.clear();
        var word = new Word();
        int length = text.length();
        for (int at = 0; at < length; ) {
            char c = text.charAt(at);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.add(c, at, ++at);
                continue;
            }
            int codePoint = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
            int end = at + Character.charCount(codePoint);
            Letters.Fold fold = Letters.fold(codePoint);
            if (fold.alone()) {
                cut(word, into);
                word.addAll(fold.letters(), at, end);
                cut(word, into);
            } else if (fold.space()) {
                cut(word, into);
            } else if (fold.letters().length == 0) {
                word.extend(at, end);
            } else {
                word.addAll(fold.letters(), at, end);
            }
            at = end;
        }
        cut(word, into);
    }

    /// Adds the pieces of `word` to `into` and empties the word.
    private void cut(Word word, Tokens into) {
        int before = into.size();
        int length = word.length;
        if (length == 0) {
            return;
        }
        if (word.isTooLong()) {
            into.add(unknown, word.starts[0], word.ends[Word.CAPACITY - 1]);
            word.clear();
            return;
        }
        int from = 0;
        while (from < length) {
            int to = longestPiece(word, from, into);
            if (to < 0) {
                into.truncate(before);
                into.add(unknown, word.starts[0], word.ends[length - 1]);
                break;
            }
            from = to;
        }
        word.clear();
    }

    /// Adds the longest piece that begins at `from` and returns where it ends, or -1 if there is none.
    private int longestPiece(Word word, int from, Tokens into) {
        boolean continuation = from > 0;
        int most = Math.min(word.length, from + vocabulary.longest());
        int hash = Vocabulary.seed(continuation);
        for (int i = from; i < most; i++) {
            hash = Vocabulary.roll(hash, word.letters[i]);
            word.hashes[i] = hash;
        }
        for (int to = most; to > from; to--) {
            int id = vocabulary.find(word.letters, from, to, word.hashes[to - 1], continuation);
            if (id >= 0) {
                into.add(id, word.starts[from], word.ends[to - 1]);
                return to;
            }
        }
        return -1;
    }

    /// The word being read: its folded letters and where each stood.
    private static final class Word {
        // A word may hold 100 code points, each of up to two chars; what lies beyond is only counted.
        static final int CAPACITY = 2 * LONGEST_WORD + 2;

        final char[] letters = new char[CAPACITY];
        final int[] starts = new int[CAPACITY];
        final int[] ends = new int[CAPACITY];
        final int[] hashes = new int[CAPACITY];
        int length;
        int codePoints;

        void add(char letter, int start, int end) {
            if (!Character.isLowSurrogate(letter)) {
                codePoints++;
            }
            if (length == CAPACITY) {
                ends[CAPACITY - 1] = end;
                return;
            }
            letters[length] = letter;
            starts[length] = start;
            ends[length++] = end;
        }

        void addAll(char[] folded, int start, int end) {
            for (char letter : folded) {
                add(letter, start, end);
            }
        }

        /// Lets a dropped accent or joiner belong to the letter right before it.
        void extend(int start, int end) {
            if (length > 0 && ends[length - 1] == start) {
                ends[length - 1] = end;
            }
        }

        boolean isTooLong() {
            return codePoints > LONGEST_WORD;
        }

        void clear() {
            length = 0;
            codePoints = 0;
        }
    }
}
