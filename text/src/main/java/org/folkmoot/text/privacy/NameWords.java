package org.folkmoot.text.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Runs of words that can be a person's name: capitalised words, initials, and particles between them.
final class NameWords {
    /// Capitalised in headings, greetings and slogans, but no names.
    private static final Set<String> NOT_NAMES = Set.copyOf(List.of(
            ("""
            the a an and or of to in on at for from with by is are was not no yes please stop save keep protect support oppose
            thank thanks thankyou cheers regards best kind warm wishes sincerely faithfully truly yours sent many hope happy
            our your my their his her its we you they he she it this that these those here there all everyone everybody
            sir sirs madam madame minister ministers council councils councillor councillors committee commission commissioner
            team teams colleagues colleague editor chair chairman chairwoman chairperson secretary director directors
            manager department government parliament assembly senedd office officer officers board authority agency trust
            service services consultation consultations response question section part page paragraph annex appendix
            minister's prime first deputy lord mayor mayor president friends friend neighbours neighbour residents resident
            nhs uk usa us eu un bbc gp gps mp mps ms bame lgbt lgbtq covid england wales scotland ireland britain northern
            united kingdom london cardiff cymru lloegr europe america great british welsh english scottish irish european
            american asian african indian chinese german french polish muslim christian jewish sikh hindu catholic
            council's tax road roads street streets park parks parking school schools hospital hospitals library
            libraries bus buses train trains station police fire ambulance doctor doctors nurse nurses teacher teachers
            labour conservative tory green party democrat liberal national public local community communities health care
            good bad very excellent great nice well more less none nothing everything better always never again still just
            also but so because if when where why how what who which new old high main north south east west central
            january february march april may june july august september october november december monday tuesday wednesday
            thursday friday saturday sunday christmas easter house home centre center university college company group
            association society foundation charity limited ltd plc union news note ps nb re do don't dont am i me us let get
            make give take put go come see look listen open close fix build ban end leave help need needs want would should
            retired disabled pensioner parent carer mother father student owner member volunteer worker driver
            nicht noch viele mehr bitte frau herr damen herren und die der das wir ich ein eine bürger stadt rat gemeinde liebe lieber sehr geehrte
            mae dim diolch cyngor llywodraeth gymru cymraeg cofion yn syr fadam bawb""" + " anonymous redacted name address withheld supplied").strip().split("\\s+")));

    private static final Set<String> PARTICLES =
            Set.of("de", "van", "von", "der", "ap", "ab", "ferch", "bin", "al", "el", "la", "du", "di", "da", "zu");

    private NameWords() {}

    /// The end of up to `most` name words from `from`, or -1 if no name begins there.
    static int end(String text, int from, int most) {
        int end = -1;
        int k = from;
        for (int words = 0; words < most; ) {
            int wordEnd = wordEnd(text, k);
            if (wordEnd == k) {
                return end;
            }
            String word = text.substring(k, wordEnd);
            boolean capital = Character.isUpperCase(word.charAt(0));
            boolean initial = capital && wordEnd - k == 1;
            if (!capital && !(words > 0 && PARTICLES.contains(word))) {
                return end;
            }
            if (capital && !initial && isCommon(word)) {
                return words == 0 ? -1 : end;
            }
            k = wordEnd;
            boolean dotted = initial && k < text.length() && text.charAt(k) == '.';
            k += dotted ? 1 : 0;
            if (capital) {
                words++;
                end = initial && words == 1 && !dotted ? end : k;
            }
            if (k + 1 >= text.length()
                    || !(text.charAt(k) == ' ' || (dotted && Character.isUpperCase(text.charAt(k))))) {
                return end;
            }
            k += text.charAt(k) == ' ' ? 1 : 0;
        }
        return end;
    }

    static boolean isCommon(String word) {
        return NOT_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    static int wordEnd(String text, int from) {
        int k = from;
        while (k < text.length() && k - from < 30) {
            char c = text.charAt(k);
            boolean inner = k > from
                    && (c == '\'' || c == '’' || c == '-')
                    && k + 1 < text.length()
                    && Character.isLetter(text.charAt(k + 1));
            if (!Character.isLetter(c) && !inner) {
                break;
            }
            k++;
        }
        return k;
    }

    /// Number of words in `[from, to)`, initials included.
    static int count(String text, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            boolean begins = i == from || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '.';
            words += begins && Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return words;
    }
}
