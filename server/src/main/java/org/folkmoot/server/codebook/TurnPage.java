package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Says which edits are undone, or made again, together with one that others build on.
@RestController
public final class TurnPage {
    private final Pages pages;
    private final OpenQuestions questions;
    private final ViewingBoard viewing;

    TurnPage(Pages pages, OpenQuestions questions, ViewingBoard viewing) {
        this.pages = pages;
        this.questions = questions;
        this.viewing = viewing;
    }

    /// @param path of the board
    /// @param undoes whether the edit asked for is undone, rather than made again
    /// @param undone edits to undo, the latest first
    /// @param redone edits to make again, the latest first
    /// @param along numbers of all but the one asked for
    /// @param stay theme whose page to go back to, empty for the board
    public record Model(
            String path,
            OpenQuestion question,
            long entry,
            boolean undoes,
            List<HistoryLine> undone,
            List<HistoryLine> redone,
            List<Long> along,
            String stay) {}

    @Needs(Right.EDIT_THEMES)
    @GetMapping("/consultations/{consultation}/themes/{question}/turn")
    ResponseEntity<String> turn(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam long entry,
            @RequestParam(defaultValue = "") String stay) {
        OpenQuestion asked = questions.find(consultation, question);
        Kept kept = viewing.kept(consultation, question);
        Turn turn = viewing.turn(kept, entry);
        List<HistoryLine> undone = lines(kept, turn.undone());
        return pages.show(
                "codebook/turn.jte",
                asker.in(consultation, "themes"),
                new Model(
                        ThemeBoard.path(consultation, asked),
                        asked,
                        entry,
                        undone.stream().anyMatch(line -> line.number() == entry),
                        undone,
                        lines(kept, turn.redone()),
                        List.copyOf(turn.along()),
                        stay));
    }

    private static List<HistoryLine> lines(Kept kept, List<EditLog.Entry> entries) {
        List<Long> numbers = entries.stream().map(EditLog.Entry::number).toList();
        return HistoryLine.of(kept.log(), Words.ENGLISH).stream()
                .filter(line -> numbers.contains(line.number()))
                .toList();
    }

    static String path(long consultation, OpenQuestion question, long entry) {
        return ThemeBoard.path(consultation, question) + "/turn?entry=" + entry;
    }
}
