package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;

/// How well the finest themes found agree with what people called the texts, the number of themes unknown.
public final class DiscoveryEvaluation implements Evaluation {
    private static final long[] SEEDS = {1, 2, 3};
    private static final String NOTE = """
            V-measure of the finest themes (groups of uncovered texts count as themes of their own) against the labels, \
            with the same default options for every set; mean of three seeds. banking77: all 13,083 queries. argkp-2021: \
            the arguments with a matching key point, topic by topic, scored on those with exactly one, mean of the \
            topics. themefinder gambling (synthetic): all 1,000 responses, scored on the 606 written to one topic. \
            nhs-fft-themes: distinct comments with exactly one theme, without those that could not be labelled or \
            assigned. cimt-cycling-dialogues: German, by words only, against the main category of level 1. \
            BERTopic (UMAP + HDBSCAN, default settings, same vectors, outliers given to the nearest centroid) as measured \
            before this software was written.""";

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public List<String> needs() {
        return List.of("banking77", "argkp-2021", "themefinder-synthetic", "nhs-fft-themes", "cimt-cycling-dialogues");
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        try (TransformerEmbedder embedder = TransformerEmbedder.open()) {
            return run(data, embedder, progress);
        }
    }

    List<Table> run(Path data, Embedder embedder, Progress progress) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("banking77", List.of(LabelledTexts.banking77(data)), embedder, "≥ .86", ".80", progress));
        List<LabelledTexts> topics =
                KeyPointTopic.all(data).stream().map(KeyPointTopic::labelled).toList();
        rows.add(row("argkp-2021, mean of topics", topics, embedder, "≥ .48", ".35", progress));
        rows.add(
                row("themefinder gambling", List.of(LabelledTexts.gambling(data)), embedder, "≥ .92", ".88", progress));
        rows.add(row("nhs-fft-themes", List.of(LabelledTexts.nhs(data)), embedder, "≥ .37", ".36", progress));
        rows.add(row("cimt-cycling-dialogues", List.of(LabelledTexts.cycling(data)), embedder, "", "", progress));
        List<String> header = List.of(
                "set", "texts", "labels", "V", "lowest to highest", "themes", "top level", "target", "BERTopic");
        return List.of(new Table("Discovery of themes", NOTE, header, rows));
    }

    private static List<String> row(
            String name,
            List<LabelledTexts> sets,
            Embedder embedder,
            String target,
            String bertopic,
            Progress progress) {
        double[] v = new double[SEEDS.length];
        double themes = 0;
        double tops = 0;
        double labels = 0;
        int texts = 0;
        for (LabelledTexts set : sets) {
            Material material = material(set, embedder, progress);
            texts += material.texts().size();
            for (int s = 0; s < SEEDS.length; s++) {
                ThemeTree tree = Discovery.discover(
                        material, Discovery.Options.DEFAULT.withSeed(SEEDS[s]), Crew.ofAllCores(), progress);
                VMeasure measure = VMeasure.of(groups(tree), set.numbers());
                v[s] += measure.v() / sets.size();
                labels += (double) measure.labels() / SEEDS.length / sets.size();
                themes += (double) leaves(tree) / SEEDS.length / sets.size();
                tops += (double) tops(tree) / SEEDS.length / sets.size();
            }
        }
        return List.of(
                name,
                Integer.toString(texts),
                number("%.0f", labels),
                number("%.3f", (v[0] + v[1] + v[2]) / 3),
                number("%.3f", Math.min(v[0], Math.min(v[1], v[2]))) + "–"
                        + number("%.3f", Math.max(v[0], Math.max(v[1], v[2]))),
                number("%.0f", themes),
                number("%.0f", tops),
                target,
                bertopic);
    }

    private static Material material(LabelledTexts set, Embedder embedder, Progress progress) {
        boolean english = set.language().equals("en");
        Vectors vectors = english
                ? embedder.embed(set.texts(), progress)
                : Vectors.zeros(set.texts().size(), embedder.dimension());
        return Material.of(set.texts(), vectors)
                .withLanguages(Collections.nCopies(set.texts().size(), set.language()));
    }

    /// The finest theme of each text; groups of uncovered texts follow the themes.
    static int[] groups(ThemeTree tree) {
        int[] group = tree.themeOf().stream().mapToInt(Integer::intValue).toArray();
        for (int g = 0; g < tree.uncovered().size(); g++) {
            for (int text : tree.uncovered().get(g).texts()) {
                group[text] = tree.nodes().size() + g;
            }
        }
        return group;
    }

    private static long leaves(ThemeTree tree) {
        return IntStream.range(0, tree.nodes().size())
                .filter(n -> !tree.isParent(n))
                .count();
    }

    private static long tops(ThemeTree tree) {
        return tree.nodes().stream().filter(node -> node.parent() < 0).count();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
