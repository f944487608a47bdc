package org.folkmoot.corpus.verify;

import static org.folkmoot.corpus.verify.FileChecks.count;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.run.RunRequest;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.corpus.write.ManifestFile;
import org.folkmoot.corpus.write.OutputNames;
import org.folkmoot.text.Progress;

/// Checks the answers against the files of responses, read once more as the manifest says.
final class ReceivedChecks {
    private static final String NAME = "Answers as received";

    private ReceivedChecks() {}

    static Check answers(Path folder) {
        Path file = folder.resolve(OutputNames.MANIFEST);
        if (!Files.isRegularFile(file)) {
            return new Check(NAME, "not looked at: no " + OutputNames.MANIFEST, List.of());
        }
        Manifest manifest = ManifestFile.read(file);
        RunRequest request = RunRequest.received(manifest);
        if (request.inputs().isEmpty()
                || !request.inputs().stream().allMatch(Files::exists)
                || !request.responsesChangedSince(manifest).isEmpty()) {
            return new Check(NAME, "not looked at: the files read are not here", List.of());
        }
        return switch (Reading.read(request.inputs(), request.roles(), Limits.DEFAULT, Progress.SILENT)) {
            case Reading.Refused _ ->
                new Check(NAME, "not looked at", List.of("the files read cannot be read again as the manifest says"));
            case Reading.Read read -> compared(folder, read.consultation());
        };
    }

    private static Check compared(Path folder, Consultation consultation) {
        Map<AnswerKey, String> received = new HashMap<>();
        for (Question question : consultation.questions(Question.Kind.OPEN)) {
            int column = consultation.indexOf(question);
            for (Response response : consultation.responses()) {
                received.put(
                        new AnswerKey(
                                question.id(),
                                response.source().file(),
                                response.source().sheet(),
                                String.valueOf(response.source().row()),
                                response.respondent()),
                        response.values().get(column));
            }
        }
        int all = received.size();
        List<String> findings = new ArrayList<>();
        new EditedTable(folder.resolve("answers.csv"), "").forEach(line -> {
            String text = received.remove(AnswerKey.of(line));
            String at = line.source().file() + ", row " + line.source().row() + ": ";
            if (text == null) {
                findings.add(at + "no such answer was received");
            } else if (!text.equals(line.text("text"))) {
                findings.add(at + "the text is not the one received");
            }
        });
        received.keySet().stream()
                .map(key -> "answers.csv: received and not in the table: " + key)
                .sorted()
                .forEach(findings::add);
        return new Check(NAME, count(all, "answer"), findings);
    }
}
