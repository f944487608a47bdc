package org.folkmoot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.edit.RatingsFile;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.CohenKappa;
import org.folkmoot.quality.agreement.FleissKappa;
import org.folkmoot.quality.agreement.GwetAC;
import org.folkmoot.quality.agreement.PercentAgreement;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.agreement.ScottPi;
import org.folkmoot.quality.agreement.SpecificAgreement;
import org.folkmoot.quality.agreement.Weights;

/// The figures that the command prints.
///
/// @param coefficients by kind, in the order printed
/// @param labels the agreement on each label
record AgreementFigures(SequencedMap<Kind, Coefficient> coefficients, SequencedMap<String, Coefficient> labels) {
    /// A coefficient that can be asked for.
    enum Kind {
        PERCENT("Percent agreement"),
        COHEN("Cohen's kappa"),
        SCOTT("Scott's pi"),
        FLEISS("Fleiss' kappa"),
        ALPHA("Krippendorff's alpha"),
        AC("Gwet's AC");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String title(RatingLevel level) {
            return switch (this) {
                case AC -> level.isScale() ? "Gwet's AC2" : "Gwet's AC1";
                case COHEN -> level.isScale() ? "Cohen's weighted kappa" : title;
                case FLEISS -> level.isScale() ? "Fleiss' weighted kappa" : title;
                case SCOTT -> level.isScale() ? "Scott's pi, unweighted" : title;
                case PERCENT, ALPHA -> title;
            };
        }
    }

    /// @param asked the coefficients asked for, or none for those that suit
    static AgreementFigures of(
            List<RatingsFile.Row> rows,
            List<String> codebook,
            RatingLevel level,
            SequencedSet<Kind> asked,
            double confidence) {
        if (level.isSet()) {
            Ratings<Set<String>> ratings = RatingLevel.sets(rows);
            return new AgreementFigures(
                    coefficients(ratings, level, asked, level.alphaOfSets(ratings, confidence), confidence),
                    ofEachLabel(ratings, codebook, confidence));
        }
        Ratings<String> ratings = level.labels(rows, codebook);
        return new AgreementFigures(
                coefficients(ratings, level, asked, level.alpha(ratings, confidence), confidence),
                level.isNumeric() ? new LinkedHashMap<>() : ofEachCategory(ratings, confidence));
    }

    private static SequencedMap<Kind, Coefficient> coefficients(
            Ratings<?> ratings, RatingLevel level, SequencedSet<Kind> asked, Coefficient alpha, double confidence) {
        SequencedMap<Kind, Coefficient> coefficients = new LinkedHashMap<>();
        List<Kind> kinds = asked.isEmpty() ? suited(level, ratings.raters().size()) : List.copyOf(asked);
        for (Kind kind : kinds) {
            coefficients.put(kind, coefficient(kind, ratings, level, alpha, confidence));
        }
        return coefficients;
    }

    private static Coefficient coefficient(
            Kind kind, Ratings<?> ratings, RatingLevel level, Coefficient alpha, double confidence) {
        Weights weights = level.weights(ratings);
        return switch (kind) {
            case PERCENT -> PercentAgreement.of(ratings, confidence);
            case COHEN -> CohenKappa.weighted(ratings, weights, confidence);
            case SCOTT -> ScottPi.of(ratings, confidence);
            case FLEISS -> FleissKappa.weighted(ratings, weights, confidence);
            case ALPHA -> alpha;
            case AC -> GwetAC.ac2(ratings, weights, confidence);
        };
    }

    private static List<Kind> suited(RatingLevel level, int raters) {
        return switch (level) {
            case NOMINAL ->
                raters == 2
                        ? List.of(Kind.PERCENT, Kind.COHEN, Kind.SCOTT, Kind.ALPHA, Kind.AC)
                        : List.of(Kind.PERCENT, Kind.FLEISS, Kind.ALPHA, Kind.AC);
            case ORDINAL -> List.of(Kind.PERCENT, Kind.ALPHA, Kind.AC);
            case INTERVAL, RATIO, MASI, JACCARD -> List.of(Kind.PERCENT, Kind.ALPHA);
        };
    }

    private static SequencedMap<String, Coefficient> ofEachCategory(Ratings<String> ratings, double confidence) {
        SequencedMap<String, Coefficient> labels = new LinkedHashMap<>();
        SpecificAgreement.of(ratings, confidence)
                .forEach(specific -> labels.put(specific.category(), specific.agreement()));
        return labels;
    }

    private static SequencedMap<String, Coefficient> ofEachLabel(
            Ratings<Set<String>> ratings, List<String> codebook, double confidence) {
        Set<String> used = new TreeSet<>();
        ratings.categories().forEach(used::addAll);
        SequencedMap<String, Coefficient> labels = new LinkedHashMap<>();
        for (String label : codebook.isEmpty() ? used : codebook) {
            SpecificAgreement.of(ratings.map(set -> set.contains(label)), confidence).stream()
                    .filter(SpecificAgreement::category)
                    .findFirst()
                    .ifPresent(specific -> labels.put(label, specific.agreement()));
        }
        return labels;
    }

    /// Whether the data support nothing that was asked for beyond percent agreement.
    boolean nothingSupported() {
        boolean anyRefused =
                coefficients.values().stream().anyMatch(coefficient -> coefficient instanceof Coefficient.Refused);
        boolean anyChanceCorrected = coefficients.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != Kind.PERCENT && entry.getValue() instanceof Estimate);
        return anyRefused && !anyChanceCorrected;
    }

    /// The reasons of refusals, each once.
    List<String> reasons() {
        return coefficients.values().stream()
                .flatMap(coefficient -> coefficient instanceof Coefficient.Refused refused
                        ? Optional.of(refused.reason().message()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
    }

    /// The cautions of all coefficients, the first of each kind.
    List<String> cautions() {
        SequencedMap<Class<?>, String> cautions = new LinkedHashMap<>();
        coefficients.forEach((_, coefficient) -> {
            if (coefficient instanceof Estimate estimate) {
                estimate.cautions().forEach(caution -> cautions.putIfAbsent(caution.getClass(), caution.message()));
            }
        });
        return List.copyOf(cautions.values());
    }

    /// The estimate that stands for all: alpha if there is one, else the first corrected for chance, else
    /// percent.
    Optional<Kind> leading() {
        List<Kind> estimated = coefficients.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Estimate)
                .map(Map.Entry::getKey)
                .toList();
        return estimated.stream()
                .filter(kind -> kind == Kind.ALPHA)
                .findFirst()
                .or(() ->
                        estimated.stream().filter(kind -> kind != Kind.PERCENT).findFirst())
                .or(() -> estimated.stream().findFirst());
    }
}
