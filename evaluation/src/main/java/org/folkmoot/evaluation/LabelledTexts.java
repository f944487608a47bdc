package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of which people said what they are about.
///
/// @param labels one for each text, empty where it is not scored
/// @param language of all texts, a BCP 47 tag
record LabelledTexts(String name, String language, List<String> texts, List<String> labels) {
    private static final Pattern GAMBLING_TOPIC = Pattern.compile("'([A-L])': \\{");

    LabelledTexts {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
    }

    /// A number for each label, -1 where there is none.
    int[] numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        return labels.stream()
                .mapToInt(label -> label.isEmpty() ? -1 : numbers.computeIfAbsent(label, _ -> numbers.size()))
                .toArray();
    }

    /// All queries of both parts, labelled with their intent.
    static LabelledTexts banking77(Path data) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>(rows(data.resolve("banking77/train.csv")));
        rows.addAll(rows(data.resolve("banking77/test.csv")));
        return of("banking77", "en", rows, "text", "category");
    }

    /// All 1,000 responses; scored are those written to one topic, by its letter.
    static LabelledTexts gambling(Path data) throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (NamedCsvRecord row :
                rows(data.resolve("themefinder-synthetic/evals/data/generation/eval_sentiments.csv"))) {
            texts.add(row.getField("response"));
            Set<String> topics = new HashSet<>();
            Matcher topic = GAMBLING_TOPIC.matcher(row.getField("target_topics"));
            while (topic.find()) {
                topics.add(topic.group(1));
            }
            labels.add(topics.size() == 1 ? topics.iterator().next() : "");
        }
        return new LabelledTexts("themefinder gambling", "en", texts, labels);
    }

    /// The comments with exactly one theme, other than that they could not be labelled or assigned; distinct texts,
    /// upper
    /// and lower case alike, with the theme of the first.
    static LabelledTexts nhs(Path data) throws IOException {
        Set<String> seen = new HashSet<>();
        List<NamedCsvRecord> rows = rows(data.resolve("nhs-fft-themes/nhs_fft_v6_dev.csv")).stream()
                .filter(row -> row.getField("n_themes").equals("1"))
                .filter(row -> !Set.of("Labelling not possible", "Not assigned").contains(row.getField("themes")))
                .filter(row -> seen.add(row.getField("FFT answer").strip().toLowerCase(Locale.ROOT)))
                .toList();
        return of("nhs-fft-themes", "en", rows, "FFT answer", "themes");
    }

    /// All contributions, title and text, labelled with their main category.
    static LabelledTexts cycling(Path data) throws IOException {
        List<NamedCsvRecord> rows = rows(data.resolve("cimt-cycling-dialogues/cycling_dialogues_dev.csv"));
        return new LabelledTexts(
                "cimt-cycling-dialogues",
                "de",
                rows.stream()
                        .map(row -> row.getField("title") + ". " + row.getField("text"))
                        .toList(),
                rows.stream().map(row -> row.getField("main_category_level1")).toList());
    }

    private static LabelledTexts of(
            String name, String language, List<NamedCsvRecord> rows, String text, String label) {
        return new LabelledTexts(
                name,
                language,
                rows.stream().map(row -> row.getField(text)).toList(),
                rows.stream().map(row -> row.getField(label)).toList());
    }

    static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
