package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.passage.Passages;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;

/// Answers that people coded, with their codebook.
///
/// @param texts the answers
/// @param questions what each was asked; empty for a single question
/// @param respondents who wrote each: folds keep them together
/// @param themes the codebook
/// @param labels per answer the indices of its themes
record CodedAnswers(
        List<String> texts,
        List<String> questions,
        List<String> respondents,
        List<Theme> themes,
        List<Set<Integer>> labels) {

    int size() {
        return texts.size();
    }

    /// The NHS Friends and Family Test comments with words; blank ones never reach a coder.
    static CodedAnswers nhs(Path data) throws IOException {
        List<NamedCsvRecord> rows = rows(data.resolve("nhs-fft-themes/nhs_fft_v6_dev.csv")).stream()
                .filter(row -> !row.getField("FFT answer").isBlank())
                .toList();
        List<String> header = rows.getFirst().getHeader();
        List<String> columns = header.subList(header.indexOf("Not assigned"), header.indexOf("themes")).stream()
                .filter(theme -> rows.stream()
                        .anyMatch(row -> row.getField(theme).strip().equals("1")))
                .toList();
        return new CodedAnswers(
                fields(rows, "FFT answer"),
                rows.stream()
                        .map(row -> row.getField("FFT question").replaceAll("\\s+", " "))
                        .toList(),
                fields(rows, "Respondent ID"),
                codebook(columns),
                labels(
                        rows,
                        row -> IntStream.range(0, columns.size())
                                .filter(t ->
                                        row.getField(columns.get(t)).strip().equals("1"))
                                .boxed()
                                .collect(Collectors.toSet())));
    }

    /// Online-banking queries, one intent each; `part` is `train` or `test`.
    static CodedAnswers banking(Path data, String part) throws IOException {
        List<NamedCsvRecord> rows = rows(data.resolve("banking77/" + part + ".csv"));
        return single(fields(rows, "text"), fields(rows, "category"));
    }

    /// German contributions to cycling dialogues with their main category.
    static CodedAnswers cycling(Path data) throws IOException {
        List<NamedCsvRecord> rows = rows(data.resolve("cimt-cycling-dialogues/cycling_dialogues_dev.csv"));
        return single(
                rows.stream()
                        .map(row -> row.getField("title") + ". " + row.getField("text"))
                        .toList(),
                fields(rows, "main_category_level1"));
    }

    /// Banking queries with several intents each.
    static CodedAnswers nlupp(Path data) throws IOException {
        List<NamedCsvRecord> rows = rows(data.resolve("nlupp/nlupp_banking.csv"));
        List<List<String>> intents = rows.stream()
                .map(row -> List.of(row.getField("intents").split("\\|")))
                .toList();
        List<String> names = List.copyOf(new TreeSet<>(intents.stream()
                .flatMap(List::stream)
                .filter(name -> !name.isBlank())
                .toList()));
        return new CodedAnswers(
                fields(rows, "text"),
                List.of(),
                rowNumbers(rows.size()),
                codebook(names.stream().map(name -> name.replace('_', ' ')).toList()),
                intents.stream()
                        .map(found -> found.stream()
                                .filter(names::contains)
                                .map(names::indexOf)
                                .collect(Collectors.toSet()))
                        .toList());
    }

    private static CodedAnswers single(List<String> texts, List<String> categories) {
        List<String> names = List.copyOf(new TreeSet<>(categories));
        return new CodedAnswers(
                texts,
                List.of(),
                rowNumbers(texts.size()),
                codebook(names.stream().map(name -> name.replace('_', ' ')).toList()),
                categories.stream().map(name -> Set.of(names.indexOf(name))).toList());
    }

    static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    static List<String> fields(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).toList();
    }

    private static List<Set<Integer>> labels(List<NamedCsvRecord> rows, Function<NamedCsvRecord, Set<Integer>> label) {
        return rows.stream().map(label).toList();
    }

    private static List<String> rowNumbers(int rows) {
        return IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    }

    static List<Theme> codebook(List<String> headlines) {
        List<Theme> themes = new ArrayList<>();
        for (String headline : headlines) {
            themes.add(new Theme("T" + themes.size(), headline, "", List.of(), null, List.of()));
        }
        return themes;
    }

    /// All answers as one batch.
    Batch batch(Embedder embedder, Progress progress) {
        List<List<Span>> passages = texts.stream().map(Passages::of).toList();
        List<String> passageTexts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Span span : passages.get(i)) {
                passageTexts.add(span.of(texts.get(i)));
            }
        }
        return new Batch(0, texts, passages, embedder.embed(passageTexts, progress), questions);
    }

    /// The answers of `batch` that `rows` names, in that order.
    static Batch take(Batch batch, int[] rows) {
        int[] offset = new int[batch.size() + 1];
        for (int i = 0; i < batch.size(); i++) {
            offset[i + 1] = offset[i] + batch.passages().get(i).size();
        }
        int d = batch.vectors().dimension();
        int count = IntStream.of(rows).map(i -> offset[i + 1] - offset[i]).sum();
        Vectors vectors = Vectors.zeros(count, d);
        int at = 0;
        for (int i : rows) {
            int length = (offset[i + 1] - offset[i]) * d;
            System.arraycopy(batch.vectors().values(), offset[i] * d, vectors.values(), at, length);
            at += length;
        }
        List<String> asked = batch.questions().isEmpty()
                ? List.of()
                : IntStream.of(rows).mapToObj(batch.questions()::get).toList();
        return new Batch(
                0,
                IntStream.of(rows).mapToObj(batch.answers()::get).toList(),
                IntStream.of(rows).mapToObj(batch.passages()::get).toList(),
                vectors,
                asked);
    }

    List<Set<Integer>> labels(int[] rows) {
        return IntStream.of(rows).mapToObj(labels::get).toList();
    }
}
