package org.folkmoot.text.theme;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.privacy.CoarseWords;

/// Judges by simple signs whether a sentence reads as a claim that can stand alone.
///
/// English signs; a sentence of another language passes with neither praise nor blame for most of them.
final class Wording {
    private static final Set<String> DANGLING = Set.of(
            "and",
            "but",
            "because",
            "so",
            "also",
            "however",
            "this",
            "it",
            "they",
            "these",
            "that",
            "those",
            "which",
            "or",
            "then",
            "he",
            "she",
            "as",
            "plus",
            "such",
            "its",
            "their",
            "therefore",
            "for",
            "thus",
            "yet",
            "nor",
            "hence",
            "furthermore",
            "moreover",
            "additionally",
            "secondly",
            "thirdly",
            "finally",
            "otherwise",
            "while",
            "whilst",
            "although",
            "though",
            "if",
            "when",
            "since",
            "unless",
            "it's",
            "that's",
            "them",
            "even",
            "not",
            "with",
            "by",
            "to",
            "of",
            "than",
            "except",
            "especially",
            "again",
            "only",
            "just",
            "another");
    private static final Set<String> VERBS = Set.of(
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "can",
            "could",
            "will",
            "would",
            "should",
            "must",
            "may",
            "might",
            "shall",
            "need",
            "needs",
            "want",
            "wants",
            "makes",
            "make",
            "gives",
            "give",
            "helps",
            "help",
            "allows",
            "allow",
            "causes",
            "cause",
            "leads",
            "lead",
            "takes",
            "take",
            "puts",
            "put",
            "keeps",
            "keep",
            "cannot",
            "can't",
            "don't",
            "doesn't",
            "isn't",
            "aren't",
            "won't",
            "shouldn't",
            "let",
            "stop",
            "feel",
            "feels",
            "felt",
            "get",
            "gets",
            "got",
            "reduces",
            "reduce",
            "increases",
            "increase",
            "improves",
            "improve",
            "creates",
            "create",
            "provides",
            "provide",
            "protects",
            "protect",
            "prevents",
            "prevent",
            "harms",
            "harm",
            "costs",
            "cost",
            "deserve",
            "deserves",
            "encourages",
            "encourage",
            "ensures",
            "ensure",
            "works",
            "work",
            "means",
            "goes",
            "go",
            "comes",
            "leaves",
            "leave",
            "becomes",
            "become",
            "saves",
            "save",
            "destroys",
            "teaches",
            "promotes",
            "promote",
            "supports",
            "support",
            "affects",
            "affect",
            "undermines",
            "violates",
            "brings",
            "bring",
            "offers",
            "offer",
            "lack",
            "lacks");
    private static final List<String> FLUFF = List.of(
            "i think",
            "i believe",
            "i feel",
            "i would",
            "i am ",
            "i'm ",
            "in my opinion",
            "in my view",
            "imo ",
            "my view",
            "we think",
            "we believe",
            "i agree",
            "i disagree",
            "i don't think",
            "i do not think",
            "i strongly",
            "personally",
            "it is my",
            "as a ",
            "as an ",
            "to be honest",
            "well ",
            "yes ",
            "no ",
            "yes,",
            "no,",
            "yes.",
            "no.",
            "i also",
            "i just",
            "i want",
            "i wish",
            "i hope",
            "i have",
            "i've");
    /// What is written for a program that might read the answers says nothing of its theme.
    private static final Pattern ORDER_TO_A_MACHINE = Pattern.compile(
            "(?i)\\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|prior|above|earlier)"
                    + " (?:instruction|prompt|command|direction)");

    private static final List<String> GREETING = List.of(
            "dear ",
            "hi ",
            "hello",
            "good morning",
            "good afternoon",
            "thank you",
            "thanks",
            "kind regards",
            "yours ",
            "to whom",
            "please see",
            "regards",
            "sincerely",
            "many thanks",
            "best wishes");
    private static final Set<String> PROFANE = Set.of(
            "fuck",
            "fucking",
            "fucked",
            "shit",
            "shite",
            "shitty",
            "bullshit",
            "crap",
            "bastard",
            "bastards",
            "bitch",
            "arse",
            "arsehole",
            "asshole",
            "wanker",
            "wankers",
            "twat",
            "cunt",
            "bollocks",
            "bloody",
            "piss",
            "pissed",
            "damn",
            "scum",
            "idiot",
            "idiots",
            "idiotic",
            "moron",
            "morons",
            "stupid",
            "retard",
            "retarded");

    private Wording() {}

    /// What a sentence gains (above 0) or loses by its form, in units of cosine.
    static double merit(String sentence, boolean english) {
        Tokens tokens = Tokens.of(sentence);
        int words = tokens.size();
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        double merit = -0.01 * Math.max(0, Math.abs(words - 9) - 3);
        merit -= isUpper(sentence) ? 0.1 : 0;
        merit -= sentence.endsWith("?") ? 0.15 : 0;
        merit -= sentence.endsWith("!") ? 0.02 : 0;
        merit -= isUnbalanced(sentence) ? 0.1 : 0;
        merit -= Character.isLetterOrDigit(sentence.codePointAt(0)) ? 0 : 0.05;
        merit += Character.isUpperCase(sentence.codePointAt(0)) ? 0.01 : 0;
        if (english) {
            merit -= words > 0 && DANGLING.contains(tokens.word(0)) ? 0.12 : 0;
            merit -= FLUFF.stream().anyMatch(lower::startsWith) ? 0.08 : 0;
            merit -= GREETING.stream().anyMatch(lower::startsWith) ? 0.5 : 0;
            boolean clause = false;
            for (int i = 1; i < words; i++) {
                clause |= VERBS.contains(tokens.word(i));
            }
            merit -= clause ? 0 : 0.12;
        }
        return merit;
    }

    /// Whether `sentence` should not stand in a published heading, whatever else it says.
    static boolean isUnfit(String sentence) {
        return isProfane(sentence)
                || CoarseWords.isIn(sentence)
                || ORDER_TO_A_MACHINE.matcher(sentence).find();
    }

    private static boolean isProfane(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        for (int i = 0; i < tokens.size(); i++) {
            if (PROFANE.contains(tokens.word(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpper(String sentence) {
        return sentence.codePoints().noneMatch(Character::isLowerCase)
                && sentence.codePoints().anyMatch(Character::isUpperCase);
    }

    private static boolean isUnbalanced(String sentence) {
        return sentence.chars().filter(c -> c == '(').count()
                        != sentence.chars().filter(c -> c == ')').count()
                || sentence.chars().filter(c -> c == '"').count() % 2 != 0;
    }
}
