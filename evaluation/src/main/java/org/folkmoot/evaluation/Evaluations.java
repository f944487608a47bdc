package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.text.Progress;

/// All evaluations, in the order of the document they make.
public final class Evaluations {
    private Evaluations() {}

    public static List<Evaluation> all() {
        return List.of(
                new DiscoveryEvaluation(),
                new HeadlineEvaluation(),
                new KeyPointEvaluation(),
                new CodingEvaluation(),
                new NearDuplicateEvaluation(),
                new CoverageEvaluation(),
                new ExampleEvaluation(Path.of("examples/ai-in-public-services")));
    }

    /// Runs `chosen` one after the other; one whose data are absent is reported and left out.
    ///
    /// @param missing hears, for a person to read, what was left out and why
    public static List<Table> run(List<Evaluation> chosen, Path data, Progress progress, Consumer<String> missing)
            throws IOException {
        List<Table> tables = new ArrayList<>();
        for (Evaluation evaluation : chosen) {
            List<String> absent = evaluation.needs().stream()
                    .filter(folder -> !Files.isDirectory(data.resolve(folder)))
                    .toList();
            if (absent.isEmpty()) {
                tables.addAll(evaluation.run(data, progress));
            } else {
                missing.accept(evaluation.name() + ": left out, " + data + " has no " + String.join(", ", absent));
            }
        }
        return tables;
    }
}
