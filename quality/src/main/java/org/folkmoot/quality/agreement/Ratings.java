package org.folkmoot.quality.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Who said what of which item: items × raters, each cell one value or missing.
///
/// Stored item by item without the missing cells, so that a crowd of thousands costs no more than its ratings:
/// eight bytes each. A value is a label (`String`), a number, or for many labels at once a `Set`. The values in
/// use, or a codebook given beforehand, are the `categories`; their order is the scale where a scale matters.
///
/// @param <V> type of the values, with `equals` by value
public final class Ratings<V> {
    private final List<String> items;
    private final List<String> raters;
    private final List<V> categories;
    private final boolean identified;
    private final int[] start;
    private final int[] rater;
    private final int[] category;

    private Ratings(
            List<String> items,
            List<String> raters,
            List<V> categories,
            boolean identified,
            int[] start,
            int[] rater,
            int[] category) {
        this.items = List.copyOf(items);
        this.raters = List.copyOf(raters);
        this.categories = List.copyOf(categories);
        this.identified = identified;
        this.start = start;
        this.rater = rater;
        this.category = category;
    }

    /// A builder that takes values as they come; categories are in order of first use.
    public static <V> Builder<V> builder() {
        return new Builder<>(List.of(), true);
    }

    /// A builder that takes only values of a codebook, used or not, in the codebook's order.
    public static <V> Builder<V> over(List<V> codebook) {
        return new Builder<>(codebook, false);
    }

    /// The ratings behind a cross table of two raters, categories being 0, 1, 2 …
    ///
    /// @param table `table[k][l]` items that the first rater put in k and the second in l; square
    public static Ratings<Integer> ofTable(int[][] table) {
        Builder<Integer> builder = over(IntStream.range(0, table.length).boxed().toList());
        int item = 0;
        for (int k = 0; k < table.length; k++) {
            if (table[k].length != table.length) {
                throw new IllegalArgumentException(
                        "table must be square, " + table.length + " wide: row " + k + " has " + table[k].length);
            }
            for (int l = 0; l < table.length; l++) {
                for (int n = 0; n < table[k][l]; n++) {
                    String id = Integer.toString(++item);
                    builder.add(id, "1", k).add(id, "2", l);
                }
            }
        }
        return builder.build();
    }

    /// Ratings of which only the counts are known, not who gave which; categories are 0, 1, 2 …
    ///
    /// @param counts `counts[i][k]` raters who put item i in category k; rows of equal length
    public static Ratings<Integer> ofCounts(int[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        Builder<Integer> builder = over(IntStream.range(0, width).boxed().toList());
        builder.identified = false;
        for (int i = 0; i < counts.length; i++) {
            String id = Integer.toString(i + 1);
            int seat = 0;
            for (int k = 0; k < width; k++) {
                for (int n = 0; n < counts[i][k]; n++) {
                    builder.add(id, Integer.toString(++seat), k);
                }
            }
        }
        return builder.build();
    }

    public List<String> items() {
        return items;
    }

    public List<String> raters() {
        return raters;
    }

    public List<V> categories() {
        return categories;
    }

    /// Number of ratings.
    public int size() {
        return category.length;
    }

    /// Whether it is known who gave which rating; false if only counts were.
    public boolean identified() {
        return identified;
    }

    /// The ratings with each value put through `to`; values that become equal become one category.
    public <W> Ratings<W> map(Function<? super V, ? extends W> to) {
        var ids = new LinkedHashMap<W, Integer>();
        int[] target = new int[categories.size()];
        for (int k = 0; k < target.length; k++) {
            target[k] = ids.computeIfAbsent(to.apply(categories.get(k)), _ -> ids.size());
        }
        int[] mapped = Arrays.stream(category).map(k -> target[k]).toArray();
        return new Ratings<>(items, raters, List.copyOf(ids.keySet()), identified, start, rater, mapped);
    }

    /// The ratings with the categories put in the order of a scale.
    public Ratings<V> sorted(Comparator<? super V> scale) {
        List<V> sorted = categories.stream().sorted(scale).toList();
        var position = new LinkedHashMap<V, Integer>();
        sorted.forEach(value -> position.put(value, position.size()));
        int[] moved = Arrays.stream(category)
                .map(k -> position.getOrDefault(categories.get(k), k))
                .toArray();
        return new Ratings<>(items, raters, sorted, identified, start, rater, moved);
    }

    /// The ratings without the categories that nobody used.
    public Ratings<V> used() {
        Builder<V> builder = new Builder<>(List.of(), true);
        boolean[] seen = new boolean[categories.size()];
        for (int k : category) {
            seen[k] = true;
        }
        for (int k = 0; k < seen.length; k++) {
            if (seen[k]) {
                builder.categories.put(categories.get(k), builder.categories.size());
            }
        }
        return refill(builder, raters);
    }

    /// The ratings of the named raters alone.
    public Ratings<V> by(List<String> chosen) {
        for (String name : chosen) {
            if (!raters.contains(name)) {
                throw new IllegalArgumentException("rater must be one of " + raters + ": " + name);
            }
        }
        return refill(new Builder<>(categories, false), chosen);
    }

    private Ratings<V> refill(Builder<V> builder, List<String> chosen) {
        builder.identified = identified;
        for (int i = 0; i < items.size(); i++) {
            for (int j = start[i]; j < start[i + 1]; j++) {
                if (chosen.size() == raters.size() || chosen.contains(raters.get(rater[j]))) {
                    builder.add(items.get(i), raters.get(rater[j]), categories.get(category[j]));
                }
            }
        }
        return builder.build();
    }

    /// The ratings of the items at the given indexes, one entry for each mention.
    Ratings<V> ofItems(int[] chosen) {
        int[] newStart = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            newStart[i + 1] = newStart[i] + start[chosen[i] + 1] - start[chosen[i]];
        }
        int[] newRater = new int[newStart[chosen.length]];
        int[] newCategory = new int[newStart[chosen.length]];
        List<String> names = new ArrayList<>(chosen.length);
        for (int i = 0; i < chosen.length; i++) {
            int length = newStart[i + 1] - newStart[i];
            System.arraycopy(rater, start[chosen[i]], newRater, newStart[i], length);
            System.arraycopy(category, start[chosen[i]], newCategory, newStart[i], length);
            names.add(items.get(chosen[i]));
        }
        return new Ratings<>(names, raters, categories, identified, newStart, newRater, newCategory);
    }

