package org.folkmoot.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Writes a consultation of any size made from the real texts of the data folder, for timing whole commands.
///
/// An answer is two to six real texts on one topic, some 45 words (60 word pieces) on average. Of the responses 3 %
/// state no view, 2 % are blank, and 5 % belong to five campaigns of which a third add a text of their own. Of three
/// open questions the third is asked of three respondents in five. Deterministic.
public final class LargeConsultation {
    private static final List<String> TYPES =
            List.of("Individual", "Individual", "Individual", "Organisation", "Council");
    private static final List<String> VIEWS =
            List.of("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree");
    private static final List<String> NO_VIEWS = List.of("n/a", "No comment", "None.", "nothing to add", "-");

    private static final List<String> OPEN = List.of(
            "Please explain your answer",
            "What would the proposal mean for you or those you work with?",
            "What else should be taken into account?");

    private final List<List<String>> topics;
    private final SplittableRandom random;

    private LargeConsultation(List<List<String>> topics, SplittableRandom random) {
        this.topics = topics;
        this.random = random;
    }

    /// Arguments: number of responses, file to write, number of open questions (1 to 3, default 1).
    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: LargeConsultation RESPONSES FILE.csv [QUESTIONS]");
            System.exit(2);
        }
        int questions = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        Path data = Path.of(System.getenv().getOrDefault("FOLKMOOT_DATA", "../shared/data"));
        if (!Files.isDirectory(data)) {
            System.err.println("no data folder at " + data + ": set FOLKMOOT_DATA");
            System.exit(2);
        }
        new LargeConsultation(topicsIn(data), new SplittableRandom(7))
                .write(Integer.parseInt(args[0]), OPEN.subList(0, questions), Path.of(args[1]));
    }

    private static List<List<String>> topicsIn(Path data) throws IOException {
        TreeMap<String, List<String>> byTopic = new TreeMap<>();
        for (String split : List.of("train", "dev")) {
            collect(data.resolve("argkp-2021/arguments_" + split + ".csv"), "topic", "argument", byTopic);
        }
        collect(data.resolve("nhs-fft-themes/nhs_fft_v6_dev.csv"), "FFT question", "FFT answer", byTopic);
        return byTopic.values().stream().filter(texts -> texts.size() >= 50).toList();
    }

    private static void collect(Path file, String topic, String text, Map<String, List<String>> byTopic)
            throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String words = row.getField(text).strip();
                if (words.length() > 15) {
                    byTopic.computeIfAbsent(row.getField(topic), _ -> new ArrayList<>())
                            .add(words);
                }
            }
        }
    }

    private void write(int responses, List<String> questions, Path file) throws IOException {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            letters.add(answer(110));
        }
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            List<String> row =
                    new ArrayList<>(List.of("Respondent ID", "Responding as", "Do you agree with the proposal?"));
            row.addAll(questions);
            csv.writeRecord(row);
            for (int i = 1; i <= responses; i++) {
                row = new ArrayList<>(List.of("R" + i, pick(TYPES), pick(VIEWS)));
                for (int q = 0; q < questions.size(); q++) {
                    row.add(q == 2 && i % 5 > 2 ? "" : text(letters));
                }
                csv.writeRecord(row);
            }
        }
    }

    private String text(List<String> letters) {
        int kind = random.nextInt(100);
        if (kind < 2) {
            return "";
        }
        if (kind < 5) {
            return pick(NO_VIEWS);
        }
        if (kind < 10) {
            String letter = pick(letters);
            return random.nextInt(3) == 0 ? letter + "\n\n" + sentence(pick(pick(topics))) : letter;
        }
        return answer(30 + random.nextInt(30));
    }

    private String answer(int words) {
        List<String> topic = pick(topics);
        StringBuilder out = new StringBuilder();
        for (int count = 0; count < words; ) {
            String sentence = sentence(pick(topic));
            out.append(out.isEmpty() ? "" : " ").append(sentence);
            count += sentence.split(" ", -1).length;
        }
        return out.toString();
    }

    private static String sentence(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '.' || last == '!' || last == '?' ? text : text + ".";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
