package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// Codes the texts on a bench anew.
record Recoding(Bench bench, List<Theme> themes, Engine engine) {
    /// What came of it.
    ///
    /// @param confidence per passage that of the most confident theme
    record Done(CodedTexts texts, float[] confidence) {}

    LanguageCoder zeroShot(Map<String, float[]> centres) {
        return LanguageCoder.zeroShot(
                bench.languages(), bench.origins(), themes, rows(centres), new TextsAlone(engine), engine);
    }

    private Vectors rows(Map<String, float[]> centres) {
        int d = bench.passages().dimension();
        Vectors rows = Vectors.zeros(themes.size(), d);
        for (int t = 0; t < themes.size(); t++) {
            float[] centre = centres.get(themes.get(t).id());
            if (centre != null) {
                if (centre.length != d) {
                    throw new IllegalArgumentException("the centre of "
                            + themes.get(t).id() + " must have " + d + " dimensions: " + centre.length);
                }
                System.arraycopy(centre, 0, rows.values(), t * d, d);
            }
        }
        return rows;
    }

    LanguageCoder learned(LanguageCoder start, SortedMap<Integer, Set<String>> reviewed) {
        Map<String, Integer> place = new HashMap<>();
        for (int t = 0; t < themes.size(); t++) {
            place.put(themes.get(t).id(), t);
        }
        List<Integer> texts = new ArrayList<>();
        List<Set<Integer>> chosen = new ArrayList<>();
        DistinctTexts distinct = bench.background().texts();
        reviewed.forEach((response, ids) -> {
            int text = distinct.of()[response];
            if (text >= 0) {
                Set<Integer> of = new TreeSet<>();
                ids.stream().map(place::get).filter(t -> t != null).forEach(of::add);
                texts.add(text);
                chosen.add(of);
            }
        });
        return start.learned(
                texts(IntStream.of(bench.sample()).boxed().toList()), texts(texts), chosen, bench.seed(), engine);
    }

    private LanguageCoder.Texts texts(List<Integer> chosen) {
        return new LanguageCoder.Texts(
                bench.passages()
                        .batch(
                                chosen.stream().mapToInt(t -> t).toArray(),
                                bench.background().texts()),
                chosen);
    }

    Done by(LanguageCoder coder) {
        PassageTable passages = bench.passages();
        DistinctTexts texts = bench.background().texts();
        Codings[] codings = new Codings[passages.parts().size()];
        Residue[] residues = new Residue[codings.length];
        Residue.Scope scope = new Residue.Scope(bench.languages(), themes, texts.size());
        float[] confidence = new float[passages.size()];
        engine.crew().run("coding", codings.length, engine.progress(), part -> {
            var batch = passages.batch(part, texts);
            Coded coded = coder.code(batch);
            codings[part] = coded.codings();
            residues[part] = Residue.of(batch, coded, scope);
            int first = passages.firstOf(part);
            for (int i = 0; i < coded.uncovered().length; i++) {
                confidence[first + i] = 1 - coded.uncovered()[i];
            }
        });
        return new Done(new CodedTexts(List.of(codings), Residue.joined(List.of(residues))), confidence);
    }

    Codings forResponses(Done done) {
        int[] same = IntStream.range(0, themes.size()).toArray();
        return done.texts().forResponses(bench.background().texts(), same);
    }

    Coverage coverage(Done done) {
        return Coverage.of(bench, done.texts(), done.confidence());
    }
}
