package org.folkmoot.text.theme;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.text.lexical.Tokens;

/// How far an English sentence reads as a claim or a demand rather than as a piece of a story.
///
/// For a claim speak what ought to be ("should", "must", "needs to"), a request in the imperative ("Publish the
/// costs"), what may be expected ("will", "could"), a judgement ("is better", "are unfair") and a reason. Against it
/// speak the past tense, he and she, I and we, dates and numbers, quoted speech, names, and words about the answer
/// itself ("see the letter below"). The signs are words and word endings, no grammar is parsed: a claim in the past
/// tense is undervalued, and a story that happens to hold a "should" is overvalued.
final class ClaimLikeness {
    private static final Set<String> OUGHT =
            words("should must need needs ought shouldn't mustn't needn't shall never");
    private static final Set<String> EXPECTED =
            words("will would can could may might cannot can't won't wouldn't couldn't");
    private static final Set<String> COPULAS =
            words("is are be isn't aren't being becomes become makes make remains feels");
    private static final Set<String> JUDGEMENTS = words("""
            better worse wrong right important fair unfair good bad best worst essential necessary unnecessary vital crucial
            dangerous harmful useful useless cruel safe unsafe acceptable unacceptable effective ineffective efficient
            reliable unreliable responsible accountable wasteful expensive cheap cheaper quicker slower faster easier harder
            too not enough needed required biased beneficial valuable unjust just ethical unethical moral immoral legal
            illegal outdated helpful unhelpful easy hard difficult impossible possible different sensible risky""");
    private static final Set<String> REASONS = words("because therefore if unless than");
    private static final Set<String> REQUESTS = words("""
            publish give keep let stop test delete tell make ensure ask provide allow ban use require check consult fund
            train protect don't introduce improve involve invest start begin include limit explain build reduce increase
            add offer open close set show involve remove restrict prevent support teach pay hire employ listen guarantee
            abolish scrap treat leave create review record share enforce simplify extend restore repair fix""");
    private static final Set<String> NARRATORS =
            words("i me my mine myself i'm i've i'd i'll we our us we've we'd ours");
    private static final Set<String> CHARACTERS = words("he she him her his hers he's she's he'd she'd they'd you've");
    private static final Set<String> PAST = words("""
            was were had did went got took came rang asked knew saw gave wrote sat stood became began spoke wasn't weren't
            hadn't didn't""");
    /// Irregular forms of the past that are participles too ("should be made").
    private static final Set<String> PARTICIPLES =
            words("said told put thought felt found left made kept sent heard lost met paid bought brought");
    /// Words in -ed that are no past tense, or are mostly read as participles of what ought to be.
    private static final Set<String> NOT_PAST = words("need indeed speed feed seed bleed breed exceed proceed succeed");
    private static final Set<String> NUMBERS = words("""
            two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million""");
    private static final Set<String> KIN = words(
            "wife husband mother father mum dad daughter son lad neighbour brother sister nan gran uncle aunt friend");
    private static final Pattern WHEN = Pattern.compile(
            "\\b(?:last (?:night|week|month|year|summer|winter|time)|ago|yesterday|once i|one day|at the moment|(?:mon|tues|"
                    + "wednes|thurs|fri|satur|sun)day (?:morning|afternoon|night)|january|february|april|june|july|"
                    + "august|september|october|november|december)\\b");
    /// What points back to a sentence that will not stand beside.
    private static final Pattern POINTING_BACK = Pattern.compile(
            "\\b(?:of (?:those|these|them|that)|(?:do|does|did) (?:that|this|it)|that's who|this one|that one|and look"
                    + "|we say|(?:both|all) of (?:those|these)|the (?:third|second|former|latter) is)\\b");
    private static final Pattern ABOUT_THE_ANSWER = Pattern.compile(
            "\\b(?:below|above|attached|enclosed|this (?:question|form|consultation|survey|response)|the (?:question"
                    + "|consultation|survey|proposition)|no comment|no objection|see (?:the|my|our)|as i said|i add)\\b");

    private ClaimLikeness() {}

    /// From -1, a piece of a story, to 1, a plain claim; 0 speaks neither way. Cost: linear in the words.
    static double of(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean ought = false;
        boolean expected = false;
        boolean judged = false;
        boolean reason = false;
        boolean narrated = false;
        boolean peopled = false;
        boolean past = false;
        boolean participle = false;
        boolean copula = false;
        boolean counted = false;
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.word(i).replace('’', '\'');
            ought |= OUGHT.contains(word);
            expected |= EXPECTED.contains(word);
            judged |= copula && JUDGEMENTS.contains(word);
            copula |= COPULAS.contains(word);
            reason |= i > 0 && REASONS.contains(word);
            narrated |= NARRATORS.contains(word);
            peopled |= CHARACTERS.contains(word) || KIN.contains(word);
            past |= PAST.contains(word);
            participle |= isRegularPast(word) || PARTICIPLES.contains(word);
            counted |= NUMBERS.contains(word) || Character.isDigit(word.codePointAt(0));
        }
        // Beside a verb of the present, a participle is mostly an adjective ("a printed timetable is better").
        past |= participle && !copula && !ought && !expected;
        boolean request = tokens.size() > 0 && REQUESTS.contains(tokens.word(0).replace('’', '\''));
        double likeness = 0;
        likeness += ought || request ? 0.6 : expected ? 0.3 : 0;
        likeness += judged ? 0.4 : 0;
        likeness += reason ? 0.1 : 0;
        likeness += copula && !past ? 0.1 : 0;
        likeness -= past ? narrated || peopled ? 0.7 : 0.4 : 0;
        likeness -= narrated ? 0.25 : 0;
        likeness -= peopled ? 0.4 : 0;
        likeness -= counted ? 0.3 : 0;
        likeness -= WHEN.matcher(lower).find() ? 0.4 : 0;
        likeness -= ABOUT_THE_ANSWER.matcher(lower).find() ? 0.5 : 0;
        likeness -= POINTING_BACK.matcher(lower).find() ? 0.4 : 0;
        likeness -= isQuoting(sentence) ? 0.4 : 0;
        likeness -= names(sentence, tokens) > 0 ? 0.3 : 0;
        likeness -= sentence.endsWith("?") ? 0.3 : 0;
        return Math.clamp(likeness, -1, 1);
    }

    private static boolean isRegularPast(String word) {
        return word.length() > 4 && word.endsWith("ed") && !NOT_PAST.contains(word);
    }

    private static boolean isQuoting(String sentence) {
        return sentence.chars().anyMatch(c -> c == '"' || c == '“' || c == '”' || c == '«');
    }

    /// Words after the first that are written like names: a capital, then small letters.
    private static int names(String sentence, Tokens tokens) {
        int names = 0;
        for (int i = 1; i < tokens.size(); i++) {
            String word = tokens.span(i).of(sentence);
            names += word.length() > 2 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1))
                    ? 1
                    : 0;
        }
        return names;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+", -1)));
    }
}
