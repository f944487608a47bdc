package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private static final String HEADING = Subjects.ENGLISH.heading(Subjects.ENGLISH.named("Reaching a person"));

    @Test
    void groupsStandUnderTheHeadingOfTheirSubjectAndOthersLast() {
        List<String> subjects = List.of(
                "Waiting times and delays",
                "Reaching a person",
                "Training and skills",
                "Staffing levels",
                "Parking",
                "Cycling",
                "Dentistry",
                "Mental health",
                "Libraries, culture and leisure",
                "Tourism",
                "Insurance",
                "Pensions");
        List<Family> families = families(subjects, 16);
        assertThat(families.stream().filter(f -> f.heading().equals(HEADING)).findFirst())
                .hasValueSatisfying(f -> assertThat(f.groups()).containsExactly(0, 1));
        assertThat(families.getLast().heading()).isEqualTo(ThemeTree.OTHER);
        assertThat(families.getLast().groups()).containsExactly(12, 13, 14, 15);
    }

    @Test
    void fewGroupsAndGroupsOfNoSubjectStandAsTheirLikenessPartsThem() {
        assertThat(families(List.of("Parking", "Cycling", "Dentistry"), 4))
                .extracting(Family::heading)
                .containsOnly("");
        assertThat(families(List.of("Parking", "Cycling"), 16))
                .extracting(Family::heading)
                .containsOnly("");
    }

    @Test
    void oneHeadingOverNearlyAllSaysNothing() {
        List<String> same = List.of(
                "Parking",
                "Cycling",
                "Traffic and congestion",
                "Buses and public transport",
                "Walking and pavements",
                "Road safety",
                "Roads and potholes");
        assertThat(families(same, 16)).extracting(Family::heading).containsOnly("");
    }

    /// So many groups of three texts, the first of them named.
    private static List<Family> families(List<String> named, int groups) {
        List<String> texts = new ArrayList<>();
        List<Cluster> clusters = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            List<Integer> members = List.of(3 * g, 3 * g + 1, 3 * g + 2);
            members.forEach(i -> texts.add("text " + i));
            clusters.add(new Cluster(members, List.of(1.0, 1.0, 1.0), g < named.size() ? 9 : 3));
        }
        int[] names = new int[groups];
        Arrays.fill(names, Labels.NONE);
        for (int i = 0; i < named.size(); i++) {
            names[i] = Subjects.ENGLISH.named(named.get(i));
        }
        Material material = Material.of(texts, Vectors.zeros(texts.size(), 1));
        List<Integer> all = IntStream.range(0, groups).boxed().toList();
        return Family.of(all, clusters, new int[groups], names, new Labels(material), material);
    }
}
