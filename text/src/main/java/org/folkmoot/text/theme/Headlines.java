package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.lexical.TermVectors;
import org.folkmoot.text.lexical.Terms;
import org.folkmoot.text.lexical.Tokens;
import org.folkmoot.text.passage.Passages;

/// Chooses for each theme the sentence that stands for it: short, verbatim, typical, and unlike the others chosen.
///
/// Candidates are the sentences of 4 to 16 words of the most typical texts, and the first clauses of longer ones.
/// Score = cosine of the text with the theme's centre + cosine of the candidate's words with those of the theme's texts
/// - a little of the same with those of all texts (a sentence that only repeats the question says nothing of its theme)
/// + what its form is worth (`Wording`) + a share of how far it is a claim rather than a piece of a story (`Claims`,
/// a greater share for one of several passages of an answer). It gains much by a word of the subject that names the
/// theme, and loses a little without one of the theme's key phrases.
final class Headlines {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 16;
    private static final int LOOKED_AT = 150;
    private static final double WORDS = 0.5;
    private static final double COMMON = 0.25;
    private static final double CLAIM = 0.2;
    /// The same for a passage of an answer that has several, which may be a piece of a story.
    private static final double CLAIM_AMONG_OTHERS = 0.3;
    /// What a sentence loses that has no word in common with the theme's key phrases.
    private static final double OFF_SUBJECT = 0.05;
    /// What a sentence gains that speaks of the subject which names its theme.
    private static final double ON_SUBJECT = 0.5;
    /// Two headlines that begin with this many equal words are alike.
    private static final int OPENING = 5;
    /// Share of common content words from which two headlines say nearly the same.
    private static final double ALIKE = 0.6;
    /// Where a long sentence may end early and still be a sentence.
    private static final Pattern CLAUSE =
            Pattern.compile("[;:]|,? (?:because|since|although|which|whereas|so that)\\b|[,–] ");

    private final Material material;
    private final Terms terms;
    private final TermVectors words;
    private final float[] commonWords;
    private final Map<Integer, Long> passages;
    private final List<Taken> taken = new ArrayList<>();

    Headlines(Material material) {
        this.material = material;
        this.passages = material.answers().stream().collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        this.terms = Terms.of(material.texts(), new Terms.Options(StopWords.ALL, false, 0, 0, 1, 1));
        this.words = terms.vectors(material.texts());
        this.commonWords =
                meanWords(IntStream.range(0, material.texts().size()).boxed().toList());
    }

    private record Candidate(String text, double score) {}

    /// The best headline for `cluster`, whose key phrases are `phrases` and which the subject `named` names, or
    /// `Labels.NONE`; neither it nor its like is given to another.
    ///
    /// Where no sentence may stand, or all are like others taken, the key phrases in quotation marks; empty only
    /// where there are none either.
    String next(Cluster cluster, List<String> phrases, int named) {
        Set<String> subject = content(String.join(" ", phrases));
        float[] typicalWords = meanWords(cluster.texts());
        List<Candidate> candidates = new ArrayList<>();
        int looked = Math.min(LOOKED_AT, cluster.texts().size());
        for (int m = 0; m < looked; m++) {
            int text = cluster.texts().get(m);
            if (material.quotable().test(material.texts().get(text))) {
                add(
                        material.texts().get(text),
                        material.isEnglish(text),
                        passages.getOrDefault(material.answers().get(text), 1L) > 1 ? CLAIM_AMONG_OTHERS : CLAIM,
                        cluster.typicality().get(m),
                        typicalWords,
                        subject,
                        named,
                        candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score).thenComparing(Candidate::text));
        for (Candidate candidate : candidates) {
            if (take(candidate.text)) {
                return candidate.text;
            }
        }
        return fallback(cluster, phrases);
    }

    /// Takes `sentence` unless it is like one taken before; whether it did.
    private boolean take(String sentence) {
        Taken it = new Taken(content(sentence), opening(sentence));
        if (taken.stream().anyMatch(it::isLike)) {
            return false;
        }
        taken.add(it);
        return true;
    }

    private void add(
            String text,
            boolean english,
            double claim,
            double typicality,
            float[] typicalWords,
            Set<String> subject,
            int named,
            List<Candidate> to) {
        for (Span sentence : Passages.of(text)) {
            String whole = sentence.of(text);
            List<String> forms = new ArrayList<>(List.of(whole));
            Matcher end = CLAUSE.matcher(whole);
            while (Tokens.of(whole).size() > LONGEST && end.find()) {
                forms.add(whole.substring(0, end.start()));
            }
            for (String form : forms) {
                int size = Tokens.of(form).size();
                if (size >= SHORTEST && size <= LONGEST && !Wording.isUnfit(form)) {
                    TermVectors row = terms.vectors(List.of(form));
                    double score = typicality
                            + WORDS * cosine(row, typicalWords)
                            - COMMON * cosine(row, commonWords)
                            + Wording.merit(form, english)
                            + (english ? claim * Claims.standing(form) : 0)
                            + (named != Labels.NONE && Subjects.ENGLISH.of(form).get(named) ? ON_SUBJECT : 0)
                            - (subject.isEmpty() || sharesWord(form, subject) ? 0 : OFF_SUBJECT);
                    to.add(new Candidate(form, score - (form.equals(whole) ? 0 : 0.03)));
                }
            }
        }
    }

    /// The first quotable text not yet taken that is short enough; else the key phrases.
    private String fallback(Cluster cluster, List<String> phrases) {
        String named = phrases.stream()
                .filter(phrase -> !Wording.isUnfit(phrase))
                .map(phrase -> "“" + phrase + "”")
                .collect(Collectors.joining(", "));
        for (int text : cluster.texts()) {
            String whole = material.texts().get(text).strip();
            Tokens tokens = Tokens.of(whole);
            if (material.quotable().test(material.texts().get(text))
                    && !Wording.isUnfit(whole)
                    && (tokens.size() < SHORTEST || named.isEmpty())
                    && (take(whole) || named.isEmpty())) {
                return tokens.size() <= LONGEST
                        ? whole
                        : whole.substring(0, tokens.span(LONGEST - 1).end());
            }
        }
        return named;
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

    private static boolean sharesWord(String form, Set<String> subject) {
        return content(form).stream().anyMatch(subject::contains);
    }

    /// The content words, without the s of the plural.
    private static Set<String> content(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        Set<String> content = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.word(i);
            if (!StopWords.ALL.contains(word)) {
                content.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return content;
    }

    private static List<String> opening(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        return IntStream.range(0, Math.min(OPENING, tokens.size()))
                .mapToObj(tokens::word)
                .toList();
    }

    /// What is remembered of a headline given: its content words and its first words.
    private record Taken(Set<String> content, List<String> opening) {
        /// Whether both say nearly the same or begin alike.
        boolean isLike(Taken other) {
            Set<String> both = new HashSet<>(content);
            both.retainAll(other.content);
            int either = content.size() + other.content.size() - both.size();
            return either == 0
                    || (double) both.size() / either >= ALIKE
                    || (opening.size() == OPENING && opening.equals(other.opening));
        }
    }
}
