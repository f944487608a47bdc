package org.folkmoot.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.corpus.edit.RatingsFile;
import org.folkmoot.corpus.write.ItemList;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.agreement.SetDistance;
import org.folkmoot.quality.agreement.Weights;

/// What the labels of ratings are: names, places on a scale, numbers, or sets of names.
enum RatingLevel {
    /// Names without order.
    NOMINAL,
    /// Places on a scale of which only the order is known.
    ORDINAL,
    /// Numbers whose differences mean something.
    INTERVAL,
    /// Numbers, not negative, whose ratios mean something.
    RATIO,
    /// Sets of names, compared by MASI distance.
    MASI,
    /// Sets of names, compared by Jaccard distance.
    JACCARD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether different labels can still agree in part.
    boolean isScale() {
        return this == ORDINAL || isNumeric();
    }

    boolean isNumeric() {
        return this == INTERVAL || this == RATIO;
    }

    boolean isSet() {
        return this == MASI || this == JACCARD;
    }

    /// Ratings of one label each, in the order of the codebook, else of the numbers that the labels are.
    Ratings<String> labels(List<RatingsFile.Row> rows, List<String> codebook) {
        Ratings.Builder<String> builder = codebook.isEmpty() ? Ratings.builder() : Ratings.over(codebook);
        for (RatingsFile.Row row : rows) {
            if (!row.label().isEmpty()) {
                builder.add(row.item(), row.rater(), row.label());
            }
        }
        Ratings<String> ratings = builder.build();
        boolean byNumber = codebook.isEmpty() && this != NOMINAL;
        return byNumber ? ratings.sorted(Comparator.comparingDouble(Double::parseDouble)) : ratings;
    }

    /// Ratings of a set of labels each; a blank cell is the empty set.
    static Ratings<Set<String>> sets(List<RatingsFile.Row> rows) {
        Ratings.Builder<Set<String>> builder = Ratings.builder();
        for (RatingsFile.Row row : rows) {
            builder.add(row.item(), row.rater(), Set.copyOf(ItemList.split(row.label())));
        }
        return builder.build();
    }

    /// Krippendorff's alpha of ratings of one label each.
    Coefficient alpha(Ratings<String> ratings, double confidence) {
        return switch (this) {
            case NOMINAL -> KrippendorffAlpha.nominal(ratings, confidence);
            case ORDINAL -> KrippendorffAlpha.ordinal(ratings, confidence);
            case INTERVAL -> KrippendorffAlpha.interval(ratings.map(Double::valueOf), confidence);
            case RATIO -> KrippendorffAlpha.ratio(ratings.map(Double::valueOf), confidence);
            case MASI, JACCARD -> throw new IllegalArgumentException("labels are sets at level " + this);
        };
    }

    /// Krippendorff's alpha of sets of labels.
    Coefficient alphaOfSets(Ratings<Set<String>> ratings, double confidence) {
        return KrippendorffAlpha.of(ratings, this == MASI ? SetDistance.MASI : SetDistance.JACCARD, confidence);
    }

    /// How much different labels still agree, for kappa and AC2.
    Weights weights(Ratings<?> ratings) {
        return switch (this) {
            case NOMINAL, MASI, JACCARD -> Weights.identity(ratings.categories().size());
            case ORDINAL -> Weights.ordinal(ratings.categories().size());
            case INTERVAL -> Weights.quadratic(scores(ratings));
            case RATIO -> Weights.ratio(scores(ratings));
        };
    }

    private static double[] scores(Ratings<?> ratings) {
        return ratings.categories().stream()
                .mapToDouble(label -> Double.parseDouble(String.valueOf(label)))
                .toArray();
    }
}
