package org.folkmoot.corpus.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;

/// Runs over a consultation of one open question, its columns stated.
final class OneQuestion {
    static final Roles ROLES = new Roles(
            "Town",
            List.of(),
            1,
            List.of(
                    new Roles.Column("id", Role.RESPONDENT),
                    new Roles.Column("publish", Role.CONSENT),
                    new Roles.Column("answer", Role.OPEN, "Q1", "What do you think?", "none", 0)));

    private OneQuestion() {}

    /// @param consent per answer `yes` or `no`
    static Path write(Path file, List<String> consent, List<String> answers) {
        StringBuilder csv = new StringBuilder("id,publish,answer\n");
        for (int i = 0; i < answers.size(); i++) {
            csv.append("P").append(i + 1).append(',').append(consent.get(i)).append(",\"");
            csv.append(answers.get(i).replace("\"", "\"\"")).append("\"\n");
        }
        try {
            return Files.writeString(file, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunRequest request(Path file) {
        return new RunRequest(List.of(file), ROLES, null, null, null, RunOptions.DEFAULT);
    }

    static Analysis analysis(RunRequest request) {
        return switch (Analysing.run(request, new Crew(1), Progress.SILENT)) {
            case RunResult.Done done -> done.analysis();
            case RunResult.Refused refused -> throw new AssertionError(refused.faults());
        };
    }
}
