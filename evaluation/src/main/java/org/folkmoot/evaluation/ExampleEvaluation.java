package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.run.Analysing;
import org.folkmoot.corpus.run.RunOptions;
import org.folkmoot.corpus.run.RunRequest;
import org.folkmoot.corpus.run.RunResult;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.theme.Theme;

/// How well the themes found in the example consultation match its author's: for every author's theme the machine
/// theme whose answers agree best with it.
public final class ExampleEvaluation implements Evaluation {
    private static final int FEWEST = 5;
    private final Path folder;

    /// @param folder the example consultation's, with `responses.csv` and `codes.csv`
    public ExampleEvaluation(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "example";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public List<Path> absent(Path data) {
        return Stream.of("responses.csv", "codes.csv")
                .map(folder::resolve)
                .filter(file -> !Files.isRegularFile(file))
                .toList();
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        RunRequest request =
                new RunRequest(List.of(folder.resolve("responses.csv")), null, null, null, null, RunOptions.DEFAULT);
        if (!(Analysing.run(request, Crew.ofAllCores(), progress) instanceof RunResult.Done done)) {
            throw new IOException("the example consultation cannot be read: " + folder);
        }
        Analysis analysis = done.analysis();
        Consultation consultation = analysis.consultation();
        List<List<String>> rows = new ArrayList<>();
        for (QuestionAnalysis question : analysis.questions()) {
            rows.add(row(question, truth(question, consultation)));
        }
        return List.of(new Table(
                "Example consultation: themes found against the author's",
                """
                For every theme of the author with at least %d answers to the question: the machine theme, of either \
                level, whose set of answers has the highest F1 with the author's; averaged over themes, plain and \
                weighted by their answers. Fictional texts by one author: for development, not a claim.\
                """.formatted(FEWEST),
                List.of(
                        "question",
                        "author's themes",
                        "machine themes",
                        "codings an answer",
                        "best F1, mean",
                        "best F1, weighted"),
                rows));
    }

    private Map<String, BitSet> truth(QuestionAnalysis question, Consultation consultation) throws IOException {
        Map<String, Integer> responseOf = new HashMap<>();
        for (int r = 0; r < consultation.responses().size(); r++) {
            responseOf.put(consultation.responses().get(r).respondent(), r);
        }
        String number = question.question().id().replaceAll("\\D", "");
        Map<String, BitSet> truth = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> codes = CsvReader.builder().ofNamedCsvRecord(folder.resolve("codes.csv"))) {
            for (NamedCsvRecord code : codes) {
                if (code.getField("question").equals(number)) {
                    truth.computeIfAbsent(code.getField("theme"), _ -> new BitSet())
                            .set(Objects.requireNonNull(responseOf.get(code.getField("respondent"))));
                }
            }
        }
        truth.keySet().removeAll(List.of("noview", "crossref"));
        truth.values().removeIf(answers -> answers.cardinality() < FEWEST);
        return truth;
    }

    private static List<String> row(QuestionAnalysis question, Map<String, BitSet> truth) {
        List<BitSet> machine = answersOf(question);
        double sum = 0;
        double weighted = 0;
        double weight = 0;
        for (BitSet answers : truth.values()) {
            double best =
                    machine.stream().mapToDouble(m -> f1(m, answers)).max().orElse(0);
            sum += best;
            weighted += best * answers.cardinality();
            weight += answers.cardinality();
        }
        long answered = question.status().stream()
                .filter(s -> s == AnswerStatus.ANALYSED)
                .count();
        return List.of(
                question.question().id(),
                Integer.toString(truth.size()),
                Integer.toString(question.themes().size()),
                decimals(question.codings().size() / (double) answered),
                decimals(sum / truth.size()),
                decimals(weighted / weight));
    }

    /// Per theme the answers that carry it or one of its sub-themes.
    private static List<BitSet> answersOf(QuestionAnalysis question) {
        Map<String, BitSet> answers = new HashMap<>();
        for (int i = 0; i < question.codings().size(); i++) {
            Theme theme = question.themes().get(question.codings().theme(i));
            int answer = question.codings().answer(i);
            answers.computeIfAbsent(theme.id(), _ -> new BitSet()).set(answer);
            if (theme.parent() != null) {
                answers.computeIfAbsent(theme.parent(), _ -> new BitSet()).set(answer);
            }
        }
        return List.copyOf(answers.values());
    }

    private static double f1(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return 2.0 * both.cardinality() / Math.max(1, a.cardinality() + b.cardinality());
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
