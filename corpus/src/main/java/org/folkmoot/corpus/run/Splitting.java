package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.text.Passage;
import org.folkmoot.text.lexical.KeyPhrases;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.theme.Discovery;
import org.folkmoot.text.theme.Material;
import org.folkmoot.text.theme.ThemeTree;

/// Proposes how to split a theme: discovers themes in its passages alone, finer and finer until there are several;
/// where there never are, halves them by their direction.
///
/// At most 3,000 different passages are compared, every so manieth of more; each of the rest, and of those that no
/// group claims, joins the group whose centre is nearest.
final class Splitting {
    private static final double[] GRANULARITIES = {1, 2, 4};
    private static final int MOST_COMPARED = 3000;
    private static final int MOST_PARTS = 6;
    private static final int PHRASES = 3;
    private static final int TURNS = 20;

    private final Bench bench;
    private final Engine engine;
    private final Nearness nearness;

    Splitting(Bench bench, Engine engine) {
        this.bench = bench;
        this.engine = engine;
        nearness = new Nearness(bench, engine.crew());
    }

    /// A group found among the compared passages.
    ///
    /// @param headline blank where none was found
    private record Group(String headline, List<String> keyPhrases, int[] rows) {}

    List<Bench.Part> of(List<Passage> ofTheme) {
        int[] rows = bench.rowsOf(ofTheme);
        Map<String, List<Integer>> same = new LinkedHashMap<>();
        for (int row : rows) {
            same.computeIfAbsent(bench.words(row), _ -> new ArrayList<>()).add(row);
        }
        if (same.size() < 2) {
            return List.of();
        }
        int step = Math.ceilDiv(same.size(), MOST_COMPARED);
        List<List<Integer>> alike = List.copyOf(same.values());
        int[] compared = IntStream.iterate(0, i -> i < alike.size(), i -> i + step)
                .map(i -> alike.get(i).getFirst())
                .toArray();
        Material material = material(compared, alike, step);
        List<Group> groups = discovered(material, compared);
        if (groups.size() < 2) {
            groups = halves(material, compared);
        }
        return parts(groups, ofTheme);
    }

