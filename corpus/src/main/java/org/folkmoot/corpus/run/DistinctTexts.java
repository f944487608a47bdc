package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The different texts among the answers to one question, so that each is worked on once however many sent it.
///
/// @param texts each exactly as received, in order of first appearance
/// @param of per response the index of its text, -1 where it has none to analyse
/// @param offsets responses of text `t` are `responses[offsets[t]] … responses[offsets[t + 1] - 1]`
/// @param responses response indices, ascending for each text
record DistinctTexts(List<String> texts, int[] of, int[] offsets, int[] responses) {
    /// @param answers one per response; empty where there is nothing to analyse
    static DistinctTexts of(List<String> answers) {
        int[] of = new int[answers.size()];
        Map<String, Integer> seen = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (int r = 0; r < of.length; r++) {
            String answer = answers.get(r);
            if (answer.isEmpty()) {
                of[r] = -1;
                continue;
            }
            Integer known = seen.putIfAbsent(answer, texts.size());
            of[r] = known == null ? texts.size() : known;
            if (known == null) {
                texts.add(answer);
            }
        }
        int[] offsets = new int[texts.size() + 1];
        for (int t : of) {
            if (t >= 0) {
                offsets[t + 1]++;
            }
        }
        for (int t = 0; t < texts.size(); t++) {
            offsets[t + 1] += offsets[t];
        }
        int[] next = offsets.clone();
        int[] responses = new int[offsets[texts.size()]];
        for (int r = 0; r < of.length; r++) {
            if (of[r] >= 0) {
                responses[next[of[r]]++] = r;
            }
        }
        return new DistinctTexts(List.copyOf(texts), of, offsets, responses);
    }

    int size() {
        return texts.size();
    }

    int count(int text) {
        return offsets[text + 1] - offsets[text];
    }

    int firstResponse(int text) {
        return responses[offsets[text]];
    }

    int[] responsesOf(int text) {
        return Arrays.copyOfRange(responses, offsets[text], offsets[text + 1]);
    }
}
