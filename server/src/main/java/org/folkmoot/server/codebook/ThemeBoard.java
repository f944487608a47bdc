package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The board on which a team shapes the themes of a question.
@RestController
public final class ThemeBoard {
    private static final int LINES = 12;

    private final Pages pages;
    private final OpenQuestions questions;
    private final ViewingBoard viewing;
    private final DecidingUncovered uncovered;

    ThemeBoard(Pages pages, OpenQuestions questions, ViewingBoard viewing, DecidingUncovered uncovered) {
        this.pages = pages;
        this.questions = questions;
        this.viewing = viewing;
        this.uncovered = uncovered;
    }

    /// @param state null before the first run is done
    /// @param signedOff number of the latest version, 0 if there is none
    public record Listed(OpenQuestion question, @Nullable ThemeVersionState state, int themes, int signedOff) {}

    /// The list of questions.
    public record Questions(String path, List<Listed> questions) {}

    /// A board.
    ///
    /// @param path of the board
    /// @param mark of what would be signed off
    /// @param signedOff the latest version, 0 if there is none
    /// @param history the latest entries
    /// @param entries how many there are in all
    /// @param moved what one edit changed, null if none is shown
    /// @param awaiting how many arguments that no theme covers await a decision
    public record Model(
            String path,
            OpenQuestion question,
            boolean mayEdit,
            boolean maySignOff,
            ThemeVersionState state,
            int signedOff,
            String mark,
            List<ThemeRow> themes,
            Gauge gauge,
            int decided,
            List<HistoryLine> history,
            int entries,
            @Nullable Moved moved,
            long awaiting) {}

    /// Before the first run.
    public record Waiting(OpenQuestion question) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes")
    ResponseEntity<String> list(Asker asker, @PathVariable long consultation) {
        return pages.show(
                "codebook/questions.jte",
                asker.in(consultation, "themes"),
                new Questions(path(consultation), viewing.list(consultation)));
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}")
    ResponseEntity<String> board(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam(defaultValue = "0") long changed) {
        OpenQuestion asked = questions.find(consultation, question);
        return viewing.board(asked, changed, Words.ENGLISH)
                .map(board -> pages.show(
                        "codebook/board.jte",
                        asker.in(consultation, "themes"),
                        new Model(
                                path(consultation, asked),
                                asked,
                                asker.may(Right.EDIT_THEMES, consultation),
                                isOpen(asker, consultation, board.standing().state()),
                                board.standing().state(),
                                board.standing().latest().map(Version::number).orElse(0),
                                board.standing().mark(),
                                board.themes(),
                                board.gauge(),
                                board.coded().decided(),
                                board.history().stream().limit(LINES).toList(),
                                board.history().size(),
                                board.moved(),
                                uncovered.awaiting(board.coded().kept()))))
                .orElseGet(
                        () -> pages.show("codebook/waiting.jte", asker.in(consultation, "themes"), new Waiting(asked)));
    }

    private static boolean isOpen(Asker asker, long consultation, ThemeVersionState state) {
        return ThemeVersionState.LIFE_CYCLE.open(state, right -> asker.may(right, consultation)).stream()
                .anyMatch(step -> step.to() == ThemeVersionState.SIGNED_OFF);
    }

    /// The page of all edits.
    public record History(String path, OpenQuestion question, boolean mayEdit, List<HistoryLine> lines) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/history")
    ResponseEntity<String> history(Asker asker, @PathVariable long consultation, @PathVariable String question) {
        OpenQuestion asked = questions.find(consultation, question);
        return pages.show(
                "codebook/history.jte",
                asker.in(consultation, "themes"),
                new History(
                        path(consultation, asked),
                        asked,
                        asker.may(Right.EDIT_THEMES, consultation),
                        HistoryLine.of(viewing.kept(consultation, question).log(), Words.ENGLISH)));
    }

    static String path(long consultation) {
        return "/consultations/" + consultation + "/themes";
    }

    static String path(long consultation, OpenQuestion question) {
        return path(consultation) + "/" + question.code();
    }
}
