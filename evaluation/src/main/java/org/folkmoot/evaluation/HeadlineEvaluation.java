package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;

/// How many of the experts' key points the headlines of the themes found say, and how many themes mix for and against.
public final class HeadlineEvaluation implements Evaluation {
    private static final double[] THRESHOLDS = {0.7, 0.75, 0.8, 0.85};
    private static final String NOTE = """
            argkp-2021, all arguments of each topic, default options. A key point is said *by label* when a headline is taken \
            from an argument that the data label as matching it; *at cosine t* when the headline and the key point have \
            at least that cosine (uncentred). Every headline counts, of themes and sub-themes alike; the number of \
            headlines stands beside. Where the stance is known it stands for the answer to a paired closed question. Mixed: themes without sub-themes in which the smaller stance has more than a quarter.""";

    @Override
    public String name() {
        return "headlines";
    }

    @Override
    public List<String> needs() {
        return List.of("argkp-2021");
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        try (TransformerEmbedder embedder = TransformerEmbedder.open()) {
            return run(data, embedder, progress);
        }
    }

    List<Table> run(Path data, Embedder embedder, Progress progress) throws IOException {
        List<KeyPointTopic> topics = KeyPointTopic.all(data);
        List<Vectors> vectors = new ArrayList<>();
        List<Vectors> keyPoints = new ArrayList<>();
        for (KeyPointTopic topic : topics) {
            vectors.add(embedder.embed(topic.arguments(), progress));
            keyPoints.add(embedder.embed(topic.keyPoints(), progress));
        }
        List<List<String>> rows = new ArrayList<>();
        for (boolean stances : new boolean[] {false, true}) {
            for (double granularity : new double[] {1, 2}) {
                double[] sums = new double[6 + THRESHOLDS.length];
                for (int t = 0; t < topics.size(); t++) {
                    KeyPointTopic topic = topics.get(t);
                    Material material = Material.of(topic.arguments(), vectors.get(t));
                    ThemeTree tree = Discovery.discover(
                            stances ? material.withPositions(topic.stances()) : material,
                            Discovery.Options.DEFAULT.withGranularity(granularity),
                            Crew.ofAllCores(),
                            progress);
                    count(topic, tree, embedder, keyPoints.get(t), sums, progress);
                }
                rows.add(row(stances, granularity, topics.size(), sums));
            }
        }
        List<String> header = new ArrayList<>(List.of("stance known", "granularity", "headlines a topic", "by label"));
        Arrays.stream(THRESHOLDS).forEach(t -> header.add(String.format(Locale.ROOT, "cosine ≥ %.2f", t)));
        header.add("finest themes that mix");
        return List.of(new Table("Headlines against the experts' key points", NOTE, header, rows));
    }

    /// Adds: key points, said by label, headlines, leaves, mixed leaves, unused, said at each threshold.
    private static void count(
            KeyPointTopic topic,
            ThemeTree tree,
            Embedder embedder,
            Vectors keyPoints,
            double[] sums,
            Progress progress) {
        List<String> headlines = tree.nodes().stream()
                .map(ThemeTree.Node::headline)
                .filter(headline -> !headline.isEmpty())
                .toList();
        Set<Integer> said = new HashSet<>();
        for (ThemeTree.Node node : tree.nodes()) {
            node.texts().stream()
                    .filter(text -> !node.headline().isEmpty()
                            && topic.arguments().get(text).contains(node.headline()))
                    .findFirst()
                    .ifPresent(text -> said.addAll(topic.matches().get(text)));
        }
        Vectors cosines = Similarities.between(keyPoints, embedder.embed(headlines, progress), new Crew(1));
        for (int k = 0; k < keyPoints.rows(); k++) {
            int row = k;
            double best = IntStream.range(0, headlines.size())
                    .mapToDouble(h -> cosines.at(row, h))
                    .max()
                    .orElse(-1);
            for (int t = 0; t < THRESHOLDS.length; t++) {
                sums[6 + t] += best >= THRESHOLDS[t] ? 1 : 0;
            }
        }
        sums[0] += topic.keyPoints().size();
        sums[1] += said.size();
        sums[2] += headlines.size();
        for (int n = 0; n < tree.nodes().size(); n++) {
            if (!tree.isParent(n)) {
                List<Integer> texts = tree.nodes().get(n).texts();
                long against = texts.stream()
                        .filter(text -> topic.stances().get(text) < 0)
                        .count();
                sums[3]++;
                sums[4] += Math.min(against, texts.size() - against) > 0.25 * texts.size() ? 1 : 0;
            }
        }
    }

    private static List<String> row(boolean stances, double granularity, int topics, double[] sums) {
        List<String> row = new ArrayList<>(List.of(
                stances ? "yes" : "no",
                number("%.0f", granularity),
                number("%.1f", sums[2] / topics),
                number("%.3f", sums[1] / sums[0])));
        for (int t = 0; t < THRESHOLDS.length; t++) {
            row.add(number("%.3f", sums[6 + t] / sums[0]));
        }
        row.add(number("%.0f", sums[4]) + " of " + number("%.0f", sums[3]));
        return row;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
