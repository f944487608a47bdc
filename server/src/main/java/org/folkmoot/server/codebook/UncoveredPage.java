package org.folkmoot.server.codebook;

import java.util.List;
import java.util.Optional;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The arguments that no theme covers, each awaiting a person's decision.
@RestController
public final class UncoveredPage {
    private static final int FEW = 3;

    private final Pages pages;
    private final OpenQuestions questions;
    private final ViewingBoard board;
    private final ViewingTheme viewing;
    private final UncoveredArguments arguments;
    private final DecidingUncovered deciding;

    UncoveredPage(
            Pages pages,
            OpenQuestions questions,
            ViewingBoard board,
            ViewingTheme viewing,
            UncoveredArguments arguments,
            DecidingUncovered deciding) {
        this.pages = pages;
        this.questions = questions;
        this.board = board;
        this.viewing = viewing;
        this.arguments = arguments;
        this.deciding = deciding;
    }

    /// An argument with some of its passages.
    public record Item(
            long id,
            String headline,
            List<String> keyPhrases,
            int size,
            List<ShownPassage> passages,
            UncoveredState state,
            String reason,
            @Nullable String decidedBy) {}

    /// The page.
    public record Model(
            String path, OpenQuestion question, boolean mayEdit, List<Item> items, List<ThemePage.Choice> themes) {
        /// Those that await a decision.
        public List<Item> waiting() {
            return items.stream()
                    .filter(item -> item.state() == UncoveredState.OPEN)
                    .toList();
        }

        /// Those that somebody decided on.
        public List<Item> decided() {
            return items.stream()
                    .filter(item -> item.state() != UncoveredState.OPEN)
                    .toList();
        }
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/uncovered")
    ResponseEntity<String> list(Asker asker, @PathVariable long consultation, @PathVariable String question) {
        OpenQuestion asked = questions.find(consultation, question);
        Kept kept = board.kept(consultation, question);
        List<Item> items = items(kept, asker.may(Right.SEE_ORIGINAL, consultation));
        return pages.show(
                "codebook/uncovered.jte",
                asker.in(consultation, "themes"),
                new Model(
                        ThemeBoard.path(consultation, asked),
                        asked,
                        asker.may(Right.EDIT_THEMES, consultation),
                        items,
                        kept.themes().themes().stream()
                                .map(theme -> new ThemePage.Choice(theme.id().value(), theme.headline()))
                                .toList()));
    }

    /// The arguments with the words that a reader may see.
    List<Item> items(Kept kept, boolean original) {
        return arguments.of(kept.codedBy()).stream()
                .map(argument -> new Item(
                        argument.id(),
                        argument.headline(),
                        argument.keyPhrases(),
                        argument.passages().size(),
                        viewing.shown(
                                kept, argument.passages().stream().limit(FEW).toList(), original),
                        argument.state(),
                        argument.reason(),
                        argument.decidedBy()))
                .toList();
    }

    @Needs(Right.EDIT_THEMES)
    @PostMapping("/consultations/{consultation}/themes/{question}/uncovered/{argument}")
    ResponseEntity<String> decide(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @PathVariable long argument,
            @ModelAttribute AskedDecision asked) {
        OpenQuestion of = questions.find(consultation, question);
        Optional<Outcome> outcome = asked.make(deciding, of.id(), argument, asker.actor());
        String notice = outcome.map(made -> EditWords.notice(
                        Words.ENGLISH, made, board.kept(consultation, question).log()))
                .orElseGet(() -> Words.ENGLISH.t(asked.isReopening() ? "uncovered.reopened" : "uncovered.dismissed"));
        String path = ThemeBoard.path(consultation, of) + "/uncovered";
        return outcome.filter(Outcome.Refused.class::isInstance).isPresent()
                ? pages.refuse(path, notice)
                : pages.goTo(path, notice);
    }
}
