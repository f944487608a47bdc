package org.folkmoot.server.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.corpus.sample.BlindCheck;
import org.folkmoot.corpus.sample.CheckedFigures;
import org.folkmoot.quality.agreement.Caution.PrevalenceParadox;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.estimation.Caution;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.threshold.SelectiveCoding;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.review.BlindSamples.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A blind sample as people look at it: how far it is and, once it is closed, what it says.
@Component
public class SampleResults {
    /// Half the widths that prices are given for, in percentage points.
    public static final List<Integer> REACHES = List.of(10, 5, 3, 2);

    private final BlindSamples samples;
    private final Readings readings;
    private final SampleFigures figures;

    SampleResults(BlindSamples samples, Readings readings, SampleFigures figures) {
        this.samples = samples;
        this.readings = readings;
        this.figures = figures;
    }

    /// @param actions what this person may do with it now, as the life cycle names it
    /// @param figures null before it is closed
    public record Model(
            long consultation,
            long sample,
            String questionCode,
            String questionText,
            @Nullable Integer version,
            String plan,
            String stratifiedBy,
            long seed,
            String frameHash,
            SampleState state,
            String drawnBy,
            Instant drawnAt,
            List<Progress> readers,
            int differing,
            int adjudicated,
            List<String> actions,
            boolean mayAdjudicate,
            @Nullable Checked figures) {}

    /// How far a reader is.
    public record Progress(String name, int read, int drawn) {}

    /// What it says.
    ///
    /// @param reach half the width that `more` is for, in percentage points
    /// @param decided answers that people had decided on before
    /// @param alpha agreement on whole answers, empty with one reader
    /// @param unread from which confidence codings need not be read, as a sentence; empty where it
    ///     cannot be said
    public record Checked(
            int reach,
            int read,
            int population,
            int decided,
            boolean isReadTwice,
            String alpha,
            String unread,
            List<Row> rows,
            List<Price> prices,
            List<String> notes) {}

    /// What it costs to know a theme's share more narrowly.
    ///
    /// @param more for each of `REACHES` how many more answers to read, a dash where it cannot be said
    public record Price(String headline, boolean isBelow, List<String> more) {}

    /// One theme.
    public record Row(
            String headline,
            boolean isBelow,
            String draft,
            String share,
            String precision,
            String recall,
            String more,
            String agreement,
            String ac1,
            String percent,
            String present,
            boolean isParadox) {}

    /// @param holds which rights who looks has
    @Transactional(readOnly = true)
    public Model of(long consultation, long id, int reach, Predicate<Right> holds) {
        Sample sample = samples.one(consultation, id);
        boolean open = sample.state() == SampleState.ADJUDICATING || sample.state() == SampleState.CLOSED;
        return new Model(
                consultation,
                id,
                sample.questionCode(),
                sample.questionText(),
                sample.version(),
                sample.plan(),
                sample.stratifiedBy(),
                sample.seed(),
                sample.frameHash(),
                sample.state(),
                sample.drawnBy(),
                sample.drawnAt(),
                samples.readers(id).stream()
                        .map(reader -> new Progress(reader.name(), reader.read(), reader.drawn()))
                        .toList(),
                open ? readings.differing(id, sample.themes()).size() : 0,
                readings.adjudicated(id).size(),
                SampleState.LIFE_CYCLE.open(sample.state(), holds).stream()
                        .map(step -> step.action())
                        .toList(),
                sample.state() == SampleState.ADJUDICATING && holds.test(Right.ADJUDICATE),
                sample.state() == SampleState.CLOSED ? checked(sample, reach) : null);
    }

    private Checked checked(Sample sample, int reach) {
        SampleFigures.Figures found = figures.of(sample, reach / 100.0);
        BlindCheck check = found.check();
        boolean twice = check.readTwice() > 0;
        List<Row> rows = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (BlindCheck.ThemeCheck theme : check.themes()) {
            WorkingTheme named =
                    sample.themes().theme(new ThemeId(theme.theme())).orElseThrow();
            rows.add(row(theme, named, check.population(), twice));
            notes(theme, named.headline(), twice, notes);
        }
        SelectiveCoding unread = found.unread();
        return new Checked(
                reach,
                check.read(),
                check.population(),
                found.decided(),
                twice,
                twice ? CheckedFigures.coefficient(check.agreement()) : "",
                unread == null ? "" : unread.message(),
                List.copyOf(rows),
                prices(sample),
                List.copyOf(notes));
    }

    private List<Price> prices(Sample sample) {
        List<BlindCheck> checks = REACHES.stream()
                .map(points -> figures.of(sample, points / 100.0).check())
                .toList();
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < checks.getFirst().themes().size(); i++) {
            int theme = i;
            WorkingTheme named = sample.themes()
                    .theme(new ThemeId(checks.getFirst().themes().get(i).theme()))
                    .orElseThrow();
            prices.add(new Price(
                    named.headline(),
                    named.parent() != null,
                    checks.stream()
                            .map(check -> more(check.themes().get(theme).more()))
                            .toList()));
        }
        return prices;
    }

    private static String more(long answers) {
        return answers < 0 ? "–" : String.format(Locale.UK, "%,d", answers);
    }

    private static Row row(BlindCheck.ThemeCheck theme, WorkingTheme named, int population, boolean twice) {
        var agreement = theme.agreement();
        return new Row(
                named.headline(),
                named.parent() != null,
                String.format(Locale.UK, "%.1f%%", 100.0 * theme.figures().coded() / Math.max(1, population)),
                percent(theme.figures().share()),
                percent(theme.figures().accuracy().precision()),
                percent(theme.figures().accuracy().recall()),
                more(theme.more()),
                twice ? CheckedFigures.coefficient(agreement.alpha()) : "",
                twice ? CheckedFigures.coefficient(agreement.ac1()) : "",
                twice ? CheckedFigures.coefficient(agreement.percent()) : "",
                twice ? CheckedFigures.coefficient(agreement.present()) : "",
                twice && isParadox(agreement.alpha()));
    }

    private static boolean isParadox(Coefficient coefficient) {
        return coefficient instanceof Coefficient.Estimate estimate
                && estimate.cautions().stream().anyMatch(PrevalenceParadox.class::isInstance);
    }

    private static String percent(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured
                ? String.format(
                        Locale.UK,
                        "%.1f%% (%.1f to %.1f)",
                        100 * measured.value(),
                        100 * measured.interval().low(),
                        100 * measured.interval().high())
                : "–";
    }

    private static void notes(BlindCheck.ThemeCheck theme, String headline, boolean twice, Set<String> notes) {
        if (theme.figures().share() instanceof Estimate.Measured measured) {
            for (Caution caution : measured.cautions()) {
                notes.add(headline + ": " + caution.message());
            }
        }
        for (Estimate estimate : List.of(
                theme.figures().share(),
                theme.figures().accuracy().precision(),
                theme.figures().accuracy().recall())) {
            if (estimate instanceof Estimate.Refused refused) {
                notes.add(headline + ": " + refused.reason().message());
            }
        }
        if (twice && theme.agreement().alpha() instanceof Coefficient.Estimate alpha) {
            alpha.cautions().stream()
                    .filter(PrevalenceParadox.class::isInstance)
                    .forEach(caution -> notes.add(headline + ": " + caution.message()));
        }
    }
}
