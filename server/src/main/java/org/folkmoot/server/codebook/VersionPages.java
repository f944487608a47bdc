package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.Span;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The signed-off versions of a question's themes, and what moved between them.
@RestController
public final class VersionPages {
    private static final int PAGE = 25;

    private final Pages pages;
    private final OpenQuestions questions;
    private final ComparingVersions comparing;
    private final PublishableTexts publishable;

    VersionPages(Pages pages, OpenQuestions questions, ComparingVersions comparing, PublishableTexts publishable) {
        this.pages = pages;
        this.questions = questions;
        this.comparing = comparing;
        this.publishable = publishable;
    }

    /// All versions.
    public record All(String path, OpenQuestion question, List<Version> versions) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/versions")
    ResponseEntity<String> all(Asker asker, @PathVariable long consultation, @PathVariable String question) {
        OpenQuestion asked = questions.find(consultation, question);
        return pages.show(
                "codebook/versions.jte",
                asker.in(consultation, "themes"),
                new All(ThemeBoard.path(consultation, asked), asked, comparing.versions(asked.id())));
    }

    /// One version.
    ///
    /// @param themes in their order, sub-themes after theirs
    public record One(String path, OpenQuestion question, Version version, List<Line> themes) {
        /// A theme as it was.
        public record Line(WorkingTheme theme, int answers) {}
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/versions/{version}")
    ResponseEntity<String> one(
            Asker asker, @PathVariable long consultation, @PathVariable String question, @PathVariable int version) {
        return pages.show(
                "codebook/version.jte",
                asker.in(consultation, "themes"),
                one(consultation, questions.find(consultation, question), version));
    }

    One one(long consultation, OpenQuestion asked, int version) {
        ComparingVersions.Frozen frozen = comparing.frozen(asked.id(), version);
        List<One.Line> lines = new ArrayList<>();
        Codebook themes = frozen.version().themes();
        for (WorkingTheme theme : themes.themes()) {
            if (theme.parent() == null) {
                lines.add(line(frozen, theme));
                themes.below(theme.id()).forEach(below -> lines.add(line(frozen, below)));
            }
        }
        return new One(ThemeBoard.path(consultation, asked), asked, frozen.version(), lines);
    }

    private static One.Line line(ComparingVersions.Frozen frozen, WorkingTheme theme) {
        return new One.Line(theme, frozen.counts().getOrDefault(theme.id(), 0));
    }

    /// What moved.
    ///
    /// @param back where the versions or edits are listed
    /// @param here address of a page of it, but for its number
    /// @param moved how many answers moved in all
    /// @param page counts from 1
    public record Changes(
            long consultation,
            OpenQuestion question,
            String title,
            String back,
            String here,
            List<Moved.Line> themes,
            List<Answer> answers,
            int moved,
            int page,
            int pages) {
        /// What became of one answer.
        public record Answer(long id, String words, List<String> lost, List<String> gained) {}
    }

    /// @param to number of a version, 0 for now
    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/versions/{version}/changes")
    ResponseEntity<String> changes(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "1") int page) {
        OpenQuestion asked = questions.find(consultation, question);
        return pages.show(
                "codebook/changes.jte",
                asker.in(consultation, "themes"),
                changes(
                        consultation,
                        asked,
                        new Range(version, to, page),
                        asker.may(Right.SEE_ORIGINAL, consultation)));
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/themes/{question}/history/{entry}")
    ResponseEntity<String> edit(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable String question,
            @PathVariable long entry,
            @RequestParam(defaultValue = "1") int page) {
        OpenQuestion asked = questions.find(consultation, question);
        String all = ThemeBoard.path(consultation, asked) + "/history";
        Place place = new Place(
                consultation, asked, Words.ENGLISH.t("changes.by-edit", entry), all, all + "/" + entry + "?page=");
        return pages.show(
                "codebook/changes.jte",
                asker.in(consultation, "themes"),
                changes(place, comparing.edit(asked.id(), entry), page, asker.may(Right.SEE_ORIGINAL, consultation)));
    }

    /// @param to number of a version, 0 for now
    /// @param page counts from 1
    record Range(int from, int to, int page) {}

    /// What is compared, and where its pages are.
    private record Place(long consultation, OpenQuestion question, String title, String back, String here) {}

    Changes changes(long consultation, OpenQuestion asked, Range range, boolean original) {
        int from = range.from();
        int to = range.to();
        String all = ThemeBoard.path(consultation, asked) + "/versions";
        String title = to == 0 ? Words.ENGLISH.t("changes.since", from) : Words.ENGLISH.t("changes.between", from, to);
        Place place = new Place(consultation, asked, title, all, all + "/" + from + "/changes?to=" + to + "&page=");
        return changes(place, comparing.compare(asked.id(), from, to), range.page(), original);
    }

    private Changes changes(Place place, ComparingVersions.Compared compared, int page, boolean original) {
        int moved = compared.difference().answers().size();
        int last = Math.max(1, Math.ceilDiv(moved, PAGE));
        int at = Math.clamp(page, 1, last);
        return new Changes(
                place.consultation(),
                place.question(),
                place.title(),
                place.back(),
                place.here(),
                compared.difference().themes().stream()
                        .map(of -> Moved.line(of, compared.to().themes()))
                        .toList(),
                answers(compared, at, original),
                moved,
                at,
                last);
    }

    private List<Changes.Answer> answers(ComparingVersions.Compared compared, int page, boolean original) {
        List<Map.Entry<Integer, Difference.OfAnswer>> shown = compared.difference().answers().entrySet().stream()
                .skip((long) PAGE * (page - 1))
                .limit(PAGE)
                .toList();
        Map<Long, List<Span>> hidden = original
                ? Map.of()
                : publishable.hidden(shown.stream()
                        .map(entry -> compared.answers()[entry.getKey()])
                        .toList());
        return shown.stream()
                .map(entry -> {
                    int index = entry.getKey();
                    List<Span> of = hidden.getOrDefault(compared.answers()[index], List.of());
                    return new Changes.Answer(
                            compared.answers()[index],
                            PublishableText.of(compared.texts().get(index), of).text(),
                            headlines(compared, entry.getValue().lost()),
                            headlines(compared, entry.getValue().gained()));
                })
                .toList();
    }

    private static List<String> headlines(ComparingVersions.Compared compared, Collection<ThemeId> themes) {
        return themes.stream()
                .map(id -> compared.to()
                        .themes()
                        .theme(id)
                        .or(() -> compared.from().themes().theme(id))
                        .map(WorkingTheme::headline)
                        .orElse(id.value()))
                .toList();
    }
}
