package org.folkmoot.text.theme;

import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;

/// Finds the themes of a material; their number comes from the texts.
///
/// Texts of the same language are linked to their nearest neighbours by meaning and by words, communities of that
/// graph are the finest themes, communities of those the themes above them; a theme whose texts come from both sides
/// of the closed question and differ by side is parted in two. Deterministic in the seed, on any number
/// of threads. Cost: O(n^2 d) comparisons, the rest near linear.
public final class Discovery {
    /// @param granularity above 0: 1 as the texts suggest, 2 finer, 0.5 coarser
    /// @param neighbours how many nearest neighbours link each text, at least 2
    /// @param lexicalHalf number of terms with which a text's words count as much as its vector, above 0
    ///     (greater: words count less)
    /// @param seed of every random choice
    public record Options(double granularity, int neighbours, double lexicalHalf, long seed) {
        public static final Options DEFAULT = new Options(1, 15, 45, 1);

        public Options {
            if (!(granularity > 0) || Double.isInfinite(granularity)) {
                throw new IllegalArgumentException("granularity must be above 0 and finite: " + granularity);
            }
            if (neighbours < 2) {
                throw new IllegalArgumentException("neighbours must be at least 2: " + neighbours);
            }
            if (!(lexicalHalf > 0)) {
                throw new IllegalArgumentException("lexical half must be above 0: " + lexicalHalf);
            }
        }

        public Options withGranularity(double newGranularity) {
            return new Options(newGranularity, neighbours, lexicalHalf, seed);
        }

        public Options withSeed(long newSeed) {
            return new Options(granularity, neighbours, lexicalHalf, newSeed);
        }
    }

    private Discovery() {}

    public static ThemeTree discover(Material material, Options options, Crew crew, Progress progress) {
        Space space = Space.of(material, options);
        boolean[] claims = Claims.of(material);
        Partition partition = Partition.of(material, claims, space, options, crew, progress);
        progress.at("naming themes", 0, 0);
        return new Naming(material, claims, space).tree(new Positions(material, space).parted(partition));
    }
}
