package org.folkmoot.text.passage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ways to say that there is nothing to say. An answer is one of them if it can be cut into known phrases, at least
/// one of which says it; the others are politeness ("sorry", "at this time").
final class NoViewPhrases {
    /// `{a|b|}` stands for each alternative in turn, the empty one included.
    private static final Set<String> SAYING = expanded("""
            n a
            na
            nil
            null
            none
            non
            x
            xx
            xxx
            blank
            {left|leave|intentionally|deliberately} {left|} blank
            pass
            skip
            skipped
            tbc
            not {applicable|relevant|answered|known|available}
            not {applicable|relevant} to {me|us}
            {does|did} not apply {to me|to us|}
            {doesnt|didnt} apply {to me|to us|}
            {i|we|} {did|do|} not {answer|answering|answered}
            did not {answer|respond|reply}
            no {answer|response|reply|feedback|idea|opinion|opinions|view|views|input|remarks|remark|strong views}
            no {strong|particular|specific|fixed|firm|further|other|additional|more} {answer|response|opinion|opinions|view|views|preference|feedback|comment|comments}
            no {further|other|additional|more|specific|particular|} {comment|comments|observations|suggestions} {to make|to add|to offer|}
            {i|we} {have|hold|offer} no {further|other|additional|more|specific|particular|strong|real|} {comment|comments|opinion|opinions|view|views|observations|answer|preference|feedback} {to make|to add|to offer|}
            {i|we} {have|got|ve|have got} no {idea|clue}
            {i|we} {do not|dont} have {a|an|any|any strong|any particular|any further|any other|enough} {comment|comments|opinion|opinions|view|views|answer|information|knowledge|experience}
            {i|we|} {do not|dont} {wish|want} to {answer|comment|respond|say}
            {i|we|} {do not|dont} {wish|want} to {answer|comment on|respond to} this {question|}
            {i|we|} {would|d} {rather|prefer} not {to|} {answer|comment|respond|say}
            {i|we|} prefer not to {answer|comment|respond|say}
            {nothing|not anything} {else|more|further|} to {add|say|comment|report|declare|comment on}
            {i|we} {have|ve|had|have got} nothing {else|more|further|} to {add|say|comment|report|declare|comment on}
            {i|we|} {do not|dont} have anything {else|more|further|} to {add|say}
            nothing {else|more|further|} {at this time|to add at this time|at the moment}
            {i|we|} {do not|dont} know {the answer|enough|enough to say|enough to comment|enough about this|enough about it|what to say|}
            {i|we|} {really|honestly|just|simply} {do not|dont} know
            dk
            dunno
            idk
            {im|i am|we are|} {not|un} sure
            unsure
            {im|i am|we are|} undecided
            {i|we|} {cant|cannot|can not|could not|couldnt} {say|comment|answer} {on this|this|this question|}
            {i|we|} {am|are|feel|} {not|un} {qualified|able} to {answer|comment|say} {on this|this|this question|}
            {i|we|} {am|are|} unable to {answer|comment|say} {on this|this|this question|}
            no {information|info|data} {given|provided|available}
            {prefer|preferred|declined} not to {say|answer|state}
            declined to {say|answer|comment}
            {i|we} {make|offer|submit|add|provide|express} no {further|other|additional|specific|particular|} {comment|comments|opinion|view|views|answer|response|observations} {either way|}
            {i|we} {will|shall|would|can} {make|offer} no {further|other|additional|specific|particular|} {comment|comments}
            {i|we|} {am|are|will|would|shall|do|prefer} not {be commenting|commenting|answering|comment|answer|to comment|to answer|responding|respond}
            {i|we|} {wont|will not|shall not|would rather not|choose not to} {comment|answer|be commenting|respond|say}
            {i|we|} {take|takes|hold|have|express} no {position|stance|view|views} {either way|here|}
            {im|i am|were|we are|i remain|we remain|} neutral {on this|either way|}
            {i|we|} {have|hold|} no {comment|comments|view|views|opinion|opinions|preference} {either way|one way or the other|one way or another}
            {i|we|} {cannot|cant|can not|couldnt|could not} think of {any|anything|anything else|one|any more|any others} {right now|}
            {nothing|none} {comes|springs} to mind
            {i|we|} {do not|dont} {mind|care} {either way|which|one way or the other}
            {i|we|} {do not|dont} mind
            {i|we|} {have|had|ve} not {thought|thought enough} about {it|this}
            {this is|its|it is|thats|} {outside|not} {our|my} {remit|area|expertise|area of expertise|field}
            question {skipped|not answered|left blank}

            dim
            dim {sylw|sylwadau|sylwad|barn|ateb|ymateb}
            dim {sylw|sylwadau|sylwad|barn} {pellach|ychwanegol|arall|arbennig|penodol}
            dim byd {i ychwanegu|arall i ychwanegu|pellach i ychwanegu|i w ychwanegu|iw ychwanegu|iw ddweud|i w ddweud}
            {does|nid oes} {gen i|gennyf|gennym|gennym ni|gen|} {ddim|dim|unrhyw|} {sylw|sylwadau|barn|farn} {pellach|ychwanegol|arall|}
            {does gen i|nid oes gennyf|nid oes gen i|does gennym} {ddim|dim} {barn|sylwadau|sylw|byd i ychwanegu|byd pellach i ychwanegu}
            {dydw i|dw i|rwyf|rydw i|} ddim yn gwybod
            {dydw i|dw i|} ddim yn siŵr
            ddim yn {gwybod|berthnasol|siŵr|siwr|gymwys}
            {nid yw n|nid ywn|ddim yn|amherthnasol} {berthnasol|i mi}
            amherthnasol
            heb {ateb|ymateb|farn|sylw}
            amh

            k a
            ka
            entf
            entfällt
            keine {angabe|angaben|antwort|meinung|anmerkung|anmerkungen|ahnung|idee|ergänzung|ergänzungen|stellungnahme|rückmeldung|aussage|eigene meinung}
            keine {weiteren|weitere|zusätzlichen|sonstigen|besonderen} {anmerkungen|angaben|kommentare|ergänzungen|punkte|hinweise|vorschläge}
            kein {kommentar|weiterer kommentar|weiteren kommentar|kommentare}
            keinen kommentar
            {ich habe|wir haben|hab|habe} {dazu|hierzu|} {keine|dazu keine} {meinung|angaben|ahnung|anmerkungen|weiteren anmerkungen}
            {ich|wir|} {weiß|weiss|wissen} {es|} nicht
            {ich|} {weiß|weiss} ich nicht
            {ich habe|wir haben|} {dem|} nichts {weiteres|} {hinzuzufügen|zu ergänzen|zu sagen}
            nicht {zutreffend|relevant|bekannt|anwendbar|beantwortet}
            {trifft|betrifft} {mich|uns|} nicht {zu|}
            weder noch
            ohne {angabe|angaben|kommentar}
            o a""");

