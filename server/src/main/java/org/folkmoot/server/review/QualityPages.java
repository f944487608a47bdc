package org.folkmoot.server.review;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.quality.sampling.SampleSize;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.identity.Teams;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Quality: blind samples, their progress and what they say.
@RestController
public final class QualityPages {
    private final Pages pages;
    private final BlindSamples samples;
    private final DrawingSamples drawing;
    private final SampleResults results;
    private final SampleFrame frames;
    private final Versions versions;
    private final Teams teams;

    QualityPages(
            Pages pages,
            BlindSamples samples,
            DrawingSamples drawing,
            SampleResults results,
            SampleFrame frames,
            Versions versions,
            Teams teams) {
        this.pages = pages;
        this.samples = samples;
        this.drawing = drawing;
        this.results = results;
        this.frames = frames;
        this.versions = versions;
        this.teams = teams;
    }

    /// @param reach half the width planned for, in percentage points
    public record Model(
            long consultation,
            List<Line> samples,
            List<Question> questions,
            List<Teams.Member> reviewers,
            List<String> plans,
            List<String> strata,
            int reach,
            boolean mayDraw) {}

    /// One sample in the list.
    public record Line(
            long id, String questionCode, String plan, SampleState state, String drawnBy, java.time.Instant drawnAt) {}

    /// A question that can be sampled.
    ///
    /// @param frame how many answers can be drawn
    /// @param half how many to read for a share of one half
    /// @param tenth how many for one tenth
    /// @param versions numbers of signed-off versions
    public record Question(
            long id, String code, String text, int frame, long half, long tenth, List<Integer> versions) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/quality")
    ResponseEntity<String> list(
            @PathVariable long consultation, @RequestParam(defaultValue = "5") int reach, Asker asker) {
        int points = Math.clamp(reach, 1, 50);
        List<Question> questions = new ArrayList<>();
        for (SampleFrame.Sampled sampled : frames.sampled(consultation)) {
            questions.add(new Question(
                    sampled.question(),
                    sampled.code(),
                    sampled.text(),
                    sampled.size(),
                    plan(0.5, points, sampled.size()),
                    plan(0.1, points, sampled.size()),
                    versions.numbers(sampled.question())));
        }
        Model model = new Model(
                consultation,
                samples.of(consultation).stream()
                        .map(sample -> new Line(
                                sample.id(),
                                sample.questionCode(),
                                sample.plan(),
                                sample.state(),
                                sample.drawnBy(),
                                sample.drawnAt()))
                        .toList(),
                questions,
                teams.of(consultation).stream()
                        .filter(member -> member.role() == Role.REVIEWER)
                        .toList(),
                java.util.Arrays.stream(DrawingSamples.Plan.values())
                        .map(DrawingSamples.Plan::name)
                        .toList(),
                SampleFrame.STRATA,
                points,
                asker.may(Right.DRAW_SAMPLE, consultation));
        return pages.show("review/quality.jte", asker.in(consultation, "quality"), model);
    }

    private static long plan(double share, int points, int frame) {
        return frame < 1 ? 0 : SampleSize.forShare(share, new SampleSize.Aim(points / 100.0, 0.95, frame, 0));
    }

    @Needs(Right.DRAW_SAMPLE)
    @PostMapping("/consultations/{consultation}/quality")
    ResponseEntity<String> draw(
            @PathVariable long consultation,
            @RequestParam long question,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam String plan,
            @RequestParam int n,
            @RequestParam(defaultValue = "language") String by,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") List<Long> reader,
            Asker asker) {
        long id = drawing.draw(consultation, question, wish(version, plan, n, by, seed, reader), asker);
        return pages.goTo("/consultations/" + consultation + "/quality/" + id, Words.ENGLISH.t("quality.drawn"));
    }

    /// What a form or a program asks for.
    static DrawingSamples.Wish wish(
            int version, String plan, int n, String by, @Nullable String seed, List<Long> readers) {
        try {
            long number = seed == null || seed.isBlank()
                    ? new SecureRandom().nextInt(1, 1 << 30)
                    : Long.parseLong(seed.strip());
            return new DrawingSamples.Wish(
                    version, DrawingSamples.Plan.valueOf(plan.toUpperCase(Locale.ROOT)), n, by, number, readers);
        } catch (IllegalArgumentException e) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "sample-plan");
        }
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/quality/{sample}")
    ResponseEntity<String> sample(
            @PathVariable long consultation,
            @PathVariable long sample,
            @RequestParam(defaultValue = "5") int reach,
            Asker asker) {
        return pages.show(
                "review/sample.jte",
                asker.in(consultation, "quality"),
                results.of(consultation, sample, Math.clamp(reach, 1, 50), right -> asker.may(right, consultation)));
    }

    @Needs(Right.DRAW_SAMPLE)
    @PostMapping("/consultations/{consultation}/quality/{sample}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable long consultation, @PathVariable long sample, Asker asker) {
        drawing.withdraw(consultation, sample, asker);
        return pages.goTo("/consultations/" + consultation + "/quality", Words.ENGLISH.t("quality.withdrawn"));
    }
}
