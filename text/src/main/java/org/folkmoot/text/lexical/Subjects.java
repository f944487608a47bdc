package org.folkmoot.text.lexical;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The subjects that people raise in answers to public bodies, each with the words that speak of it.
///
/// A sentence's vector holds its manner as much as its matter: "She couldn't see." lies beside "She couldn't hear.",
/// whatever each was told of. The subjects say what a text is about by its words alone. They are read from
/// `subjects-en.txt`, so whoever knows a field adds to them without code. English only.
public final class Subjects {
    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\"|(\\S+)");
    private static final String HEADING = "== ";
    /// 26 letters, 10 digits, the apostrophe.
    private static final int SYMBOLS = 37;

    private static final int APOSTROPHE = 36;

    public static final Subjects ENGLISH = read("subjects-en.txt");

    private final List<String> names = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /// The words as a tree of their letters: per node and letter the next node, 0 where there is none.
    private final List<int[]> next = new ArrayList<>();

    /// Per node the subjects of the word that ends there, of words that begin so, and of phrases that begin with it.
    private final List<Marks> marks = new ArrayList<>();

    private record Marks(BitSet word, BitSet stem, List<Phrase> phrases) {
        Marks() {
            this(new BitSet(), new BitSet(), new ArrayList<>());
        }
    }

    /// @param words all but the last
    /// @param last the word at its end, or how that begins
    private record Phrase(List<String> words, String last, boolean stem, int subject) {
        boolean isAt(Tokens tokens, int at) {
            int end = at + words.size();
            if (end >= tokens.size()) {
                return false;
            }
            for (int w = 1; w < words.size(); w++) {
                if (!tokens.word(at + w).equals(words.get(w))) {
                    return false;
                }
            }
            return stem ? tokens.word(end).startsWith(last) : tokens.word(end).equals(last);
        }
    }

    private Subjects(List<String> lines) {
        addNode();
        String heading = "";
        for (String line : lines) {
            if (line.startsWith(HEADING)) {
                heading = line.substring(HEADING.length());
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException("a subject needs a name, a colon and its words: " + line);
            }
            Matcher entry = ENTRY.matcher(line.substring(colon + 1));
            while (entry.find()) {
                add(entry.group(1) == null ? entry.group(2) : entry.group(1), names.size());
            }
            names.add(line.substring(0, colon));
            headings.add(heading);
        }
    }

    private static Subjects read(String name) {
        return new Subjects(WordFile.lines(name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    private void add(String entry, int subject) {
        boolean stem = entry.endsWith("*");
        if (entry.lastIndexOf('*', entry.length() - 2) >= 0) {
            throw new IllegalStateException("a subject's words may have a star at their end only: " + entry);
        }
        Tokens tokens = Tokens.of(entry);
        int last = tokens.size() - 1;
        Marks at = marks.get(node(tokens.word(0)));
        if (last > 0) {
            List<String> words = IntStream.range(0, last).mapToObj(tokens::word).toList();
            at.phrases.add(new Phrase(words, tokens.word(last), stem, subject));
        } else {
            (stem ? at.stem : at.word).set(subject);
        }
    }

    private int addNode() {
        next.add(new int[SYMBOLS]);
        marks.add(new Marks());
        return next.size() - 1;
    }

    /// The node where `word` ends, made if need be.
    private int node(String word) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int symbol = symbol(word.charAt(i));
            if (symbol < 0) {
                throw new IllegalStateException("a subject's words are letters, digits and apostrophes: " + word);
            }
            if (next.get(node)[symbol] == 0) {
                next.get(node)[symbol] = addNode();
            }
            node = next.get(node)[symbol];
        }
        return node;
    }

    private static int symbol(char c) {
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        if (lower >= 'a' && lower <= 'z') {
            return lower - 'a';
        }
        if (lower >= '0' && lower <= '9') {
            return 26 + lower - '0';
        }
        return lower == '\'' || lower == '’' ? APOSTROPHE : -1;
    }

    public int size() {
        return names.size();
    }

    /// What an official would call it.
    public String name(int subject) {
        return names.get(subject);
    }

    /// The broad heading under which a subject stands.
    public String heading(int subject) {
        return headings.get(subject);
    }

    /// The subject of this name, -1 where there is none.
    public int named(String name) {
        return names.indexOf(name);
    }

    /// The subjects that `text` speaks of; "the council's" speaks of what "council" does. Cost: linear in its length.
    public BitSet of(String text) {
        BitSet found = new BitSet(names.size());
        Tokens tokens = Tokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.span(i).end();
            int node = 0;
            for (int at = tokens.span(i).start(); at < end; at++) {
                int symbol = symbol(text.charAt(at));
                if (symbol == APOSTROPHE) {
                    found.or(marks.get(node).word);
                }
                node = symbol < 0 ? 0 : next.get(node)[symbol];
                if (node == 0) {
                    break;
                }
                found.or(marks.get(node).stem);
            }
            if (node != 0) {
                found.or(marks.get(node).word);
                for (Phrase phrase : marks.get(node).phrases) {
                    if (phrase.isAt(tokens, i)) {
                        found.set(phrase.subject);
                    }
                }
            }
        }
        return found;
    }
}
