package org.folkmoot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.corpus.sample.BlindReading;
import org.folkmoot.corpus.sample.RunAnswers;
import org.folkmoot.corpus.write.OutputNames;

/// A run's own tables where a table of codings is asked for.
///
/// @param run the run
/// @param sample what people said of answers drawn from it
record RunCodings(RunAnswers run, CodingsFile sample) {
    private static final Set<String> TABLES = Set.of("answers.csv", "codings.csv");

    /// The run's folder, if the path is one or names a table in one.
    static Optional<Path> folder(Path path) {
        boolean table = TABLES.contains(String.valueOf(path.getFileName()));
        Path folder = table ? path.toAbsolutePath().getParent() : path;
        return folder != null && Files.isRegularFile(folder.resolve(OutputNames.FILES))
                ? Optional.of(folder)
                : Optional.empty();
    }

    /// What the machine said of every answer of the question that the sample was drawn from, those people decided
    /// before the run left out.
    ///
    /// @throws IllegalArgumentException if the sample was drawn from no question of the run, or from several
    CodingsFile machine(String group, String cluster) {
        List<String> questions = questions();
        if (questions.size() != 1) {
            throw new IllegalArgumentException(
                    questions.isEmpty()
                            ? "no item of the sample is an answer of this run: draw it with folkmoot sample FOLDER"
                            : "the sample is of several questions, give one at a time: "
                                    + String.join(", ", questions));
        }
        for (String column : List.of(group, cluster)) {
            if (!column.isEmpty() && !RunAnswers.GROUPS.contains(column)) {
                throw new IllegalArgumentException(
                        "a run's answers have the columns " + String.join(", ", RunAnswers.GROUPS) + ": " + column);
            }
        }
        String by = sample.rows().getFirst().stratum().replaceFirst("=.*", "");
        List<CodingsFile.Row> rows = new ArrayList<>();
        for (RunAnswers.Answer answer : run.machineCoded(questions.getFirst())) {
            rows.add(new CodingsFile.Row(
                    new Source("answers.csv", "", 0),
                    answer.item(),
                    List.copyOf(answer.themes()),
                    RunAnswers.stratum(answer, by),
                    Double.NaN,
                    answer.groups().getOrDefault(group, ""),
                    answer.groups().getOrDefault(cluster, "")));
        }
        return new CodingsFile(rows, false, List.of());
    }

    /// What is wrong with the sample: the same that `folkmoot report` refuses, such as answers nobody read yet.
    ///
    /// @param file the sample's
    List<Fault> faults(Path file) {
        return BlindReading.of(run, List.of(file), List.of()).faults();
    }

    /// The themes of the question that the sample was drawn from.
    List<String> labels() {
        return run.themes().getOrDefault(questions().getFirst(), List.of()).stream()
                .map(RunAnswers.RunTheme::id)
                .toList();
    }

    private List<String> questions() {
        return sample.rows().stream()
                .flatMap(row -> Optional.ofNullable(run.answers().get(row.item())).stream())
                .map(RunAnswers.Answer::question)
                .distinct()
                .toList();
    }

    /// The sample with the themes above those given.
    CodingsFile people() {
        List<CodingsFile.Row> rows = new ArrayList<>();
        for (CodingsFile.Row row : sample.rows()) {
            List<String> labels = Optional.ofNullable(run.answers().get(row.item()))
                    .map(answer -> run.withParents(answer.question(), row.labels()))
                    .orElse(row.labels());
            rows.add(new CodingsFile.Row(
                    row.source(), row.item(), labels, row.stratum(), row.probability(), row.group(), row.cluster()));
        }
        return new CodingsFile(rows, sample.hasProbability(), sample.faults());
    }
}
