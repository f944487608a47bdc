package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.lexical.KeyPhrases;
import org.folkmoot.text.lexical.StopWords;
import org.folkmoot.text.lexical.Subjects;

/// Makes named themes of a partition: orders them, draws their typical texts, headlines and key phrases.
final class Naming {
    private static final int PHRASES = 3;
    /// What a group's texts must show for a subject to name it.
    private static final Labels.Bar NAMING = new Labels.Bar(0.2, 0.4);

    private final Material material;
    private final boolean[] claims;
    private final Space space;
    private final Headlines headlines;
    private final Labels labels;
    private final Positions positions;

    Naming(Material material, boolean[] claims, Space space) {
        this.material = material;
        this.claims = claims;
        this.space = space;
        this.headlines = new Headlines(material);
        this.labels = new Labels(material);
        this.positions = new Positions(material, space);
    }

    ThemeTree tree(Partition partition) {
        int[] group = partition.group();
        int groups = partition.parent().length;
        int least = leastAnswers(material.size(), answers(IntStream.range(0, material.size())));
        List<Cluster> finest = clusters(group, groups);
        List<Integer> large = IntStream.range(0, groups)
                .filter(g -> answers(finest.get(g)) >= least)
                .boxed()
                .sorted(Comparator.comparingLong((Integer g) -> -finest.get(g).weight())
                        .thenComparing(g -> g))
                .toList();
        int[] names = names(large, finest);
        List<Family> families = Family.of(large, finest, partition.parent(), names, labels, material);
        List<List<String>> phrases = phrases(group, groups);
        return assemble(families, finest, names, phrases, least);
    }

    private ThemeTree assemble(
            List<Family> families, List<Cluster> finest, int[] names, List<List<String>> phrases, int least) {
        Integer[] themeOf = new Integer[material.size()];
        Arrays.fill(themeOf, -1);
        List<ThemeTree.Node> nodes = new ArrayList<>();
        List<List<String>> above = parentPhrases(families, finest);
        for (int f = 0; f < families.size(); f++) {
            List<Integer> family = families.get(f).groups();
            int parent = -1;
            if (family.size() > 1) {
                parent = nodes.size();
                Cluster whole = Cluster.of(
                        family.stream()
                                .flatMap(g -> finest.get(g).texts().stream())
                                .toList(),
                        claims,
                        material,
                        space);
                String heading = families.get(f).heading();
                nodes.add(
                        heading.isEmpty()
                                ? node(-1, whole, above.get(f), Labels.NONE)
                                : node(-1, heading, "", whole, above.get(f)));
            }
            for (int g : family) {
                for (int text : finest.get(g).texts()) {
                    themeOf[text] = nodes.size();
                }
                nodes.add(node(parent, finest.get(g), phrases.get(g), names[g]));
            }
        }
        List<ThemeTree.Group> uncovered = IntStream.range(0, finest.size())
                .filter(g -> answers(finest.get(g)) < least)
                .mapToObj(g -> new ThemeTree.Group(
                        headlines.next(finest.get(g), phrases.get(g), Labels.NONE),
                        phrases.get(g),
                        finest.get(g).texts(),
                        finest.get(g).weight()))
                .sorted(Comparator.comparingLong((ThemeTree.Group g) -> -g.weight())
                        .thenComparing(g -> g.texts().getFirst()))
                .toList();
        return new ThemeTree(nodes, Arrays.asList(themeOf), uncovered);
    }

    private List<List<String>> parentPhrases(List<Family> families, List<Cluster> finest) {
        int[] group = new int[material.size()];
        Arrays.fill(group, -1);
        for (int f = 0; f < families.size(); f++) {
            for (int g : families.get(f).groups()) {
                for (int text : finest.get(g).texts()) {
                    group[text] = f;
                }
            }
        }
        return phrases(group, families.size());
    }

    /// Key phrases of the texts that may be quoted, for three words may name a person.
    private List<List<String>> phrases(int[] group, int groups) {
        int[] quotable = new int[group.length];
        Arrays.setAll(quotable, i -> material.quotable().test(material.texts().get(i)) ? group[i] : -1);
        return new KeyPhrases(StopWords.ALL).of(material.texts(), quotable, groups, PHRASES);
    }

    /// Per finest group the subject that names it, or `Labels.NONE`.
    private int[] names(List<Integer> groups, List<Cluster> finest) {
        int[] given = labels.of(groups.stream().map(g -> finest.get(g).texts()).toList(), NAMING);
        int[] names = new int[finest.size()];
        Arrays.fill(names, Labels.NONE);
        for (int i = 0; i < given.length; i++) {
            names[groups.get(i)] = given[i];
        }
        return names;
    }

    private ThemeTree.Node node(int parent, Cluster cluster, List<String> phrases, int subject) {
        String headline = headlines.next(cluster, phrases, subject);
        return node(parent, subject == Labels.NONE ? "" : Subjects.ENGLISH.name(subject), headline, cluster, phrases);
    }

    private ThemeTree.Node node(int parent, String label, String headline, Cluster cluster, List<String> phrases) {
        String mixed = positions.mixed(cluster.texts()).orElse(null);
        return new ThemeTree.Node(parent, label, headline, phrases, cluster.texts(), cluster.weight(), mixed);
    }

    private List<Cluster> clusters(int[] group, int groups) {
        List<List<Integer>> members = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < group.length; i++) {
            members.get(group[i]).add(i);
        }
        return members.stream().map(m -> Cluster.of(m, claims, material, space)).toList();
    }

    private int answers(Cluster cluster) {
        return answers(cluster.texts().stream().mapToInt(Integer::intValue));
    }

    private int answers(IntStream texts) {
        return (int) texts.mapToObj(material.answers()::get).distinct().count();
    }

    /// How many answers' texts make a theme: three, of large materials one in a thousand texts; of fewer than thirty
    /// answers a tenth.
    static int leastAnswers(int texts, int answers) {
        return Math.min(Math.max(1, answers / 10), Math.max(3, texts / 1000));
    }
}
