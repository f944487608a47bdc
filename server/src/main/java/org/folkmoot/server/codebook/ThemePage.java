package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.corpus.run.Bench;
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

/// The page of one theme, and those on which it is split or a new one is made.
@RestController
public final class ThemePage {
    private final Pages pages;
    private final OpenQuestions questions;
    private final ViewingBoard board;
    private final ViewingTheme viewing;
    private final EditingThemes editing;

    ThemePage(Pages pages, OpenQuestions questions, ViewingBoard board, ViewingTheme viewing, EditingThemes editing) {
        this.pages = pages;
        this.questions = questions;
        this.board = board;
        this.viewing = viewing;
        this.editing = editing;
    }

    /// A theme to choose.
    public record Choice(String id, String headline) {}

    /// One theme.
    ///
    /// @param path of the board
    /// @param origin of a part, the headline or id of what was split; empty otherwise
    /// @param hasOwn whether it carries answers itself that could be parted, rather than all through its sub-themes
    /// @param others all other themes
    /// @param tops other themes at the top, under which it may be moved
    /// @param history edits of this theme, the latest first
    public record Model(
            String path,
            OpenQuestion question,
            boolean mayEdit,
            WorkingTheme theme,
            String parent,
            String origin,
            int submissions,
            int texts,
            double share,
            boolean hasOwn,
            List<ShownPassage> typical,
            List<ShownPassage> edge,
            List<ShownPassage> misses,
            List<Choice> others,
            List<Choice> tops,
            List<HistoryLine> history,
            @Nullable Moved moved) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/{theme}")
    ResponseEntity<String> theme(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @PathVariable String theme,
            @RequestParam(defaultValue = "0") long changed) {
        OpenQuestion asked = questions.find(consultation, question);
        ThemeId id = new ThemeId(theme);
        ViewingTheme.Shown shown = viewing.theme(asked, id, asker.may(Right.SEE_ORIGINAL, consultation));
        CodedQuestion coded = shown.coded();
        EditLog log = coded.kept().log();
        List<Long> ofTheme = log.entries().stream()
                .filter(entry -> entry.edit().subjects().contains(id))
                .map(EditLog.Entry::number)
                .toList();
        return pages.show(
                "codebook/theme.jte",
                asker.in(consultation, "themes"),
                new Model(
                        ThemeBoard.path(consultation, asked),
                        asked,
                        asker.may(Right.EDIT_THEMES, consultation),
                        shown.theme(),
                        headline(coded.themes(), shown.theme().parent()),
                        headline(coded.themes(), shown.theme().provenance().of()),
                        coded.submissions(id),
                        coded.texts(id),
                        Math.min(1, (double) coded.submissions(id) / Math.max(1, coded.analysed())),
                        coded.themes().below(id).isEmpty() || !coded.alone(id).isEmpty(),
                        shown.typical(),
                        shown.edge(),
                        shown.misses(),
                        choices(coded.themes(), id, false),
                        choices(coded.themes(), id, true),
                        HistoryLine.of(log, Words.ENGLISH).stream()
                                .filter(line -> ofTheme.contains(line.number()))
                                .toList(),
                        board.moved(coded.kept(), changed, Words.ENGLISH)));
    }

    private static String headline(Codebook themes, @Nullable ThemeId id) {
        return id == null ? "" : themes.theme(id).map(WorkingTheme::headline).orElse(id.value());
    }

    private static List<Choice> choices(Codebook themes, ThemeId but, boolean atTheTop) {
        return themes.themes().stream()
                .filter(theme -> !theme.id().equals(but) && (!atTheTop || theme.parent() == null))
                .map(theme -> new Choice(theme.id().value(), theme.headline()))
                .toList();
    }

    /// How a theme might be split.
    ///
    /// @param mayBeBeside whether the parts may take its place, which they cannot while it has sub-themes
    /// @param mayBeBelow whether they may become its sub-themes
    public record Splitting(
            String path,
            OpenQuestion question,
            WorkingTheme theme,
            boolean mayBeBeside,
            boolean mayBeBelow,
            List<Part> parts) {
        /// A part that the engine proposes.
        public record Part(String headline, List<String> keyPhrases, int passages, List<ShownPassage> examples) {}
    }

    @Needs(Right.EDIT_THEMES)
    @GetMapping("/consultations/{consultation}/themes/{question}/{theme}/split")
    ResponseEntity<String> split(
            Asker asker, @PathVariable long consultation, @PathVariable String question, @PathVariable String theme) {
        OpenQuestion asked = questions.find(consultation, question);
        ThemeId id = new ThemeId(theme);
        Kept kept = board.kept(consultation, question);
        List<Bench.Part> parts = editing.proposeSplit(asked.id(), id);
        WorkingTheme whole = kept.themes().theme(id).orElseThrow();
        return pages.show(
                "codebook/split.jte",
                asker.in(consultation, "themes"),
                new Splitting(
                        ThemeBoard.path(consultation, asked),
                        asked,
                        whole,
                        kept.themes().below(id).isEmpty(),
                        whole.parent() == null,
                        parts.stream().map(part -> part(kept, part)).toList()));
    }

    private Splitting.Part part(Kept kept, Bench.Part part) {
        return new Splitting.Part(
                part.headline(), part.keyPhrases(), part.passages().size(), viewing.examples(kept, part.passages()));
    }

    /// A theme to be made.
    ///
    /// @param found passages near the words looked for, or those ticked on another page
    public record Adding(
            String path,
            OpenQuestion question,
            String headline,
            String words,
            List<ShownPassage> found,
            List<Choice> tops) {}

    @Needs(Right.EDIT_THEMES)
    @GetMapping("/consultations/{consultation}/themes/{question}/add")
    ResponseEntity<String> add(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String headline) {
        OpenQuestion asked = questions.find(consultation, question);
        Kept kept = board.kept(consultation, question);
        return pages.show(
                "codebook/add.jte",
                asker.in(consultation, "themes"),
                new Adding(
                        ThemeBoard.path(consultation, asked),
                        asked,
                        headline,
                        words,
                        words.isBlank() ? List.of() : viewing.nearest(asked, words, true),
                        choices(kept.themes(), new ThemeId("-"), true)));
    }
}