    /// They say that there is nothing more to say where the question asks whether there is anything else.
    private static final Set<String> NO_MORE = expanded("""
            {no|nope|nah|none|nothing|not really|na|negative}
            {no|nothing|nope|not} {else|further|more|really|at all|at this time|at present}
            {none|nothing} {needed|required|to report|specific|in particular}
            {no|} {thats|that is|that was} {it|all|everything|about it} {from me|from us|for now|really|}
            {no|} {all good|all fine|im good|im fine|im done|its all fine}
            {i think|i believe|} {thats|that is} {it|all}
            {i think|i believe|} {i have|ive|we have|weve} {said|covered} {everything|it all|enough|all i want to say}
            thank you for {asking|asking us|asking me|reading|reading this|your time|listening|the opportunity|the opportunity to comment|the opportunity to respond}
            {thank you|thanks} {again|}
            {na|nac oes|dim byd arall|dim byd}
            {nein|nichts|nichts weiter|das war alles|das wars}""");

    private static final Set<String> POLITE = expanded("""
            {no|yes|well|ok|sorry|apologies|thanks|thank you|many thanks|cheers|please}
            {thank you|thanks} for {asking|the opportunity}
            {at|for} {this time|present|the moment|this stage|this point|now}
            {currently|really|honestly|personally|unfortunately|yet|myself}
            {on|to|about|for|in relation to|regarding} {this|that|it|this question|this one|this issue|this topic|this matter|this section|the above|question}
            {i|we} {am|are} afraid
            {from|for} {me|us}
            {diolch|diolch yn fawr|ar hyn o bryd|na|sori|ar y cwestiwn hwn|ar hyn|i r cwestiwn hwn}
            {danke|vielen dank|leider|momentan|derzeit|aktuell|dazu|hierzu|zu dieser frage|zurzeit|bitte|nein}""");

    private static final int LONGEST = 10;

    private NoViewPhrases() {}

    /// @param further whether the question only asks for what else there is to say
    static boolean consistOfNoView(List<String> words, boolean further) {
        int n = words.size();
        // 0: unreachable, 1: reached by politeness only, 2: something says that there is no view
        int[] reached = new int[n + 1];
        reached[0] = 1;
        for (int from = 0; from < n; from++) {
            if (reached[from] == 0) {
                continue;
            }
            StringBuilder phrase = new StringBuilder();
            for (int to = from + 1; to <= n && to - from <= LONGEST; to++) {
                phrase.append(to == from + 1 ? "" : " ").append(words.get(to - 1));
                String candidate = phrase.toString();
                if (SAYING.contains(candidate) || (further && NO_MORE.contains(candidate))) {
                    reached[to] = 2;
                } else if (POLITE.contains(candidate)) {
                    reached[to] = Math.max(reached[to], reached[from]);
                }
            }
        }
        return reached[n] == 2;
    }

    private static Set<String> expanded(String block) {
        Set<String> phrases = new HashSet<>();
        block.lines().filter(line -> !line.isBlank()).forEach(line -> expand(line.strip(), phrases));
        return Set.copyOf(phrases);
    }

    private static void expand(String pattern, Set<String> into) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            into.add(String.join(" ", List.of(pattern.strip().split(" +"))));
            return;
        }
        int close = pattern.indexOf('}', open);
        List<String> alternatives =
                new ArrayList<>(List.of(pattern.substring(open + 1, close).split("\\|", -1)));
        alternatives.forEach(a -> expand(pattern.substring(0, open) + a + pattern.substring(close + 1), into));
    }
}