    private Material material(int[] compared, List<List<Integer>> alike, int step) {
        Background background = bench.background();
        var quotable = new QuotablePassages(background);
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < alike.size(); i += step) {
            int weight = 0;
            for (int row : alike.get(i)) {
                int text = bench.passages().textOf(row);
                quotable.see(bench.words(row), text, bench.passages().span(row));
                weight += background.texts().count(text);
            }
            weights.add(weight);
        }
        int[] texts =
                IntStream.of(compared).map(row -> bench.passages().textOf(row)).toArray();
        return new Material(
                IntStream.of(compared).mapToObj(bench::words).toList(),
                bench.passages().vectors(compared),
                weights,
                IntStream.of(texts).mapToObj(bench.languages().of()::get).toList(),
                IntStream.of(texts)
                        .map(text -> background.authors().stance()[text])
                        .boxed()
                        .toList(),
                IntStream.of(texts).boxed().toList(),
                quotable::contains);
    }

    private List<Group> discovered(Material material, int[] compared) {
        List<Group> groups = List.of();
        for (int g = 0; g < GRANULARITIES.length && groups.size() < 2; g++) {
            Discovery.Options options =
                    Discovery.Options.DEFAULT.withGranularity(GRANULARITIES[g]).withSeed(bench.seed());
            ThemeTree tree = Discovery.discover(material, options, engine.crew(), engine.progress());
            groups = groups(tree, false, compared);
            if (groups.size() < 2) {
                groups = groups(tree, true, compared);
            }
        }
        return groups;
    }

    private static List<Group> groups(ThemeTree tree, boolean finest, int[] compared) {
        List<Group> groups = new ArrayList<>();
        for (int n = 0; n < tree.nodes().size(); n++) {
            ThemeTree.Node node = tree.nodes().get(n);
            if ((finest ? !tree.isParent(n) : node.parent() < 0) && groups.size() < MOST_PARTS) {
                int[] rows =
                        node.texts().stream().mapToInt(text -> compared[text]).toArray();
                // The parts of a theme speak of one subject, so sentences tell them apart better.
                String headline = node.headline().isEmpty() ? node.name() : node.headline();
                groups.add(new Group(headline, node.keyPhrases(), rows));
            }
        }
        return groups;
    }

    /// Two groups around the two passages farthest from one another, by spherical k-means.
    private List<Group> halves(Material material, int[] compared) {
        float[] from = nearness.cosines(nearness.apart(Nearness.centre(bench.passages(), compared)), compared);
        float[][] poles = new float[2][];
        poles[0] = pole(compared[least(from)]);
        poles[1] = pole(compared[least(nearness.cosines(poles[0], compared))]);
        int[] side = new int[compared.length];
        for (int turn = 0; turn < TURNS; turn++) {
            int[] next = nearer(poles, compared);
            if (isOneSided(next) || (turn > 0 && Arrays.equals(next, side))) {
                break;
            }
            side = next;
            for (int pole = 0; pole < 2; pole++) {
                poles[pole] = nearness.apart(Nearness.centre(bench.passages(), rows(compared, side, pole)));
            }
        }
        if (isOneSided(side)) {
            // Passages without any meaning to compare: the last stands alone.
            side[side.length - 1] = 1 - side[0];
        }
        int[] quotable = new int[side.length];
        for (int i = 0; i < side.length; i++) {
            quotable[i] = material.quotable().test(material.texts().get(i)) ? side[i] : -1;
        }
        List<List<String>> phrases = new KeyPhrases(StopWords.ALL).of(material.texts(), quotable, 2, PHRASES);
        List<Group> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int[] rows = rows(compared, side, half);
            halves.add(new Group(headline(rows, material), phrases.get(half), rows));
        }
        return halves;
    }

    private float[] pole(int row) {
        return nearness.apart(bench.passages().vectors(new int[] {row}).values());
    }

    private static int least(float[] cosines) {
        int least = 0;
        for (int i = 1; i < cosines.length; i++) {
            if (cosines[i] < cosines[least]) {
                least = i;
            }
        }
        return least;
    }

    private static boolean isOneSided(int[] side) {
        return Arrays.stream(side).distinct().count() < 2;
    }

    private static int[] rows(int[] compared, int[] side, int of) {
        return IntStream.range(0, compared.length)
                .filter(i -> side[i] == of)
                .map(i -> compared[i])
                .toArray();
    }

    /// The most central passage that may be quoted, else nothing.
    private String headline(int[] rows, Material material) {
        float[] cosines = nearness.cosines(nearness.apart(Nearness.centre(bench.passages(), rows)), rows);
        return Arrays.stream(Nearness.order(cosines))
                .mapToObj(at -> bench.words(rows[(int) at]))
                .filter(material.quotable())
                .findFirst()
                .orElse("");
    }

    /// For each row the index of the direction it is nearest to.
    private int[] nearer(float[][] directions, int[] rows) {
        int[] nearer = new int[rows.length];
        float[] most = new float[rows.length];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int d = 0; d < directions.length; d++) {
            float[] cosines = nearness.cosines(directions[d], rows);
            for (int i = 0; i < rows.length; i++) {
                if (cosines[i] > most[i]) {
                    most[i] = cosines[i];
                    nearer[i] = d;
                }
            }
        }
        return nearer;
    }

    private List<Bench.Part> parts(List<Group> groups, List<Passage> ofTheme) {
        Map<String, Integer> claimed = new HashMap<>();
        float[][] directions = new float[groups.size()][];
        for (int g = 0; g < groups.size(); g++) {
            for (int row : groups.get(g).rows) {
                claimed.put(bench.words(row), g);
            }
            directions[g] = nearness.apart(Nearness.centre(bench.passages(), groups.get(g).rows));
        }
        int[] all = bench.rowsOf(ofTheme);
        int[] nearer = nearer(directions, all);
        Map<Integer, Integer> groupOf = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            groupOf.put(all[i], claimed.getOrDefault(bench.words(all[i]), nearer[i]));
        }
        List<List<Passage>> members = new ArrayList<>();
        groups.forEach(_ -> members.add(new ArrayList<>()));
        int[] numbers = bench.numbersOf(ofTheme);
        for (int i = 0; i < numbers.length; i++) {
            members.get(groupOf.getOrDefault(numbers[i], 0)).add(ofTheme.get(i));
        }
        List<Bench.Part> parts = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (!members.get(g).isEmpty()) {
                parts.add(part(groups.get(g), members.get(g), directions[g]));
            }
        }
        parts.sort(Comparator.comparingInt((Bench.Part part) -> -part.passages().size()));
        return parts;
    }

    private Bench.Part part(Group group, List<Passage> members, float[] direction) {
        int[] numbers = bench.numbersOf(members);
        float[] cosines = nearness.cosines(
                direction, IntStream.of(numbers).map(row -> Math.max(0, row)).toArray());
        List<Passage> ordered = Arrays.stream(Nearness.order(cosines))
                .mapToObj(at -> members.get((int) at))
                .toList();
        String headline = !group.headline.isBlank()
                ? group.headline
                : group.keyPhrases.isEmpty() ? "No passage may be quoted" : String.join(", ", group.keyPhrases);
        return new Bench.Part(headline, group.keyPhrases, ordered, bench.centreOf(ordered));
    }
}
