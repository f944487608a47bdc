package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.folkmoot.text.Progress;

/// What came of one evaluation.
public sealed interface Evaluated {
    /// It ran.
    record Measured(List<Table> tables) implements Evaluated {}

    /// It did not run, because what it reads is absent.
    ///
    /// @param reason for a person to read, the evaluation's name first
    record LeftOut(String reason) implements Evaluated {}

    /// It broke off.
    ///
    /// @param reason for a person to read, the evaluation's name first
    record Failed(String reason, Exception cause) implements Evaluated {}

    /// Runs `evaluation` where its data are; whatever it meets there, the next one can run.
    ///
    /// @throws CancellationException if progress stops the run
    static Evaluated of(Evaluation evaluation, Path data, Progress progress) {
        List<Path> absent = evaluation.absent(data);
        if (!absent.isEmpty()) {
            return new LeftOut(evaluation.name() + ": left out, there is no "
                    + absent.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        try {
            return new Measured(evaluation.run(data, progress));
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return new Failed(evaluation.name() + ": failed, " + e, e);
        }
    }
}
