package org.folkmoot.server.consultation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.FormulaGuard;
import org.folkmoot.corpus.Question;
import org.folkmoot.quality.Interval;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Themes against groups of respondents, as a page and as a file.
@RestController
public class TablePages {
    private final Pages pages;
    private final AskedQuestions questions;
    private final ClosedValues values;
    private final ComparingGroups comparing;
    private final AuditLog audit;

    TablePages(Pages pages, AskedQuestions questions, ClosedValues values, ComparingGroups comparing, AuditLog audit) {
        this.pages = pages;
        this.questions = questions;
        this.values = values;
        this.comparing = comparing;
        this.audit = audit;
    }

    /// @param by id of the question that divides, or `themes`; null if there is nothing to divide by
    /// @param table null if there is nothing to compare yet
    /// @param links whether a number leads to its answers: not for those who may not see who said what
    public record Model(
            long consultation,
            List<AskedQuestion> questions,
            List<ClosedValues.Divided> divided,
            @Nullable Long question,
            @Nullable String by,
            ComparingGroups.@Nullable Table table,
            boolean links,
            boolean mayExport) {
        public Model {
            questions = List.copyOf(questions);
            divided = List.copyOf(divided);
        }

        /// Whether themes are compared with themes.
        public boolean isByThemes() {
            return ComparingGroups.THEMES.equals(by);
        }

        /// Address of the answers behind a number.
        public String answers(ComparingGroups.Row row, ComparingGroups.@Nullable Column column) {
            AnswerFilter filter = AnswerFilter.everything()
                    .ofQuestion(question)
                    .withTheme(row.theme().value());
            return ExplorePages.address(
                    consultation,
                    column == null || by == null ? filter : filter.withValue(Long.parseLong(by), column.value()));
        }
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/explore/table")
    @Transactional(readOnly = true)
    public ResponseEntity<String> table(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam(required = false) @Nullable Long question,
            @RequestParam(required = false) @Nullable String by) {
        List<AskedQuestion> open = questions.of(consultation).stream()
                .filter(asked -> asked.kind() == Question.Kind.OPEN)
                .toList();
        List<ClosedValues.Divided> divided = values.of(consultation);
        Long ofQuestion = question != null || open.isEmpty()
                ? question
                : Long.valueOf(open.getFirst().id());
        String ofBy = by != null
                ? by
                : divided.isEmpty()
                        ? ComparingGroups.THEMES
                        : Long.toString(divided.getFirst().question().id());
        ComparingGroups.Table table = null;
        if (ofQuestion != null && (question != null || comparing.isCoded(ofQuestion))) {
            table = comparing.of(consultation, ofQuestion, ofBy);
        }
        return pages.show(
                "consultation/explore-table.jte",
                asker.in(consultation, "explore"),
                new Model(
                        consultation,
                        open,
                        divided,
                        ofQuestion,
                        ofBy,
                        table,
                        asker.may(Right.SEE_ORIGINAL, consultation) && !ofBy.equals(ComparingGroups.THEMES),
                        asker.may(Right.EXPORT, consultation)));
    }

    @Needs(Right.EXPORT)
    @GetMapping("/consultations/{consultation}/explore/table.csv")
    @Transactional
    public ResponseEntity<byte[]> csv(
            Asker asker, @PathVariable long consultation, @RequestParam long question, @RequestParam String by) {
        String code = questions.find(consultation, question).code();
        ComparingGroups.Table table = comparing.of(consultation, question, by);
        StringBuilder csv = new StringBuilder("\uFEFF");
        line(csv, "theme_id", "theme", "above", "group", "group_answers", "answers", "share", "low_95", "high_95");
        for (ComparingGroups.Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                ComparingGroups.Column column = table.columns().get(i);
                ComparingGroups.Cell cell = row.cells().get(i);
                Interval interval = cell.interval();
                line(
                        csv,
                        row.theme().value(),
                        row.headline(),
                        row.above(),
                        column.value(),
                        Integer.toString(column.base()),
                        interval == null ? "suppressed" : Integer.toString(cell.count()),
                        interval == null ? "" : Double.toString(cell.share()),
                        interval == null ? "" : Double.toString(interval.low()),
                        interval == null ? "" : Double.toString(interval.high()));
            }
        }
        audit.append(
                consultation,
                asker.actor(),
                "table.exported",
                "question " + question,
                Map.of("by", by.equals(ComparingGroups.THEMES) ? by : "question " + by));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code.replaceAll("[^A-Za-z0-9-]", "_") + "-table.csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder csv, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "\"" : ",\"")
                    .append(FormulaGuard.guard(cells[i]).replace("\"", "\"\""))
                    .append('"');
        }
        csv.append("\r\n");
    }
}
