package org.folkmoot.text.passage;

import java.util.List;
import java.util.Set;

/// Answers that only point at another answer or document: a word that points (or one that tells, beside one for what
/// came before), a place it points at, and no other word than such as belong to pointing.
final class CrossReferences {
    private static final Set<String> POINTING = words("""
            see refer referring refers referred ditto attached enclosed same above previously
            gweler gwelwch cyfeirio cyfeiriwch uchod atodedig
            siehe vgl oben dito beigefügt beigefügte beigefügtes""");

    /// They point when they come first: "as Q3", "answered above", "wie oben", "s.o.", "fel uchod".
    private static final Set<String> POINTING_FIRST = words("as per re answered covered addressed already wie fel s");

    /// Complete by themselves.
    private static final Set<String> ALONE = words("ditto dito above attached enclosed uchod oben siehe");

    /// They point beside a word for what came before: "I've said so in my last answer".
    private static final Set<String> TELLING = words("""
            answered covered addressed said stated told explained mentioned given gave got wrote written put""");

    private static final Set<String> BEFORE = words("""
            above previous previously earlier before last first other already blaenorol vorherige""");

    /// Where an answer that begins with "in" points: "in my email".
    private static final Set<String> SENT = words("email letter attachment submission report document");

    private static final Set<String> PLACES = words("""
            above below previous previously earlier before answer answers response responses question questions comment
            comments reply attached enclosed attachment attachments letter document documents submission report email page
            section paragraph appendix annex file q ditto
            uchod ateb atebion hateb hatebion cwestiwn gwestiwn cwestiynau isod ynghlwm llythyr atodedig blaenorol
            oben antwort antworten frage anhang anlage vorherige vorige dito unten stellungnahme schreiben o""");

    private static final Set<String> FILLING = words("""
            please find my our the this that to as in of on and for at with by i we you a is are was it its made given set
            out re also again ie eg have has been am per via detailed stated said mentioned explained answered covered
            addressed outlined provided full separate separately supporting pdf word first last next second other one qu
            ques part para pp thanks thank kindly already think believe youve youll ive weve got had gave told wrote written
            put think thats what here there all everything say repeat repeating myself again not wont dont will would
            at y yr i r fy ein hwn os gwelwch yn dda fel a rhif eto un peth â
            bitte die der das den dem meine meiner mein meinen unsere unserer zu zur nr nummer in im auch wie genannt bereits
            gesagt beantwortet s so beigefügten punkt gleiche gleich dasselbe unter und vorherigen vorigen""");

    private CrossReferences() {}

    private static Set<String> words(String block) {
        return Set.copyOf(List.of(block.strip().split("\\s+")));
    }

    static boolean isReference(List<String> words) {
        if (words.size() == 1) {
            return ALONE.contains(words.getFirst());
        }
        boolean points = POINTING_FIRST.contains(words.getFirst());
        boolean place = false;
        boolean told = words.contains("have") && words.contains("already");
        boolean before = false;
        boolean sent = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean pointing = POINTING.contains(word);
            boolean placing = PLACES.contains(word) || isNumber(word);
            boolean numbering = word.equals("no") && i + 1 < words.size() && isNumber(words.get(i + 1));
            if (!pointing && !placing && !numbering && !FILLING.contains(word)) {
                return false;
            }
            points |= pointing;
            place |= placing;
            told |= TELLING.contains(word);
            before |= BEFORE.contains(word);
            sent |= SENT.contains(word);
        }
        boolean inside = words.getFirst().equals("in") && (before || sent);
        return (points || inside || (told && before)) && place;
    }

    /// `3`, `3a`, `q3`, `c12`.
    private static boolean isNumber(String word) {
        int from = word.charAt(0) == 'q' || word.charAt(0) == 'c' ? 1 : 0;
        int to = from;
        while (to < word.length() && Character.isDigit(word.charAt(to))) {
            to++;
        }
        return to > from && to - from <= 3 && word.length() - to <= 1;
    }
}
