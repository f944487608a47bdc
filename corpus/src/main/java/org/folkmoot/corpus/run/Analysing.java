package org.folkmoot.corpus.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.Version;
import org.folkmoot.corpus.edit.Codebook;
import org.folkmoot.corpus.edit.CodebookFile;
import org.folkmoot.corpus.edit.CodedPassages;
import org.folkmoot.corpus.edit.ReviewedAnswer;
import org.folkmoot.corpus.edit.ReviewedFile;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.RolesFile;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;

/// Makes an analysis of a consultation: themes and codings for every open question, everything accounted for.
public final class Analysing {
    private final Crew crew;
    private final Progress progress;
    private final OpeningModels models;

    private Analysing(Crew crew, Progress progress, OpeningModels models) {
        this.crew = crew;
        this.progress = progress;
        this.models = models;
    }

    /// Reads the files of a request and analyses them.
    ///
    /// @throws java.util.concurrent.CancellationException if progress stops the run
    public static RunResult run(RunRequest request, Crew crew, Progress progress) {
        try (OpeningModels models = OpeningModels.start(crew)) {
            return switch (Reading.read(request.inputs(), request.roles(), Limits.DEFAULT, progress)) {
                case Reading.Refused refused -> new RunResult.Refused(refused.faults());
                case Reading.Read read -> new Analysing(crew, progress, models).run(request, read);
            };
        }
    }

    private RunResult run(RunRequest request, Reading.Read read) {
        Consultation consultation = read.consultation();
        List<Fault> faults = new ArrayList<>(read.faults());
        Map<String, Codebook> codebooks = Map.of();
        Map<String, SortedMap<Integer, ReviewedAnswer>> reviewed = Map.of();
        Path edited = request.named().getLast();
        try {
            if (request.codebook() != null) {
                edited = request.codebook();
                CodebookFile file = CodebookFile.read(request.codebook(), consultation.questions(Question.Kind.OPEN));
                faults.addAll(file.faults());
                codebooks = file.codebooks();
            }
            if (request.reviewed() != null && isUsable(faults)) {
                edited = request.reviewed();
                ReviewedFile file = ReviewedFile.read(request.reviewed(), consultation, codebooks);
                faults.addAll(file.faults());
                reviewed = file.answers();
            }
        } catch (IllegalArgumentException e) {
            faults.add(notATable(edited, String.valueOf(e.getMessage())));
        }
        if (!isUsable(faults)) {
            return new RunResult.Refused(faults);
        }
        CodedPassages earlier =
                request.earlier() == null ? CodedPassages.NONE : CodedPassages.read(request.earlier(), codebooks);
        SortedMap<String, String> measures = new TreeMap<>();
        List<String> warnings = new ArrayList<>();
        List<QuestionAnalysis> questions = questions(
                consultation,
                codebooks,
                reviewed,
                earlier,
                request.options(),
                new QuestionRun.Notes(measures, warnings));
        Manifest manifest = new Manifest(
                Version.current(),
                request.files(),
                request.recorded(),
                RolesFile.write(read.roles()),
                "bge-small-en-v1.5 int8, SHA-256 " + TransformerEmbedder.modelSha256(),
                measures,
                warnings);
        return new RunResult.Done(new Analysis(consultation, questions, manifest), faults);
    }

    /// Progress that names the question with each stage.
    private Progress of(Question question) {
        String prefix = question.id() + ": ";
        return (stage, done, total) -> progress.at(stage.startsWith(prefix) ? stage : prefix + stage, done, total);
    }

    private static Fault notATable(Path file, String message) {
        return new Fault(
                Fault.Severity.ERROR,
                "not-a-table",
                new Source(file.toString(), "", 0),
                "",
                message,
                "give back the CSV or XLSX file that Folkmoot wrote");
    }

    private static boolean isUsable(List<Fault> faults) {
        return faults.stream().noneMatch(fault -> fault.severity() == Fault.Severity.ERROR);
    }

    private List<QuestionAnalysis> questions(
            Consultation consultation,
            Map<String, Codebook> codebooks,
            Map<String, SortedMap<Integer, ReviewedAnswer>> reviewed,
            CodedPassages earlier,
            RunOptions options,
            QuestionRun.Notes notes) {
        List<Question> open = consultation.questions(Question.Kind.OPEN);
        RunOptions each = options.withTransformerTokens(
                Math.max(RunOptions.FEWEST_TOKENS, options.transformerTokens() / Math.max(1, open.size())));
        List<QuestionAnalysis> analyses = new ArrayList<>();
        for (Question question : open) {
            QuestionRun run = new QuestionRun(new Engine(models, crew, of(question)), notes);
            Codebook codebook = codebooks.get(question.id());
            var asked = new AnalysingQuestion.Request(
                    consultation,
                    question,
                    each,
                    codebook == null ? null : codebook.themes(),
                    earlier.of(question.id()),
                    reviewed.getOrDefault(question.id(), new TreeMap<>()));
            analyses.add(run.run(asked, false).analysis());
        }
        return analyses;
    }
}
