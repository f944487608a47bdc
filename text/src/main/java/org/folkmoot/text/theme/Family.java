package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.text.lexical.Subjects;

/// Finest groups under one theme above them, or one group that stands by itself.
///
/// @param heading its name; empty where the groups stand together because their texts are alike
/// @param groups heaviest first
record Family(String heading, List<Integer> groups) {
    /// The most themes shown at one level.
    private static final int ONE_LEVEL = 15;
    /// Headings serve if at least this share of the texts lies in groups of a plain subject,
    private static final double LEAST_NAMED = 0.6;
    /// and none takes more than this share of the groups.
    private static final double MOST_UNDER_ONE = 0.4;
    /// What a group must show to stand under the heading of a subject that does not name it.
    private static final Labels.Bar PLAIN = new Labels.Bar(0.15, 0.25);

    /// The groups sorted under the broad headings of their subjects, where most have one; else as their likeness parts
    /// them. Headings come heaviest first, what is under none last.
    ///
    /// @param groups heaviest first
    /// @param parent per group the community of groups it belongs to
    /// @param names per group the subject that names it, or `Labels.NONE`
    static List<Family> of(
            List<Integer> groups, List<Cluster> clusters, int[] parent, int[] names, Labels labels, Material material) {
        Map<Integer, Integer> plain = subjects(groups, clusters, names, labels);
        long named = groups.stream()
                .filter(plain::containsKey)
                .mapToLong(g -> clusters.get(g).weight())
                .sum();
        long all = groups.stream().mapToLong(g -> clusters.get(g).weight()).sum();
        Map<String, Long> under = plain.values().stream()
                .collect(Collectors.groupingBy(Subjects.ENGLISH::heading, Collectors.counting()));
        boolean serve = groups.size() > ONE_LEVEL
                && named >= LEAST_NAMED * all
                && under.values().stream().allMatch(count -> count <= MOST_UNDER_ONE * groups.size());
        List<Family> families = serve ? byHeading(groups, clusters, parent, plain, material) : alike(groups, parent);
        families.sort(Comparator.comparing((Family f) -> f.heading.equals(ThemeTree.OTHER))
                .thenComparingLong(f -> -f.weight(clusters))
                .thenComparing(f -> f.groups.getFirst()));
        return families;
    }

    long weight(List<Cluster> clusters) {
        return groups.stream().mapToLong(g -> clusters.get(g).weight()).sum();
    }

    private static Map<Integer, Integer> subjects(
            List<Integer> groups, List<Cluster> clusters, int[] names, Labels labels) {
        Map<Integer, Integer> subjects = new LinkedHashMap<>();
        for (int group : groups) {
            int subject = names[group] == Labels.NONE
                    ? labels.strongest(clusters.get(group).texts(), PLAIN)
                    : names[group];
            if (subject != Labels.NONE) {
                subjects.put(group, subject);
            }
        }
        return subjects;
    }

    private static List<Family> alike(List<Integer> groups, int[] parent) {
        Map<Integer, List<Integer>> byParent =
                groups.stream().collect(Collectors.groupingBy(g -> parent[g], LinkedHashMap::new, Collectors.toList()));
        return byParent.values().stream()
                .map(members -> new Family("", members))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Family> byHeading(
            List<Integer> groups,
            List<Cluster> clusters,
            int[] parent,
            Map<Integer, Integer> subjects,
            Material material) {
        List<Integer> english = groups.stream()
                .filter(g -> material.isEnglish(clusters.get(g).texts().getFirst()))
                .toList();
        Map<String, List<Integer>> under = english.stream()
                .collect(Collectors.groupingBy(
                        group -> subjects.containsKey(group)
                                ? Subjects.ENGLISH.heading(subjects.get(group))
                                : ThemeTree.OTHER,
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Family> families = new ArrayList<>();
        under.forEach((heading, members) -> families.add(new Family(heading, members)));
        families.addAll(alike(groups.stream().filter(g -> !english.contains(g)).toList(), parent));
        return families;
    }
}
