package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.theme.Theme;

/// Makes an analysis of a consultation: themes and codings for every open question, everything accounted for.
public final class Analysing {
    private Analysing() {}

    /// @param inputs for the manifest: the files read, and any codebook and reviewed codings
    /// @param roles for the manifest: column roles as used
    /// @param codebooks by question id the themes to code to; where there is none, themes are discovered
    /// @throws java.util.concurrent.CancellationException if progress stops the run
    public static Analysis analyse(
            Consultation consultation,
            List<Manifest.Input> inputs,
            String roles,
            Map<String, List<Theme>> codebooks,
            RunOptions options,
            Crew crew,
            Progress progress) {
        List<Question> open = consultation.questions(Question.Kind.OPEN);
        List<QuestionAnalysis> analyses = new ArrayList<>();
        try (TransformerEmbedder transformer = TransformerEmbedder.open(crew)) {
            QuestionRun run = new QuestionRun(consultation, options, transformer, crew, progress);
            for (Question question : open) {
                analyses.add(run.run(
                        question,
                        codebooks.get(question.id()),
                        options.transformerTokens() / Math.max(1, open.size())));
            }
        }
        SortedMap<String, String> measures = new TreeMap<>();
        Manifest manifest = new Manifest(
                "0.1.0",
                inputs,
                options.toMap(),
                roles,
                "bge-small-en-v1.5 int8, SHA-256 " + TransformerEmbedder.modelSha256(),
                measures,
                List.of());
        return new Analysis(consultation, analyses, manifest);
    }
}
