package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Coded;
import org.folkmoot.text.code.Coder;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.code.LearnedCoder;
import org.folkmoot.text.code.Reviewed;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// Codes the answers of each language to the themes that take it, apart from those of all other languages.
///
/// A theme that is named after a language ("Answers in Welsh") takes all answers in it: so few came that nothing finer
/// can be said of them.
///
/// @param languages of the texts of the question
/// @param parts by language
record LanguageCoder(Languages languages, Map<String, Part> parts) {
    /// The coder of one language.
    ///
    /// @param places of its themes in the whole list, ascending
    @SuppressWarnings("ArrayRecordComponent")
    record Part(ZeroShotCoder start, Coder coder, int[] places) {
        /// Index of the theme that takes all answers in a language, -1 if there is none.
        int whole(String language) {
            List<Theme> themes = start.themes();
            return IntStream.range(0, themes.size())
                    .filter(t -> themes.get(t).headline().equals(Uncovered.answersIn(language)))
                    .findFirst()
                    .orElse(-1);
        }
    }

    /// Codes from what the codebook says.
    ///
    /// @param centres one row per theme
    /// @param words reads what the codebook says
    static LanguageCoder zeroShot(
            Languages languages, Origins origins, List<Theme> themes, Vectors centres, Embedder words, Engine engine) {
        // Batches are coded side by side, each on one thread.
        ZeroShotCoder.Options options =
                new ZeroShotCoder.Options(ZeroShotCoder.Options.DEFAULT.threshold(), new Crew(1));
        Map<String, Part> parts = new TreeMap<>();
        for (String language : languages.all()) {
            int[] places = IntStream.range(0, themes.size())
                    .filter(t -> themes.get(t).takes(language))
                    .toArray();
            List<Theme> some = IntStream.of(places).mapToObj(themes::get).toList();
            Vectors rows = Vectors.zeros(places.length, centres.dimension());
            for (int i = 0; i < places.length; i++) {
                System.arraycopy(centres.row(places[i]), 0, rows.values(), i * rows.dimension(), rows.dimension());
            }
            ZeroShotCoder coder =
                    ZeroShotCoder.fit(some, origins.of(language), rows, words, options, engine.progress());
            parts.put(language, new Part(coder, coder, places));
        }
        return new LanguageCoder(languages, parts);
    }

    /// Some texts with their passages and vectors.
    ///
    /// @param texts index of the text of each answer
    record Texts(Batch batch, List<Integer> texts) {}

    /// Learns in each language from the answers in it that people reviewed, where these are enough.
    ///
    /// @param sample uncoded answers
    /// @param themes of each reviewed answer
    LanguageCoder learned(Texts sample, Texts reviewed, List<Set<Integer>> themes, long seed, Engine engine) {
        LearnedCoder.Options usual = LearnedCoder.Options.DEFAULT;
        LearnedCoder.Options options =
                new LearnedCoder.Options(usual.examples(), usual.validated(), usual.trials(), seed, engine.crew());
        Map<String, Part> better = new TreeMap<>();
        parts.forEach((language, part) -> {
            List<Integer> places = IntStream.of(part.places).boxed().toList();
            // An answer that people gave only to themes of other languages says nothing of those of its own.
            List<Integer> chosen = in(language, reviewed.texts).stream()
                    .filter(i ->
                            themes.get(i).isEmpty() || themes.get(i).stream().anyMatch(places::contains))
                    .toList();
            if (chosen.size() < Coder.LEAST_REVIEWED) {
                better.put(language, part);
                return;
            }
            List<Set<Integer>> labels = chosen.stream()
                    .map(i -> themes.get(i).stream()
                            .map(places::indexOf)
                            .filter(place -> place >= 0)
                            .collect(Collectors.toSet()))
                    .toList();
            Coder coder = Coder.learn(
                    part.start,
                    PassageVectors.some(sample.batch, in(language, sample.texts)),
                    new Reviewed(PassageVectors.some(reviewed.batch, chosen), labels),
                    options,
                    engine.progress());
            better.put(language, new Part(part.start, coder, part.places));
        });
        return new LanguageCoder(languages, better);
    }

    /// Whether any language's coder learned from people.
    boolean isLearned() {
        return parts.values().stream().anyMatch(part -> part.coder != part.start);
    }

    private List<Integer> in(String language, List<Integer> texts) {
        return IntStream.range(0, texts.size())
                .filter(i -> languages.of().get(texts.get(i)).equals(language))
                .boxed()
                .toList();
    }

    private record Coding(int answer, Span span, int theme, float confidence) {}

    /// Codes texts that follow one another.
    ///
    /// @param batch its first answer is the text of that index
    Coded code(Batch batch) {
        return code(new Texts(
                batch,
                IntStream.range(batch.first(), batch.first() + batch.size())
                        .boxed()
                        .toList()));
    }

    /// Codes some texts; an answer is named by its place among them, from the batch's first.
    Coded code(Texts some) {
        Batch batch = some.batch;
        int[] rows = PassageVectors.offsets(batch);
        float[] uncovered = new float[batch.vectors().rows()];
        List<Coding> all = new ArrayList<>();
        for (Map.Entry<String, Part> entry : parts.entrySet()) {
            List<Integer> answers = in(entry.getKey(), some.texts);
            int[] places = entry.getValue().places;
            if (answers.isEmpty()) {
                continue;
            }
            Batch of = PassageVectors.some(batch, answers);
            Coded coded = entry.getValue().coder.code(of);
            Codings codings = coded.codings();
            int whole = entry.getKey().equals(languages.main())
                    ? -1
                    : entry.getValue().whole(entry.getKey());
            for (int c = 0; c < codings.size(); c++) {
                if (codings.theme(c) != whole) {
                    all.add(new Coding(
                            answers.get(codings.answer(c) - of.first()),
                            codings.span(c),
                            places[codings.theme(c)],
                            codings.confidence(c)));
                }
            }
            if (whole >= 0) {
                for (int answer : answers) {
                    batch.passages().get(answer).stream()
                            .max(Comparator.comparingInt(Span::length))
                            .ifPresent(longest -> all.add(new Coding(answer, longest, places[whole], 1)));
                }
                continue;
            }
            int from = 0;
            for (int answer : answers) {
                int count = rows[answer + 1] - rows[answer];
                System.arraycopy(coded.uncovered(), from, uncovered, rows[answer], count);
                from += count;
            }
        }
        all.sort(Comparator.comparingInt(Coding::answer));
        Codings.Builder joined = new Codings.Builder();
        all.forEach(one -> joined.add(batch.first() + one.answer, one.span, one.theme, one.confidence));
        return new Coded(joined.build(), uncovered);
    }
}
