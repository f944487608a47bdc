package org.folkmoot.evaluation;

import java.nio.file.Path;
import java.util.List;

/// All evaluations, in the order of the document they make.
public final class Evaluations {
    private Evaluations() {}

    /// @param home the folder that the program stands in, with the example consultation
    public static List<Evaluation> all(Path home) {
        return List.of(
                new DiscoveryEvaluation(),
                new HeadlineEvaluation(),
                new KeyPointEvaluation(),
                new CodingEvaluation(),
                new NearDuplicateEvaluation(),
                new CoverageEvaluation(),
                new ExampleEvaluation(home.resolve("examples/ai-in-public-services")));
    }
}
