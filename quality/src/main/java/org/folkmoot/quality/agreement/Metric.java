package org.folkmoot.quality.agreement;

/// How different two values are, as Krippendorff's alpha counts it: 0 for equal values, symmetric, never
/// negative.
///
/// For scales of numbers this is a squared difference; a metric of sets such as `SetDistance` is taken as it is.
///
/// @param <V> type of the values
@FunctionalInterface
public interface Metric<V> {
    double difference(V a, V b);
}
