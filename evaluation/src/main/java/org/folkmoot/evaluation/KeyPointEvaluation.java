package org.folkmoot.evaluation;

import static org.folkmoot.evaluation.CodingTally.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.ZeroShotCoder;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.vector.Vectors;

/// How well arguments are matched to experts' key points without examples, by the measure of the KPA-2021 shared
/// task.
public final class KeyPointEvaluation implements Evaluation {
    @Override
    public String name() {
        return "keypoints";
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
        List<List<String>> rows = new ArrayList<>();
        for (String split : List.of("dev", "train")) {
            List<KeyPointRanking> rankings = rankings(data.resolve("argkp-2021"), split, embedder, progress);
            double strict = mean(rankings, ranking -> ranking.averagePrecision(false));
            double relaxed = mean(rankings, ranking -> ranking.averagePrecision(true));
            double strictKept = mean(rankings, ranking -> ranking.precisionOverKept(false));
            double relaxedKept = mean(rankings, ranking -> ranking.precisionOverKept(true));
            boolean dev = split.equals("dev");
            rows.add(List.of(
                    split,
                    number(strict, 3) + " / " + number(relaxed, 3),
                    number(strictKept, 3) + " / " + number(relaxedKept, 3),
                    dev ? "≥ .52 / ≥ .74" : "–"));
        }
        return List.of(new Table(
                "Matching arguments to key points without examples (strict / relaxed)",
                """
                argkp-2021; per topic and stance every argument gets its best key point of that topic and stance; the most
                confident half is ranked; an unlabelled pair counts as wrong (strict) or right (relaxed); mean over topics
                and stances. *Official*: average precision as in the task's script, which divides by the right pairs among
                those kept. *Over all kept*: the same sum divided by the number kept, which also punishes matches that are
                wrong at the end of the list. Its target was set beside
                figures (.447 / .676) that lie near the second and far below the first.
                """,
                List.of("split", "official", "over all kept", "target"),
                rows));
    }

    private static double mean(List<KeyPointRanking> rankings, ToDoubleFunction<KeyPointRanking> measure) {
        return rankings.stream().mapToDouble(measure).average().orElse(0);
    }

    private static List<KeyPointRanking> rankings(Path folder, String split, Embedder embedder, Progress progress)
            throws IOException {
        List<NamedCsvRecord> arguments = CodedAnswers.rows(folder.resolve("arguments_" + split + ".csv"));
        List<NamedCsvRecord> points = CodedAnswers.rows(folder.resolve("key_points_" + split + ".csv"));
        Map<String, Boolean> labels = new HashMap<>();
        for (NamedCsvRecord row : CodedAnswers.rows(folder.resolve("labels_" + split + ".csv"))) {
            labels.put(
                    row.getField("arg_id") + " " + row.getField("key_point_id"),
                    row.getField("label").equals("1"));
        }
        List<KeyPointRanking> rankings = new ArrayList<>();
        for (String topic : new TreeSet<>(CodedAnswers.fields(arguments, "topic"))) {
            progress.at("matching key points of " + split, rankings.size(), 0);
            rankings.addAll(ofTopic(
                    arguments.stream()
                            .filter(row -> row.getField("topic").equals(topic))
                            .toList(),
                    points.stream()
                            .filter(row -> row.getField("topic").equals(topic))
                            .toList(),
                    labels,
                    embedder));
        }
        return rankings;
    }

    /// One consultation question per topic: its arguments are the corpus, its key points the codebook.
    private static List<KeyPointRanking> ofTopic(
            List<NamedCsvRecord> arguments,
            List<NamedCsvRecord> points,
            Map<String, Boolean> labels,
            Embedder embedder) {
        CodedAnswers answers = new CodedAnswers(
                CodedAnswers.fields(arguments, "argument"),
                List.of(),
                List.of(),
                CodedAnswers.codebook(CodedAnswers.fields(points, "key_point")),
                List.of());
        Batch batch = answers.batch(embedder, Progress.SILENT);
        Vectors confidences = ZeroShotCoder.fit(
                        answers.themes(), batch, null, embedder, ZeroShotCoder.Options.DEFAULT, Progress.SILENT)
                .confidences(batch);
        List<KeyPointRanking> rankings = new ArrayList<>();
        for (String stance : new TreeSet<>(CodedAnswers.fields(arguments, "stance"))) {
            int[] candidates = IntStream.range(0, points.size())
                    .filter(t -> points.get(t).getField("stance").equals(stance))
                    .toArray();
            List<KeyPointRanking.Match> matches = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).getField("stance").equals(stance)) {
                    int best = candidates[0];
                    for (int t : candidates) {
                        best = confidences.at(i, t) > confidences.at(i, best) ? t : best;
                    }
                    String pair = arguments.get(i).getField("arg_id") + " "
                            + points.get(best).getField("key_point_id");
                    matches.add(new KeyPointRanking.Match(
                            confidences.at(i, best), labels.containsKey(pair), labels.getOrDefault(pair, false)));
                }
            }
            rankings.add(KeyPointRanking.of(matches));
        }
        return rankings;
    }
}
