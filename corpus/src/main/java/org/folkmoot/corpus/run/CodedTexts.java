package org.folkmoot.corpus.run;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.text.code.Codings;

/// Codings of distinct texts, to be given to every response that sent them.
///
/// @param parts codings of consecutive batches of texts, in order; `answer` is the index of a text
/// @param residue what no theme covers
record CodedTexts(List<Codings> parts, Residue residue) {

    /// The codings with `answer` the index of a response and `theme` as `themeOf` renumbers it.
    Codings forResponses(DistinctTexts texts, int[] themeOf) {
        int[] part = new int[texts.size()];
        int[] first = new int[texts.size()];
        int[] last = new int[texts.size()];
        Arrays.fill(first, -1);
        for (int p = 0; p < parts.size(); p++) {
            Codings codings = parts.get(p);
            for (int i = 0; i < codings.size(); i++) {
                int text = codings.answer(i);
                part[text] = p;
                first[text] = first[text] < 0 ? i : first[text];
                last[text] = i;
            }
        }
        Codings.Builder all = new Codings.Builder();
        for (int response = 0; response < texts.of().length; response++) {
            int text = texts.of()[response];
            if (text >= 0 && first[text] >= 0) {
                Codings codings = parts.get(part[text]);
                for (int i = first[text]; i <= last[text]; i++) {
                    all.add(response, codings.span(i), themeOf[codings.theme(i)], codings.confidence(i));
                }
            }
        }
        return all.build();
    }
}
