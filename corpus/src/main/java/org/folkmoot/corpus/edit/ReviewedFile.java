package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Span;

/// An edited `codings.csv` (or the sheet "Codings" of an edited `results.xlsx`), read with all its faults.
///
/// An answer counts as reviewed when a name stands in `reviewed_by` in any of its rows. The themes in its rows are then
/// exactly its themes: rows deleted are themes taken away, rows added are themes given (the passage may be left blank),
/// and one row with a name and no theme says "no theme". The id in `theme` counts; `theme_headline` is there to be
/// read, and
/// is looked up only where the id is blank. Rows are matched to answers by file, sheet and row, else by respondent.
///
/// @param answers by question id and index of the response
/// @param faults with the row and the remedy; if one is an error the answers are not to be used
public record ReviewedFile(Map<String, SortedMap<Integer, ReviewedAnswer>> answers, List<Fault> faults) {
    private static final String SHEET = "Codings";

    /// Reads what people decided on the answers of a consultation.
    ///
    /// @param codebooks by question id, for every question whose answers may stand in the file
    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static ReviewedFile read(Path file, Consultation consultation, Map<String, Codebook> codebooks) {
        return new Reading(file, consultation, codebooks).read();
    }

    /// Whether the answers can be used.
    public boolean isUsable() {
        return faults.stream().noneMatch(fault -> fault.severity() == Fault.Severity.ERROR);
    }

    private record Answer(Question question, int response) {
        String id() {
            return question.id();
        }
    }

    private static final class Reading {
        private final Path file;
        private final Consultation consultation;
        private final Map<String, Question> questions = new HashMap<>();
        private final Map<String, ThemeNames> themes = new HashMap<>();
        private final ResponseRows responses;
        private final List<Fault> faults = new ArrayList<>();
        private final Map<Answer, Set<String>> reviewers = new LinkedHashMap<>();
        private final Map<Answer, Set<ReviewedAnswer.Choice>> choices = new HashMap<>();
        private int rows;

        Reading(Path file, Consultation consultation, Map<String, Codebook> codebooks) {
            this.file = file;
            this.consultation = consultation;
            this.responses = new ResponseRows(consultation);
            consultation.questions(Question.Kind.OPEN).forEach(question -> questions.put(question.id(), question));
            codebooks.forEach((id, codebook) -> themes.put(id, new ThemeNames(codebook)));
        }

        /// Reads twice: first for who is reviewed, so that of a file with millions of rows only theirs are kept.
        ReviewedFile read() {
            EditedTable table = new EditedTable(file, SHEET);
            table.forEach(this::findReviewer);
            if (rows == 0) {
                faults.add(CodebookFile.error(
                        "empty",
                        new Source(String.valueOf(file.getFileName()), "", 0),
                        "",
                        "there is no row with a reviewed answer",
                        "give back codings.csv with the rows you read, or leave out --reviewed"));
            } else if (reviewers.isEmpty() && faults.isEmpty()) {
                faults.add(new Fault(
                        Fault.Severity.WARNING,
                        "nobody-reviewed",
                        new Source(String.valueOf(file.getFileName()), "", 0),
                        "reviewed_by",
                        "no row names a reviewer, so no answer counts as reviewed",
                        "write your name in reviewed_by in a row of each answer you read"));
            }
            table.forEach(this::findChoice);
            Map<String, SortedMap<Integer, ReviewedAnswer>> answers = new TreeMap<>();
            reviewers.forEach((answer, names) -> answers.computeIfAbsent(answer.id(), _ -> new TreeMap<>())
                    .put(
                            answer.response(),
                            new ReviewedAnswer(
                                    String.join(", ", names),
                                    List.copyOf(choices.getOrDefault(answer, Collections.emptySet())))));
            return new ReviewedFile(answers, List.copyOf(faults));
        }

        private void findReviewer(EditedTable.Line line) {
            rows++;
            String reviewer = line.word("reviewed_by");
            if (!reviewer.isEmpty()) {
                answer(line, true)
                        .ifPresent(answer -> reviewers
                                .computeIfAbsent(answer, _ -> new LinkedHashSet<>())
                                .add(reviewer));
            }
        }

        private void findChoice(EditedTable.Line line) {
            Optional<Answer> found = answer(line, false).filter(reviewers::containsKey);
            if (found.isEmpty() || (line.word("theme") + line.word("theme_headline")).isEmpty()) {
                return;
            }
            Answer answer = found.get();
            if (text(answer).isBlank()) {
                faults.add(CodebookFile.error(
                        "theme-of-blank-answer",
                        line.source(),
                        "theme",
                        "the answer of this row is blank and cannot carry a theme",
                        "clear theme, or see that the columns file, sheet and row name the answer you read"));
                return;
            }
            ThemeNames names = themes.getOrDefault(answer.id(), ThemeNames.NONE);
            Optional<String> theme = names.find(line.word("theme"), line.word("theme_headline"));
            if (theme.isEmpty()) {
                faults.add(CodebookFile.error(
                        "unknown-theme",
                        line.source(),
                        "theme",
                        line.word("theme").isEmpty()
                                ? "no one theme has this headline"
                                : "there is no theme " + line.word("theme") + " in the codebook of "
                                        + answer.question(),
                        "write an id from themes.csv, or add the theme there first"));
                return;
            }
            choices.computeIfAbsent(answer, _ -> new LinkedHashSet<>())
                    .add(new ReviewedAnswer.Choice(theme.get(), span(line, answer)));
        }

        private Optional<Answer> answer(EditedTable.Line line, boolean complain) {
            String id = line.word("question").isEmpty() && questions.size() == 1
                    ? questions.keySet().iterator().next()
                    : line.word("question");
            Question question = questions.get(id);
            Optional<Integer> response = responses.find(line);
            if (complain && question == null) {
                faults.add(CodebookFile.error(
                        "unknown-question",
                        line.source(),
                        "question",
                        "there is no open question \"" + id + "\"",
                        "leave the column question as it was written"));
            } else if (complain && response.isEmpty()) {
                faults.add(CodebookFile.error(
                        "unknown-answer",
                        line.source(),
                        "row",
                        "no response was received in this file and row, or from this respondent alone",
                        "leave the columns respondent, file, sheet and row as they were written"));
            }
            return question == null ? Optional.empty() : response.map(index -> new Answer(question, index));
        }

        private String text(Answer answer) {
            int column = consultation.indexOf(answer.question());
            return consultation.responses().get(answer.response()).values().get(column);
        }

        private Span span(EditedTable.Line line, Answer answer) {
            String text = text(answer);
            PassageCells cells = new PassageCells(line.word("start"), line.word("end"), line.text("passage"));
            return cells.in(text).orElseGet(() -> {
                faults.add(new Fault(
                        Fault.Severity.WARNING,
                        "passage-not-found",
                        line.source(),
                        "passage",
                        "the passage is not in the answer word for word; the whole answer is taken",
                        "copy the passage from the answer, or leave passage, start and end blank"));
                return new Span(0, text.length());
            });
        }
    }
}
