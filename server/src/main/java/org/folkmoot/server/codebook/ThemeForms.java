package org.folkmoot.server.codebook;

import java.util.Set;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The forms of the theme board.
@RestController
class ThemeForms {
    private final Pages pages;
    private final OpenQuestions questions;
    private final Codebooks codebooks;
    private final EditingThemes editing;
    private final SigningOffThemes signingOff;

    ThemeForms(
            Pages pages,
            OpenQuestions questions,
            Codebooks codebooks,
            EditingThemes editing,
            SigningOffThemes signingOff) {
        this.pages = pages;
        this.questions = questions;
        this.codebooks = codebooks;
        this.editing = editing;
        this.signingOff = signingOff;
    }

    /// @param stay on the page of this theme, if it is still there; null for the board
    @Needs(Right.EDIT_THEMES)
    @PostMapping("/consultations/{consultation}/themes/{question}/edits")
    ResponseEntity<String> edit(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @ModelAttribute AskedEdit asked,
            @RequestParam @Nullable String stay) {
        OpenQuestion of = questions.find(consultation, question);
        return show(consultation, of, asked.make(editing, of.id(), asker.actor()), stay);
    }

    @Needs(Right.EDIT_THEMES)
    @PostMapping("/consultations/{consultation}/themes/{question}/undo")
    ResponseEntity<String> undo(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam long entry,
            @RequestParam @Nullable String stay) {
        OpenQuestion of = questions.find(consultation, question);
        Outcome outcome = editing.undo(of.id(), entry, asker.actor());
        return alone(consultation, of, entry, outcome, stay);
    }

    @Needs(Right.EDIT_THEMES)
    @PostMapping("/consultations/{consultation}/themes/{question}/redo")
    ResponseEntity<String> redo(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam long entry,
            @RequestParam @Nullable String stay) {
        OpenQuestion of = questions.find(consultation, question);
        Outcome outcome = editing.redo(of.id(), entry, asker.actor());
        return alone(consultation, of, entry, outcome, stay);
    }

    /// What came of an edit turned alone; where it takes others, the page that says which.
    private ResponseEntity<String> alone(
            long consultation, OpenQuestion of, long entry, Outcome outcome, @Nullable String stay) {
        Kept now = codebooks.of(of.id()).orElseThrow();
        boolean takesOthers = outcome instanceof Outcome.Refused refused
                && !(refused.why() instanceof EditLog.Changed.NotThere)
                && Turn.of(now.log(), entry).isPresent();
        return takesOthers
                ? pages.goTo(TurnPage.path(consultation, of, entry) + (isThere(now, stay) ? "&stay=" + stay : ""), null)
                : show(consultation, of, outcome, stay);
    }

    /// @param along numbers of the edits that go along
    @Needs(Right.EDIT_THEMES)
    @PostMapping("/consultations/{consultation}/themes/{question}/turn")
    ResponseEntity<String> turn(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam long entry,
            @RequestParam(defaultValue = "") Set<Long> along,
            @RequestParam @Nullable String stay) {
        OpenQuestion of = questions.find(consultation, question);
        return show(consultation, of, editing.turn(of.id(), entry, along, asker.actor()), stay);
    }

    @Needs(Right.SIGN_OFF)
    @PostMapping("/consultations/{consultation}/themes/{question}/sign-off")
    ResponseEntity<String> signOff(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam String mark,
            @RequestParam(defaultValue = "") String note) {
        OpenQuestion of = questions.find(consultation, question);
        int version = signingOff.signOff(of.id(), mark, note, asker.actor());
        return pages.goTo(
                ThemeBoard.path(consultation, of) + "/versions/" + version,
                Words.ENGLISH.t("version.signed-off", version));
    }

    private ResponseEntity<String> show(long consultation, OpenQuestion of, Outcome outcome, @Nullable String stay) {
        Kept now = codebooks.of(of.id()).orElseThrow();
        String notice = EditWords.notice(Words.ENGLISH, outcome, now.log());
        String board = ThemeBoard.path(consultation, of);
        String to = isThere(now, stay) ? board + "/" + stay : board;
        return outcome instanceof Outcome.Made made
                ? pages.goTo(to + "?changed=" + made.done().entry().number(), notice)
                : pages.refuse(to, notice);
    }

    private static boolean isThere(Kept now, @Nullable String theme) {
        return theme != null
                && !theme.isBlank()
                && now.themes().theme(new ThemeId(theme)).isPresent();
    }
}
