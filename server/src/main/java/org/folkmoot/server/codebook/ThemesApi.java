package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.folkmoot.server.platform.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The theme board for programs: one theme, edits with undo and redo, and what an edit would do.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}/questions/{question}")
class ThemesApi {
    private final OpenQuestions questions;
    private final ViewingBoard board;
    private final ViewingTheme viewing;
    private final EditingThemes editing;
    private final Codebooks codebooks;

    ThemesApi(
            OpenQuestions questions,
            ViewingBoard board,
            ViewingTheme viewing,
            EditingThemes editing,
            Codebooks codebooks) {
        this.questions = questions;
        this.board = board;
        this.viewing = viewing;
        this.editing = editing;
        this.codebooks = codebooks;
    }

    /// How far the themes of a question have come.
    ///
    /// @param mark of what is there now; a sign-off that sends it is refused if anything changed since
    /// @param signedOff number of the latest version, 0 if there is none
    record Standing(ThemeVersionState state, String mark, int signedOff, Gauge gauge, List<ThemeRow> themes) {}

    /// A theme with passages of answers: typical ones, those on its edge, and near ones that it does not have.
    record Theme(
            String id,
            String headline,
            String description,
            int submissions,
            int texts,
            List<ShownPassage> typical,
            List<ShownPassage> edge,
            List<ShownPassage> misses) {}

    /// A part that the engine proposes.
    record Part(String headline, List<String> keyPhrases, int passages) {}

    /// An edit that was made, undone or redone.
    ///
    /// @param entry its number, by which it is undone
    record Edited(long entry, Moved moved) {}

    @Needs(Right.VIEW)
    @Summary("The theme board: state, coverage, saturation curve and all themes, sub-themes below theirs.")
    @GetMapping("/board")
    Standing standing(@PathVariable long consultation, @PathVariable long question) {
        ViewingBoard.Board found = board.board(questions.find(consultation, question), 0, Words.ENGLISH)
                .orElseThrow(Refused::notFound);
        return new Standing(
                found.standing().state(),
                found.standing().mark(),
                found.standing().latest().map(Version::number).orElse(0),
                found.gauge(),
                found.themes());
    }

    @Needs(Right.VIEW)
    @Summary("One theme with its counts and passages.")
    @GetMapping("/themes/{theme}")
    Theme theme(Asker asker, @PathVariable long consultation, @PathVariable long question, @PathVariable String theme) {
        ThemeId id = new ThemeId(theme);
        ViewingTheme.Shown shown =
                viewing.theme(questions.find(consultation, question), id, asker.may(Right.SEE_ORIGINAL, consultation));
        return new Theme(
                theme,
                shown.theme().headline(),
                shown.theme().description(),
                shown.coded().submissions(id),
                shown.coded().texts(id),
                shown.typical(),
                shown.edge(),
                shown.misses());
    }

    @Needs(Right.EDIT_THEMES)
    @Summary("How the engine would split a theme; an edit `split` gives a headline for each part, in this order.")
    @GetMapping("/themes/{theme}/split")
    List<Part> split(@PathVariable long consultation, @PathVariable long question, @PathVariable String theme) {
        return editing.proposeSplit(questions.find(consultation, question).id(), new ThemeId(theme)).stream()
                .map(part -> new Part(
                        part.headline(), part.keyPhrases(), part.passages().size()))
                .toList();
    }

    @Needs(Right.EDIT_THEMES)
    @Summary("The passages nearest in meaning to some words, to make a theme of.")
    @GetMapping("/passages")
    List<ShownPassage> passages(
            Asker asker, @PathVariable long consultation, @PathVariable long question, @RequestParam String words) {
        return viewing.nearest(
                questions.find(consultation, question), words, asker.may(Right.SEE_ORIGINAL, consultation));
    }

    @Needs(Right.VIEW)
    @Summary("All edits of the themes, the latest first, with who undid which.")
    @GetMapping("/edits")
    List<HistoryLine> edits(@PathVariable long consultation, @PathVariable long question) {
        return HistoryLine.of(
                codebooks
                        .of(questions.find(consultation, question).id())
                        .orElseThrow(Refused::notFound)
                        .log(),
                Words.ENGLISH);
    }

    @Needs(Right.EDIT_THEMES)
    @Summary("Edits the themes and codes the question anew; which fields are needed depends on the edit.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/edits")
    Edited edit(
            Asker asker, @PathVariable long consultation, @PathVariable long question, @RequestBody AskedEdit asked) {
        long of = questions.find(consultation, question).id();
        return edited(of, asked.make(editing, of, asker.actor()));
    }

    @Needs(Right.EDIT_THEMES)
    @Summary("Undoes an edit of any time.")
    @PostMapping("/edits/{entry}/undo")
    Edited undo(Asker asker, @PathVariable long consultation, @PathVariable long question, @PathVariable long entry) {
        long of = questions.find(consultation, question).id();
        return edited(of, editing.undo(of, entry, asker.actor()));
    }

    @Needs(Right.EDIT_THEMES)
    @Summary("Makes an undone edit again.")
    @PostMapping("/edits/{entry}/redo")
    Edited redo(Asker asker, @PathVariable long consultation, @PathVariable long question, @PathVariable long entry) {
        long of = questions.find(consultation, question).id();
        return edited(of, editing.redo(of, entry, asker.actor()));
    }

    /// @throws Refused if the edit was not made
    Edited edited(long question, Outcome outcome) {
        Kept now = codebooks.of(question).orElseThrow(Refused::notFound);
        return switch (outcome) {
            case Outcome.Made(EditingThemes.Done done) ->
                new Edited(
                        done.entry().number(),
                        Moved.of(
                                done.entry().number(),
                                EditWords.notice(Words.ENGLISH, outcome, now.log()),
                                done.difference(),
                                done.after().themes()));
            case Outcome.Refused refused ->
                throw Refused.because(refused.why().code(), EditWords.notice(Words.ENGLISH, refused, now.log()));
        };
    }
}
