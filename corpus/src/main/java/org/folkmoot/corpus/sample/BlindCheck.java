package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.agreement.SetDistance;
import org.folkmoot.quality.estimation.DisputedShares;
import org.folkmoot.quality.estimation.MoreToRead;
import org.folkmoot.quality.estimation.ThemeShares;
import org.folkmoot.quality.multiplicity.AdjustedP;

/// The statistics of a blind reading of one question: for each theme the corrected share of all answers with its
/// interval, the machine's precision and recall, how far readers agree and how many more answers to read.
///
/// Shares are prediction-powered (`ThemeShare`): the machine's codings of every answer, corrected by what people
/// gave those drawn. Where readers differ the rule of `Consensus` holds: what was adjudicated counts, else the
/// majority, and what is split evenly stays open, the interval then reaching over both ways of deciding
/// (`DisputedShares`). Agreement is between the readers as they read, before anyone decided between them.
///
/// Answers drawn but read by nobody are taken as not drawn, the chances of the others of their stratum being lowered
/// to match. That holds if what was read first is a random part of what was drawn, as it is when answers are offered
/// in the order of a `Draw`, and not if readers choose. One who looks after every answer and stops when the
/// interval pleases should use `ConfidenceSequence` instead.
///
/// O(answers × themes each + themes × read).
///
/// @param population answers the machine coded, for which the figures stand
/// @param drawn answers drawn
/// @param read of these read by someone
/// @param readTwice of these read by two or more
/// @param undecided of these on which readers differ so that a theme is open
/// @param agreement of readers on whole answers: Krippendorff's alpha of sets of themes by the MASI distance
/// @param themes one for each theme, in the order of the codebook
/// @param differences answers on which readers differ, in the order of the population
public record BlindCheck(
        int population,
        int drawn,
        int read,
        int readTwice,
        int undecided,
        Coefficient agreement,
        List<ThemeCheck> themes,
        List<Difference> differences,
        Options options) {
    public BlindCheck {
        themes = List.copyOf(themes);
        differences = List.copyOf(differences);
    }

    /// @param confidence of all intervals, in (0, 1)
    /// @param reach half the width of the interval aimed at when it is said how many more to read, in (0, 1)
    public record Options(double confidence, double reach) {
        public static final Options DEFAULT = new Options(0.95, 0.05);

        public Options {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
            if (!(reach > 0 && reach < 1)) {
                throw new IllegalArgumentException("reach must be in (0, 1): " + reach);
            }
        }
    }

    /// One theme.
    ///
    /// @param theme its id
    /// @param figures the machine's count, corrected share, precision and recall, and whether the count is wrong
    /// @param agreement of the readers on this theme
    /// @param more how many more answers to read to know the share to ±`reach` once open ones are decided; -1 where
    ///     that cannot be said
    public record ThemeCheck(String theme, ThemeShares.Row figures, ReaderAgreement agreement, long more) {}

    /// An answer on which readers differ.
    ///
    /// @param unit its id
    /// @param given themes by reader, with those above them
    /// @param differing themes that some reader gave and another did not
    /// @param adjudicated whether someone decided
    public record Difference(String unit, Map<String, Set<String>> given, Set<String> differing, boolean adjudicated) {}

    /// The statistics of what was read so far.
    public static BlindCheck of(BlindMaterial material, Options options) {
        List<Consensus> read = Consensus.of(material);
        List<DisputedShares.Theme> drawn = new DrawnThemes(material, read).themes();
        ThemeShares shares =
                DisputedShares.of(drawn, new ThemeShares.Options(options.confidence(), AdjustedP.Method.HOLM, false));
        List<ThemeCheck> themes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            ThemeShares.Row row = shares.themes().get(i);
            themes.add(new ThemeCheck(
                    row.theme(),
                    row,
                    ReaderAgreement.of(read, row.theme(), options.confidence()),
                    MoreToRead.of(drawn.get(i), options.reach(), options.confidence())
                            .orElse(-1)));
        }
        return new BlindCheck(
                material.population().size(),
                material.drawn().size(),
                read.size(),
                count(read.stream().filter(one -> one.given().size() > 1).count()),
                count(read.stream().filter(one -> !one.open().isEmpty()).count()),
                onAnswers(read, options.confidence()),
                themes,
                read.stream()
                        .filter(Consensus::differs)
                        .map(BlindCheck::difference)
                        .toList(),
                options);
    }

    private static int count(long units) {
        return Math.toIntExact(units);
    }

    private static Coefficient onAnswers(List<Consensus> read, double confidence) {
        Ratings.Builder<Set<String>> ratings = Ratings.builder();
        for (Consensus one : read) {
            one.given().forEach((reader, themes) -> ratings.add(one.unit().id(), reader, new TreeSet<>(themes)));
        }
        return KrippendorffAlpha.of(ratings.build(), SetDistance.MASI, confidence);
    }

    private static Difference difference(Consensus one) {
        Set<String> differing = new TreeSet<>();
        one.given().values().forEach(differing::addAll);
        differing.removeIf(theme -> one.given().values().stream().allMatch(themes -> themes.contains(theme)));
        return new Difference(one.unit().id(), one.given(), differing, one.adjudicated());
    }
}
