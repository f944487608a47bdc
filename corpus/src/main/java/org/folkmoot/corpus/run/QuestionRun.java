package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.edit.ReviewedAnswer;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Batch;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// One open question's way from answers to themes and codings.
final class QuestionRun {
    private final Consultation consultation;
    private final RunOptions options;
    private final Engine engine;
    private final Notes notes;

    QuestionRun(Consultation consultation, RunOptions options, Engine engine, Notes notes) {
        this.consultation = consultation;
        this.options = options;
        this.engine = engine;
        this.notes = notes;
    }

    /// What does the work.
    record Engine(Embedder transformer, Crew crew, Progress progress) {}

    /// What the run measured of itself and has to say, for the manifest.
    record Notes(SortedMap<String, String> measures, List<String> warnings) {}

    /// @param codebook the themes to code to; null to discover them
    /// @param earlier by theme id passages that an earlier run coded to it
    /// @param reviewed by response index what people decided
    QuestionAnalysis run(
            Question question,
            @Nullable List<Theme> codebook,
            Map<String, List<String>> earlier,
            SortedMap<Integer, ReviewedAnswer> reviewed) {
        int column = consultation.indexOf(question);
        List<String> answers = consultation.responses().stream()
                .map(response -> response.values().get(column))
                .toList();
        Screened screened = Screened.of(question, answers, engine.crew(), engine.progress());
        if (screened.texts().size() == 0) {
            return new Assembly(question, screened, reviewed).nothing(codebook == null ? List.of() : codebook);
        }
        Authors authors = Authors.of(consultation, question, screened.texts());
        Sample sample = Sample.of(screened, options.transformerTokens(), options.seed());
        List<String> texts =
                sample.texts().stream().map(screened.texts().texts()::get).toList();
        Batch read = PassageVectors.of(0, texts, engine.transformer(), engine.progress());
        Scheme scheme = codebook == null
                ? Scheme.discovered(Found.in(read, sample.texts(), screened, authors, options, engine), question.id())
                : Scheme.given(codebook, earlier, engine);
        note(question, "distinct texts", screened.texts().size());
        note(question, "texts read by the transformer", sample.texts().size());
        note(question, "passages read by the transformer", read.vectors().rows());
        CodedTexts coded = new CodingTexts(question.id(), screened, sample, read, engine, notes).to(scheme, reviewed);
        note(question, "passages no theme covers", coded.residue().count());
        Draft draft = scheme.ordered(
                coded.submissions(screened.texts(), scheme.leaves().size()));
        return new Assembly(question, screened, reviewed)
                .analysis(
                        draft.themes(),
                        coded.forResponses(screened.texts(), scheme.places(draft)),
                        coded.residue().groups(screened, authors, options, engine),
                        scheme.mixed(draft));
    }

    private void note(Question question, String name, long value) {
        notes.measures().put(question.id() + " " + name, Long.toString(value));
    }

    /// Puts the results of a question together, people's decisions in the place of the machine's.
    private record Assembly(Question question, Screened screened, SortedMap<Integer, ReviewedAnswer> reviewed) {
        QuestionAnalysis nothing(List<Theme> codebook) {
            return analysis(codebook, new Codings.Builder().build(), List.of(), Map.of());
        }

        QuestionAnalysis analysis(
                List<Theme> themes, Codings codings, List<Uncovered> uncovered, Map<String, String> mixed) {
            int responses = screened.status().size();
            String[] language = new String[responses];
            Integer[] distinct = new Integer[responses];
            List<Passage> personal = new ArrayList<>();
            for (int r = 0; r < responses; r++) {
                int text = screened.texts().of()[r];
                language[r] = text < 0 ? "und" : screened.language().get(text);
                distinct[r] = text < 0 ? -1 : screened.group()[text];
                if (text >= 0) {
                    for (Span span : screened.personal().get(text)) {
                        personal.add(new Passage(r, span));
                    }
                }
            }
            Map<Integer, String> reviewers = new HashMap<>();
            reviewed.forEach((response, decided) -> reviewers.put(response, decided.reviewer()));
            return new QuestionAnalysis(
                    question,
                    status(),
                    Arrays.asList(language),
                    Arrays.asList(distinct),
                    themes,
                    decided(themes, codings),
                    reviewers,
                    screened.campaigns(),
                    uncovered,
                    personal,
                    mixed);
        }

        /// An answer that a person gave a theme has a view, whatever its first words look like.
        private List<AnswerStatus> status() {
            List<AnswerStatus> status = new ArrayList<>(screened.status());
            reviewed.forEach((response, decided) -> {
                if (!decided.choices().isEmpty()) {
                    status.set(response, AnswerStatus.ANALYSED);
                }
            });
            return status;
        }

        private Codings decided(List<Theme> themes, Codings machine) {
            if (reviewed.isEmpty()) {
                return machine;
            }
            Map<String, Integer> place = new HashMap<>();
            for (int t = 0; t < themes.size(); t++) {
                place.put(themes.get(t).id(), t);
            }
            Codings.Builder all = new Codings.Builder();
            int next = 0;
            for (int response = 0; response < screened.status().size(); response++) {
                ReviewedAnswer decided = reviewed.get(response);
                for (; next < machine.size() && machine.answer(next) == response; next++) {
                    if (decided == null) {
                        all.add(response, machine.span(next), machine.theme(next), machine.confidence(next));
                    }
                }
                if (decided != null) {
                    for (ReviewedAnswer.Choice choice : decided.choices()) {
                        Integer theme = place.get(choice.theme());
                        if (theme == null) {
                            throw new IllegalArgumentException("a reviewed answer names the theme " + choice.theme()
                                    + ", which is not in the codebook of " + question.id());
                        }
                        all.add(response, choice.span(), theme, 1);
                    }
                }
            }
            return all.build();
        }
    }
}
