package org.folkmoot.text.passage;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a full stop belongs to the word before it (English, Welsh, German) or ends the sentence.
final class Abbreviations {
    /// Never end a sentence: a name or an example follows.
    private static final Set<String> LEADING = words("""
            mr mrs ms miss mx dr prof rev revd hon cllr cllrs sir st mt gen col capt lt sgt supt insp messrs rt pres gov
            vs viz cf approx incl excl e.g i.e eg ie e.e h.y n.b p.s z.b d.h u.a o.ä s.o s.u i.d.r v.a m.e p.ex
            bzw ca ggf evtl inkl exkl vgl sog zzgl bspw hr fr dipl ing usf resp bzgl ggü einschl entspr allg rd zzt mind max min""");

    /// Belong to a number that follows; else they are words.
    private static final Set<String> NUMBERED = words("""
            no nos num p pp para paras fig figs sec sect art arts ch chap vol vols reg regs cl q qu ref refs app annex pt v
            nr abs ziff kap rn rhif tud str bd s c ext tel mob ph""");

    /// May end a sentence; they do before a capital.
    private static final Set<String> TRAILING = words("""
            etc ltd plc co inc corp bros dept govt assoc est ed eds ave rd jr sr jan feb mar apr jun jul aug sep sept oct
            nov dec mon tue tues wed thu thur thurs fri sat sun hrs hr mins usw ayyb ayb al tsd mio mrd""");

    private static final Set<String> MONTHS = words("""
            januar jänner februar märz april mai juni juli august september oktober november dezember
            january february march may june july october december
            ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr""");

    /// Words that begin sentences far more often than they follow an initial.
    private static final Set<String> STARTERS = words("""
            the this that these those it its we i they he she you in on at a an there if but and so my our your their as for
            what how why when where who which please is are was were do does did can could should would will no yes not
            also however because although while although many most some all any more people having with without from by to
            der die das wir ich es ein eine sie er in im bei auf für und aber wenn man
            mae nid dw rwy dylai ond os y yr ac a""");

    /// Words that no line of a person's list ends with.
    private static final Set<String> UNFINISHED = words("""
            the a an of to and or in for with on at by from that is are be as than their our my your its
            der die das den dem des ein eine einen einem einer und oder in im mit von vom zu zum zur für auf bei am an
            y yr i o ar am gan gyda neu sydd mewn le la les des du de et el los las del""");

    private Abbreviations() {}

    private static Set<String> words(String block) {
        return Set.copyOf(List.of(block.strip().split("\\s+")));
    }

    /// Whether the full stop at `dot` keeps the sentence open, when the next word begins at `next`.
    static boolean keepsOpen(String text, int from, int dot, int next) {
        char follow = text.charAt(next);
        boolean digitFollows = follow >= '0' && follow <= '9';
        boolean lowerFollows = Character.isLowerCase(follow);
        int begin = wordStart(text, from, dot);
        if (begin == dot) {
            return ordinal(text, from, dot) && (lowerFollows || MONTHS.contains(word(text, next)));
        }
        if (begin > from && Character.isDigit(text.charAt(begin - 1))) {
            return false;
        }
        String word = text.substring(begin, dot).toLowerCase(Locale.ROOT);
        if (LEADING.contains(word)) {
            return true;
        }
        if (NUMBERED.contains(word) && (digitFollows || follow == '§')) {
            return true;
        }
        if (word.length() == 1) {
            if (isLone(text, next) || (begin >= from + 3 && text.charAt(begin - 2) == '.' && isLone(text, begin - 3))) {
                // "z. B. am Tor", "J. R. Okafor": two dotted letters in a row.
                return lowerFollows || digitFollows || !STARTERS.contains(word(text, next));
            }
            boolean initial = Character.isUpperCase(text.charAt(begin)) && Character.isUpperCase(follow);
            return initial && !word.equals("i") && !STARTERS.contains(word(text, next));
        }
        if (TRAILING.contains(word)) {
            return lowerFollows || digitFollows || follow == ',';
        }
        if (isAcronym(word)) {
            return !(Character.isUpperCase(follow) && STARTERS.contains(word(text, next)));
        }
        return (digitFollows || lowerFollows) && word.endsWith("str");
    }

    /// Whether the line `[from, end)` ends with a word that must be followed by another.
    static boolean needsMore(String text, int from, int end) {
        int begin = wordStart(text, from, end);
        return UNFINISHED.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
    }

    /// A single letter with a full stop.
    private static boolean isLone(String text, int i) {
        return i + 1 < text.length()
                && text.charAt(i + 1) == '.'
                && Character.isLetter(text.charAt(i))
                && (i == 0 || !Character.isLetter(text.charAt(i - 1)));
    }

    /// One letter between all dots, as in `u.k` or `a.m`.
    private static boolean isAcronym(String word) {
        if (word.length() < 3) {
            return false;
        }
        for (int i = 1; i < word.length(); i += 2) {
            if (word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    /// A day or rank such as the "3." of German dates.
    private static boolean ordinal(String text, int from, int dot) {
        int i = dot;
        while (i > from && dot - i < 3 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9') {
            i--;
        }
        int digits = dot - i;
        return digits >= 1 && digits <= 2 && (i == from || Glyphs.isSpace(text.charAt(i - 1)));
    }

    private static int wordStart(String text, int from, int dot) {
        int i = dot;
        while (i > from && dot - i <= 12) {
            char c = text.charAt(i - 1);
            if (!Character.isLetter(c) && c != '.') {
                break;
            }
            i--;
        }
        return i;
    }

    private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && to - from <= 12 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
