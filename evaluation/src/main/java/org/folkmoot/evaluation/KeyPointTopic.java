package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One debate of argkp-2021: what people argued, and the key points experts wrote of it.
///
/// @param stances of each argument: 1 for the motion, -1 against
/// @param matches of each argument, the indices of the key points it is labelled to match
record KeyPointTopic(
        String motion,
        List<String> arguments,
        List<Integer> stances,
        List<List<Integer>> matches,
        List<String> keyPoints) {
    private static final List<String> PARTS = List.of("train", "dev");

    /// All topics of both parts, in alphabetical order.
    static List<KeyPointTopic> all(Path data) throws IOException {
        Path folder = data.resolve("argkp-2021");
        Map<String, KeyPointTopic> topics = new TreeMap<>();
        Map<String, Integer> keyPoint = new HashMap<>();
        Map<String, List<Integer>> matches = new HashMap<>();
        for (String part : PARTS) {
            for (NamedCsvRecord row : LabelledTexts.rows(folder.resolve("key_points_" + part + ".csv"))) {
                KeyPointTopic topic = topics.computeIfAbsent(row.getField("topic"), KeyPointTopic::empty);
                keyPoint.put(row.getField("key_point_id"), topic.keyPoints.size());
                topic.keyPoints.add(row.getField("key_point"));
            }
            for (NamedCsvRecord row : LabelledTexts.rows(folder.resolve("arguments_" + part + ".csv"))) {
                KeyPointTopic topic = topics.computeIfAbsent(row.getField("topic"), KeyPointTopic::empty);
                List<Integer> none = new ArrayList<>();
                matches.put(row.getField("arg_id"), none);
                topic.arguments.add(row.getField("argument"));
                topic.stances.add(Integer.parseInt(row.getField("stance")));
                topic.matches.add(none);
            }
            for (NamedCsvRecord row : LabelledTexts.rows(folder.resolve("labels_" + part + ".csv"))) {
                if (row.getField("label").equals("1")) {
                    matches.getOrDefault(row.getField("arg_id"), new ArrayList<>())
                            .add(keyPoint.getOrDefault(row.getField("key_point_id"), -1));
                }
            }
        }
        return List.copyOf(topics.values());
    }

    private static KeyPointTopic empty(String motion) {
        return new KeyPointTopic(motion, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// The arguments with at least one matching key point; scored are those with exactly one.
    LabelledTexts labelled() {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!matches.get(i).isEmpty()) {
                texts.add(arguments.get(i));
                labels.add(
                        matches.get(i).size() == 1 ? matches.get(i).getFirst().toString() : "");
            }
        }
        return new LabelledTexts(motion, "en", texts, labels);
    }
}