    /// Where the ratings of item `i` begin in the columns; they end where those of `i + 1` begin.
    int start(int i) {
        return start[i];
    }

    int rater(int rating) {
        return rater[rating];
    }

    int category(int rating) {
        return category[rating];
    }

    @Override
    public String toString() {
        return "Ratings[" + items.size() + " items, " + raters.size() + " raters, " + categories.size()
                + " categories, " + size() + " ratings]";
    }

    /// Collects ratings in any order.
    ///
    /// @param <V> type of the values
    public static final class Builder<V> {
        private final Map<String, Integer> items = new LinkedHashMap<>();
        private final Map<String, Integer> raters = new LinkedHashMap<>();
        private final Map<V, Integer> categories = new LinkedHashMap<>();
        private final boolean open;
        private boolean identified = true;
        private int size;
        private int[] item = new int[64];
        private int[] rater = new int[64];
        private int[] category = new int[64];

        private Builder(List<V> codebook, boolean open) {
            this.open = open;
            codebook.forEach(value -> categories.put(value, categories.size()));
            if (categories.size() != codebook.size()) {
                throw new IllegalArgumentException("codebook must name each value once: " + codebook);
            }
        }

        /// Adds what `byRater` said of `ofItem`; a missing rating is simply not added.
        public Builder<V> add(String ofItem, String byRater, V value) {
            if (!open && !categories.containsKey(value)) {
                throw new IllegalArgumentException("value must be in the codebook: " + value);
            }
            if (size == item.length) {
                int capacity = Math.multiplyExact(size, 2);
                item = Arrays.copyOf(item, capacity);
                rater = Arrays.copyOf(rater, capacity);
                category = Arrays.copyOf(category, capacity);
            }
            item[size] = items.computeIfAbsent(ofItem, _ -> items.size());
            rater[size] = raters.computeIfAbsent(byRater, _ -> raters.size());
            category[size++] = categories.computeIfAbsent(value, _ -> categories.size());
            return this;
        }

        /// The ratings added so far; throws if a rater rated an item twice.
        public Ratings<V> build() {
            int[] start = new int[items.size() + 1];
            for (int j = 0; j < size; j++) {
                start[item[j] + 1]++;
            }
            Arrays.parallelPrefix(start, Integer::sum);
            int[] next = start.clone();
            int[] sortedRater = new int[size];
            int[] sortedCategory = new int[size];
            for (int j = 0; j < size; j++) {
                int at = next[item[j]]++;
                sortedRater[at] = rater[j];
                sortedCategory[at] = category[j];
            }
            List<String> itemNames = List.copyOf(items.keySet());
            List<String> raterNames = List.copyOf(raters.keySet());
            refuseRepeats(itemNames, raterNames, start, sortedRater);
            return new Ratings<>(
                    itemNames,
                    raterNames,
                    List.copyOf(categories.keySet()),
                    identified,
                    start,
                    sortedRater,
                    sortedCategory);
        }

        private static void refuseRepeats(List<String> items, List<String> raters, int[] start, int[] rater) {
            int[] lastItem = new int[raters.size()];
            for (int i = 0; i < items.size(); i++) {
                for (int j = start[i]; j < start[i + 1]; j++) {
                    if (lastItem[rater[j]] == i + 1) {
                        throw new IllegalArgumentException("a rater may rate an item once: " + raters.get(rater[j])
                                + " rated " + items.get(i) + " twice");
                    }
                    lastItem[rater[j]] = i + 1;
                }
            }
        }
    }
}
