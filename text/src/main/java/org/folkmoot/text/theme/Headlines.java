package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.lexical.TermVectors;
import org.folkmoot.text.lexical.Terms;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.passage.Passages;

/// Chooses for each theme the sentence that stands for it: short, verbatim, typical, and unlike the others chosen.
///
/// Candidates are the sentences of 4 to 16 words of the most typical texts, and the first clauses of longer ones.
/// Score = cosine of the text with the theme's centre + cosine of the candidate's words with those of the theme's texts
/// - a little of the same with those of all texts (a sentence that only repeats the question says nothing of its theme)
/// + what its
/// form is worth (`Wording`).
final class Headlines {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 16;
    private static final int LOOKED_AT = 150;
    private static final double WORDS = 0.5;
    private static final double COMMON = 0.25;
    /// Share of common content words from which two headlines say nearly the same.
    private static final double ALIKE = 0.6;
    /// Where a long sentence may end early and still be a sentence.
    private static final Pattern CLAUSE =
            Pattern.compile("[;:]|,? (?:because|since|although|which|whereas|so that)\\b|[,–] ");

    private final Material material;
    private final Terms terms;
    private final TermVectors words;
    private final float[] commonWords;
    private final List<Set<String>> taken = new ArrayList<>();

    Headlines(Material material) {
        this.material = material;
        this.terms = Terms.of(material.texts(), new Terms.Options(StopWords.ALL, false, 0, 0, 1, 1));
        this.words = terms.vectors(material.texts());
        this.commonWords =
                meanWords(IntStream.range(0, material.texts().size()).boxed().toList());
    }

    private record Candidate(String text, double score) {}

    /// The best headline for `cluster`; not given again to another.
    String next(Cluster cluster) {
        float[] typicalWords = meanWords(cluster.texts());
        List<Candidate> candidates = new ArrayList<>();
        int looked = Math.min(LOOKED_AT, cluster.texts().size());
        for (int m = 0; m < looked; m++) {
            int text = cluster.texts().get(m);
            if (material.quotable().test(material.texts().get(text))) {
                add(
                        material.texts().get(text),
                        isEnglish(text),
                        cluster.typicality().get(m),
                        typicalWords,
                        candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score).thenComparing(Candidate::text));
        for (Candidate candidate : candidates) {
            Set<String> content = content(candidate.text);
            if (taken.stream().noneMatch(other -> isAlike(content, other))) {
                taken.add(content);
                return candidate.text;
            }
        }
        return candidates.isEmpty() ? fallback(cluster) : candidates.getFirst().text;
    }

    private void add(String text, boolean english, double typicality, float[] typicalWords, List<Candidate> to) {
        for (Span sentence : Passages.of(text)) {
            String whole = sentence.of(text);
            List<String> forms = new ArrayList<>(List.of(whole));
            Matcher end = CLAUSE.matcher(whole);
            while (Tokens.of(whole).size() > LONGEST && end.find()) {
                forms.add(whole.substring(0, end.start()));
            }
            for (String form : forms) {
                int size = Tokens.of(form).size();
                if (size >= SHORTEST && size <= LONGEST && !Wording.isProfane(form)) {
                    TermVectors row = terms.vectors(List.of(form));
                    double score = typicality
                            + WORDS * cosine(row, typicalWords)
                            - COMMON * cosine(row, commonWords)
                            + Wording.merit(form, english);
                    to.add(new Candidate(form, score - (form.equals(whole) ? 0 : 0.03)));
                }
            }
        }
    }

    /// The first quotable text, cut to the greatest length at the end of a word; empty if there is none.
    private String fallback(Cluster cluster) {
        for (int text : cluster.texts()) {
            String whole = material.texts().get(text).strip();
            if (material.quotable().test(material.texts().get(text)) && !Wording.isProfane(whole)) {
                Tokens tokens = Tokens.of(whole);
                return tokens.size() <= LONGEST
                        ? whole
                        : whole.substring(0, tokens.span(LONGEST - 1).end());
            }
        }
        return "";
    }

    private boolean isEnglish(int text) {
        String language = material.languages().get(text);
        return language.startsWith("en") || language.equals("und");
    }

    /// Mean term weights of `texts`, of unit length.
    private float[] meanWords(List<Integer> texts) {
        float[] mean = new float[terms.size()];
        for (int text : texts) {
            for (int e = words.start(text); e < words.start(text + 1); e++) {
                mean[words.column(e)] += words.weight(e);
            }
        }
        Space.normalise(mean, 0, mean.length, 1);
        return mean;
    }

    private static double cosine(TermVectors row, float[] mean) {
        double sum = 0;
        for (int e = 0; e < row.start(1); e++) {
            sum += row.weight(e) * mean[row.column(e)];
        }
        return sum;
    }

    private static Set<String> content(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        Set<String> content = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!StopWords.ALL.contains(tokens.word(i))) {
                content.add(tokens.word(i));
            }
        }
        return content;
    }

    private static boolean isAlike(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        int either = a.size() + b.size() - both.size();
        return either == 0 || (double) both.size() / either >= ALIKE;
    }
}
