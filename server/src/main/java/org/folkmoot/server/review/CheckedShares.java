package org.folkmoot.server.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.corpus.sample.BlindCheck;
import org.folkmoot.corpus.sample.CheckedFigures;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.review.BlindSamples.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The shares of themes as people checked them, for whoever publishes figures. A figure that is not here
/// is a machine draft and must say so.
@Component
public class CheckedShares {
    private static final double REACH = 0.05;

    private final BlindSamples samples;
    private final SampleFigures figures;
    private final Codebooks codebooks;

    CheckedShares(BlindSamples samples, SampleFigures figures, Codebooks codebooks) {
        this.samples = samples;
        this.figures = figures;
        this.codebooks = codebooks;
    }

    /// What the last closed sample of a question says.
    ///
    /// @param version number of the signed-off version it was drawn of, null for themes not signed off
    /// @param read how many answers people read
    /// @param readers how many people
    /// @param population answers that the machine coded and the sample stands for
    /// @param decided answers that people had decided on before, which are known
    /// @param isOfCurrentRun whether the machine's codings are still those it measured: else
    ///     precision and recall are of an earlier coder, while the shares still hold
    public record Checked(
            long sample,
            @Nullable Integer version,
            @Nullable Instant closedAt,
            String plan,
            long seed,
            String frameHash,
            int read,
            int readers,
            int population,
            int decided,
            boolean isOfCurrentRun,
            List<Share> themes) {
        /// The figures of a theme, if they still stand.
        public Optional<Share> of(ThemeId theme) {
            return themes.stream()
                    .filter(share -> share.theme().equals(theme.value()) && share.stands())
                    .findFirst();
        }
    }

    /// One theme.
    ///
    /// @param stands whether the theme still means what it meant when the sample was drawn
    /// @param share of all answers with a view that carry it, with what people decided counted as it
    ///     is; null where the sample cannot say
    /// @param low lower end of its interval
    /// @param high upper end
    /// @param confidence of the interval
    /// @param precision of the machine's codings, null where the sample cannot say
    /// @param recall likewise
    /// @param alpha how far readers agree on it, as text with its interval; empty with one reader
    public record Share(
            String theme,
            boolean stands,
            @Nullable Double share,
            double low,
            double high,
            double confidence,
            @Nullable Range precision,
            @Nullable Range recall,
            String alpha) {}

    /// A measure with its interval, all in [0, 1].
    public record Range(double value, double low, double high) {
        static @Nullable Range of(Estimate estimate) {
            return estimate instanceof Estimate.Measured measured
                    ? new Range(
                            measured.value(),
                            measured.interval().low(),
                            measured.interval().high())
                    : null;
        }
    }

    /// The checked figures of a question; empty before a sample of it is closed.
    @Transactional(readOnly = true)
    public Optional<Checked> of(long question) {
        return samples.lastClosed(question).map(this::of);
    }

    Checked of(Sample sample) {
        SampleFigures.Figures found = figures.of(sample, REACH);
        var kept = codebooks.of(sample.question()).orElseThrow();
        List<Share> shares = new ArrayList<>();
        for (BlindCheck.ThemeCheck theme : found.check().themes()) {
            shares.add(share(theme, found, stands(sample.themes(), kept.themes(), new ThemeId(theme.theme()))));
        }
        return new Checked(
                sample.id(),
                sample.version(),
                sample.closedAt(),
                sample.plan(),
                sample.seed(),
                sample.frameHash(),
                found.check().read(),
                samples.readers(sample.id()).size(),
                found.check().population(),
                found.decided(),
                kept.codedBy() == sample.run(),
                List.copyOf(shares));
    }

    /// The estimate is of the answers that nobody had decided on; the others are known, so that the share
    /// of all is (N share + d) / (N + D), and its interval moves with it.
    static Share share(BlindCheck.ThemeCheck theme, SampleFigures.Figures found, boolean stands) {
        Range precision = Range.of(theme.figures().accuracy().precision());
        Range recall = Range.of(theme.figures().accuracy().recall());
        String alpha = found.check().readTwice() > 0
                ? CheckedFigures.coefficient(theme.agreement().alpha())
                : "";
        if (!(theme.figures().share() instanceof Estimate.Measured measured)) {
            return new Share(theme.theme(), stands, null, Double.NaN, Double.NaN, Double.NaN, precision, recall, alpha);
        }
        double population = found.check().population();
        double all = population + found.decided();
        double known = found.decidedWith().getOrDefault(theme.theme(), 0);
        Interval interval = measured.interval();
        return new Share(
                theme.theme(),
                stands,
                (population * measured.value() + known) / all,
                (population * interval.low() + known) / all,
                (population * interval.high() + known) / all,
                interval.confidence(),
                precision,
                recall,
                alpha);
    }

    /// Whether a theme means the same in two codebooks: it has the same words and sources, and so have
    /// its sub-themes.
    private static boolean stands(Codebook then, Codebook now, ThemeId id) {
        Optional<WorkingTheme> before = then.theme(id);
        Optional<WorkingTheme> after = now.theme(id);
        if (before.isEmpty() || after.isEmpty() || now.isSetAside(after.get())) {
            return false;
        }
        return same(before.get(), after.get())
                && then.below(id).size() == now.below(id).size()
                && then.below(id).stream()
                        .allMatch(below -> now.below(id).stream().anyMatch(other -> same(below, other)));
    }

    private static boolean same(WorkingTheme one, WorkingTheme other) {
        return one.id().equals(other.id())
                && one.headline().equals(other.headline())
                && one.description().equals(other.description())
                && one.sources().equals(other.sources())
                && one.isSetAside() == other.isSetAside()
                && Objects.equals(one.parent(), other.parent());
    }
}
