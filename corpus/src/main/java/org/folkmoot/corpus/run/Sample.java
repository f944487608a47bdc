package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The texts that the transformer reads: all of a small question, else a random sample in which near-identical texts
/// count once.
///
/// @param texts indices of distinct texts, ascending where it is all, in random order where it is a sample
/// @param isAll whether no text is left out
record Sample(List<Integer> texts, boolean isAll) {
    /// Characters per token of ordinary English prose; only the size of the sample depends on it.
    private static final double CHARACTERS_PER_TOKEN = 4.5;

    static Sample of(Screened screened, long tokens, long seed) {
        List<String> texts = screened.texts().texts();
        double all = 0;
        List<Integer> firsts = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            all += texts.get(t).length() / CHARACTERS_PER_TOKEN;
            if (screened.group()[t] == t) {
                firsts.add(t);
            }
        }
        if (all <= tokens) {
            List<Integer> every = new ArrayList<>(texts.size());
            for (int t = 0; t < texts.size(); t++) {
                every.add(t);
            }
            return new Sample(every, true);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double taken = 0;
        int size = 0;
        while (size < firsts.size() && taken < tokens) {
            int other = size + random.nextInt(firsts.size() - size);
            Integer chosen = firsts.get(other);
            firsts.set(other, firsts.get(size));
            firsts.set(size++, chosen);
            taken += texts.get(chosen).length() / CHARACTERS_PER_TOKEN;
        }
        return new Sample(List.copyOf(firsts.subList(0, size)), false);
    }
}
