package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
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
    /// @param to number of a version, 0 for now
    /// @param moved how many answers moved in all
    /// @param page counts from 1
    public record Changes(
            String path,
            OpenQuestion question,
            int from,
            int to,
            List<Moved.Line> themes,
            List<Answer> answers,
            int moved,
            int page,
            int pages) {
        /// What became of one answer.
        public record Answer(String words, List<String> lost, List<String> gained) {}
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
        return pages.show(
                "codebook/changes.jte",
                asker.in(consultation, "themes"),
                changes(
                        consultation,
                        questions.find(consultation, question),
                        new Range(version, to, page),
                        asker.may(Right.SEE_ORIGINAL, consultation)));
    }

    /// @param to number of a version, 0 for now
    /// @param page counts from 1
    record Range(int from, int to, int page) {}

    Changes changes(long consultation, OpenQuestion asked, Range range, boolean original) {
        int version = range.from();
        int to = range.to();
        ComparingVersions.Compared compared = comparing.compare(asked.id(), version, to);
        int moved = compared.difference().answers().size();
        int last = Math.max(1, Math.ceilDiv(moved, PAGE));
        int at = Math.clamp(range.page(), 1, last);
        return new Changes(
                ThemeBoard.path(consultation, asked),
                asked,
                version,
                to,
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
