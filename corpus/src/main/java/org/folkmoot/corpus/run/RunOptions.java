package org.folkmoot.corpus.run;

import java.util.SortedMap;
import java.util.TreeMap;

/// How a run works; with the inputs, all that its result depends on.
///
/// @param granularity above 0: 1 as the texts suggest, 2 finer, 0.5 coarser themes
/// @param transformerTokens how many tokens of the whole run the transformer reads; beyond them it reads a sample, and
///     a student of it reads the rest
/// @param discoveryPassages at most so many passages of a question are compared with each other to find its themes
/// @param seed of every random choice
public record RunOptions(double granularity, int transformerTokens, int discoveryPassages, long seed) {
    static final int FEWEST_TOKENS = 1000;

    public static final RunOptions DEFAULT = new RunOptions(1, 400_000, 12_000, 1);

    public RunOptions {
        if (!(granularity > 0) || Double.isInfinite(granularity)) {
            throw new IllegalArgumentException("granularity must be above 0 and finite: " + granularity);
        }
        if (transformerTokens < FEWEST_TOKENS) {
            throw new IllegalArgumentException("transformer tokens must be at least 1,000: " + transformerTokens);
        }
        if (discoveryPassages < 100) {
            throw new IllegalArgumentException("discovery passages must be at least 100: " + discoveryPassages);
        }
    }

    public RunOptions withGranularity(double newGranularity) {
        return new RunOptions(newGranularity, transformerTokens, discoveryPassages, seed);
    }

    public RunOptions withSeed(long newSeed) {
        return new RunOptions(granularity, transformerTokens, discoveryPassages, newSeed);
    }

    RunOptions withTransformerTokens(int tokens) {
        return new RunOptions(granularity, tokens, discoveryPassages, seed);
    }

    /// Name to value, for the manifest.
    public SortedMap<String, String> toMap() {
        SortedMap<String, String> map = new TreeMap<>();
        map.put("granularity", Double.toString(granularity));
        map.put("transformer-tokens", Integer.toString(transformerTokens));
        map.put("discovery-passages", Integer.toString(discoveryPassages));
        map.put("seed", Long.toString(seed));
        return map;
    }

    /// The options a manifest records.
    ///
    /// @throws IllegalArgumentException if one is not what a run records
    public static RunOptions from(SortedMap<String, String> map) {
        try {
            return new RunOptions(
                    Double.parseDouble(map.getOrDefault("granularity", "1")),
                    Integer.parseInt(map.getOrDefault("transformer-tokens", "" + DEFAULT.transformerTokens)),
                    Integer.parseInt(map.getOrDefault("discovery-passages", "" + DEFAULT.discoveryPassages)),
                    Long.parseLong(map.getOrDefault("seed", "1")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an option of the manifest is no number: " + e.getMessage(), e);
        }
    }
}
