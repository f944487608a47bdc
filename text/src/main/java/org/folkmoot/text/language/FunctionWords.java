package org.folkmoot.text.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Small frequent words that belong to one language only, of those a consultation in Britain or Germany gets most.
///
/// Words that several languages share ("in", "was", "die", "a", "on") are left out, so a handful of hits decides.
final class FunctionWords {
    static final List<String> LANGUAGES = List.of("en", "cy", "de");

    private static final Map<String, Integer> LANGUAGE_OF = new HashMap<>();
    private static final int LONGEST = 12;

    static {
        add(0, """
                the and to that for they with have this it be not are you my there their would should your because which
                when what who been from but if its our them can could were than then these those only very too has
                people need needs don't it's i'm i've don doesn't isn't can't without about into after before during where
                why how much many most other just any every being does did make get us his her she him had out up more
                think please thank can while against through between again once both few own same each however although
                always never really often good better great nothing everything something it'd they're we're you're""");
        add(1, """
                mae yn yr y mewn gyda ddim nid wedi ei eu ein eich gan ond neu hefyd dylai dylid fod bod rwyf rydw dydw dw rwy'n
                mae'r mae'n i'r o'r a'r yw'r sydd oedd bydd byddai gallu iawn dros drwy rhwng cyn wrth heb hyn hynny hwn hon
                pob mwy llai gwell cael wneud gwneud mynd pobl gymraeg cymraeg cymru angen eisiau does nac oes fel fy ym os pan
                ble pam sut beth pwy yma yna yno ni chi nhw hwy iddynt iddo iddi ohono ar am gael rhaid trwy roi rhoi da ddylai
                ac at hon yna bellach eto unrhyw unwaith fyddai gallai dylem byddwn rydym ydym ydy yw oherwydd achos felly
                gennyf gennym gen diolch ymhlith tuag yng""");
        add(2, """
                und der das nicht ist ich wir ein eine einen einem einer mit für auf von zu zum zur den dem des dass auch sich
                aber oder wenn sind wird werden wurde haben nur noch nach bei aus wie durch über unter mehr sehr kein keine
                keinen hier gibt sollte sollten müssen muss kann können ihre seine diese dieser dieses viele immer wieder
                schon weil damit am gegen ohne zwischen vor beim vom ins bis dort etwas alle allen wäre würde bitte leider
                deshalb jedoch sowie ob als""");
    }

    private FunctionWords() {}

    private static void add(int language, String words) {
        for (String word : List.of(words.strip().split("\\s+"))) {
            Integer other = LANGUAGE_OF.putIfAbsent(word, language);
            if (other != null && other != language) {
                LANGUAGE_OF.remove(word);
            }
        }
    }

    /// Number of words, then the number of hits of each of [#LANGUAGES], in the first `most` words.
    static int[] count(String text, int most) {
        int[] counts = new int[1 + LANGUAGES.size()];
        int start = -1;
        for (int i = 0; i <= text.length() && counts[0] < most; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean inside =
                    Character.isLetter(c) || (start >= 0 && (c == '\'' || c == '’') && isLetterAt(text, i + 1));
            if (inside) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                counts[0]++;
                if (i - start <= LONGEST) {
                    Integer language = LANGUAGE_OF.get(
                            text.substring(start, i).toLowerCase(Locale.ROOT).replace('’', '\''));
                    if (language != null) {
                        counts[1 + language]++;
                    }
                }
                start = -1;
            }
        }
        return counts;
    }

    private static boolean isLetterAt(String text, int i) {
        return i < text.length() && Character.isLetter(text.charAt(i));
    }
}
