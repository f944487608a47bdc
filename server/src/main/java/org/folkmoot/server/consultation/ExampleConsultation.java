package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.server.platform.TemporaryFiles;
import org.folkmoot.server.platform.Words;
import org.springframework.stereotype.Component;

/// A made-up consultation to try everything on, opened and imported as any other would be.
@Component
class ExampleConsultation {
    private static final String RESPONSES = "/examples/ai-in-public-services/responses.xlsx";

    private final OpeningConsultations opening;
    private final ImportingFiles importing;
    private final ReceivedFiles files;
    private final TemporaryFiles temporary;

    ExampleConsultation(
            OpeningConsultations opening, ImportingFiles importing, ReceivedFiles files, TemporaryFiles temporary) {
        this.opening = opening;
        this.importing = importing;
        this.files = files;
        this.temporary = temporary;
    }

    /// @return id of the new consultation, led by who asked
    long open(Asker asker) {
        long consultation = opening.open(Words.ENGLISH.t("home.example-title"), asker);
        Scope.of(consultation).run(() -> fill(consultation, asker));
        return consultation;
    }

    private void fill(long consultation, Asker asker) {
        Path folder = temporary.folder("received");
        try (InputStream in = ExampleConsultation.class.getResourceAsStream(RESPONSES)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESPONSES);
            }
            Path content = folder.resolve("content");
            Files.copy(in, content);
            importing.receive(consultation, new ImportingFiles.Upload("responses.xlsx", content), asker.actor());
        } catch (IOException e) {
            throw new UncheckedIOException("the example could not be unpacked", e);
        } finally {
            TemporaryFiles.delete(folder);
        }
        String batch = Batch.waiting(files.of(consultation)).getFirst().key();
        importing.importBatch(consultation, batch, ImportingFiles.Choices.REPLACE, asker.actor());
    }
}
