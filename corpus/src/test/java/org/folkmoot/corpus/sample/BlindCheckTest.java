package org.folkmoot.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.quality.agreement.Caution;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.CohenKappa;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.agreement.SetDistance;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Refused;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.ThemeShare;
import org.junit.jupiter.api.Test;

class BlindCheckTest {
    private static final int POPULATION = 1000;
    private static final int DRAWN = 100;

    private static final List<BlindMaterial.Theme> CODEBOOK = List.of(
            new BlindMaterial.Theme("cost", ""),
            new BlindMaterial.Theme("rent", "cost"),
            new BlindMaterial.Theme("noise", ""));

    /// The machine gives `rent` to every third answer and `noise` to every fiftieth.
    private static Set<String> machine(int i) {
        if (i % 50 == 0) {
            return i % 3 == 0 ? Set.of("rent", "noise") : Set.of("noise");
        }
        return i % 3 == 0 ? Set.of("rent") : Set.of();
    }

    private static List<BlindMaterial.Unit> population() {
        List<BlindMaterial.Unit> units = new ArrayList<>();
        for (int i = 0; i < POPULATION; i++) {
            units.add(new BlindMaterial.Unit("a" + i, i < 400 ? "young" : "old", machine(i)));
        }
        return units;
    }

    private static Map<String, Double> drawn() {
        Map<String, Double> drawn = new LinkedHashMap<>();
        for (int i = 0; i < DRAWN; i++) {
            drawn.put("a" + i, (double) DRAWN / POPULATION);
        }
        return drawn;
    }

    /// Agrees with the machine but for every `miss`-th answer, to which nothing is given.
    private static BlindMaterial.Reading reading(String reader, int from, int to, int miss) {
        Map<String, Set<String>> decisions = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            decisions.put("a" + i, i % miss == 0 ? Set.of() : machine(i));
        }
        return new BlindMaterial.Reading(reader, decisions);
    }

    private static BlindMaterial material(List<BlindMaterial.Reading> readings, Map<String, Set<String>> adjudicated) {
        List<BlindMaterial.Unit> oneStratum = population().stream()
                .map(unit -> new BlindMaterial.Unit(unit.id(), "", unit.themes()))
                .toList();
        return new BlindMaterial(CODEBOOK, oneStratum, drawn(), readings, adjudicated);
    }

    private static BlindCheck check(BlindMaterial material) {
        return BlindCheck.of(material, BlindCheck.Options.DEFAULT);
    }

    private static Measured share(BlindCheck check, int theme) {
        return (Measured) check.themes().get(theme).figures().share();
    }

    @Test
    void oneReaderIsTheCheck() {
        BlindCheck check = check(material(List.of(reading("Ada", 0, DRAWN, 4)), Map.of()));
        boolean[] human = new boolean[DRAWN];
        boolean[] machine = new boolean[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            machine[i] = i % 3 == 0;
            human[i] = machine[i] && i % 4 != 0;
        }
        assertThat(share(check, 1))
                .isEqualTo(ThemeShare.corrected(
                        BlindSample.simple(human, machine, POPULATION), MachineCount.of(334, POPULATION), 0.95));
        assertThat(share(check, 0)).as("the theme above").isEqualTo(share(check, 1));
        assertThat(check.differences()).isEmpty();
        assertThat(check.readTwice()).isZero();
        assertThat(check.agreement()).isInstanceOf(Coefficient.Refused.class);
        assertThat(check.themes().getFirst().agreement().alpha()).isInstanceOf(Coefficient.Refused.class);
    }

    @Test
    void agreementIsThatOfTheQualityLibrary() {
        BlindCheck check =
                check(material(List.of(reading("Ada", 0, DRAWN, 4), reading("Ben", 0, DRAWN, 10)), Map.of()));
        Ratings.Builder<String> rent = Ratings.over(List.of("given", "not given"));
        Ratings.Builder<Set<String>> sets = Ratings.builder();
        for (int i = 0; i < DRAWN; i++) {
            Set<String> coded = new TreeSet<>(machine(i));
            if (coded.contains("rent")) {
                coded.add("cost");
            }
            for (String reader : List.of("Ada", "Ben")) {
                boolean missed = i % (reader.equals("Ada") ? 4 : 10) == 0;
                rent.add("a" + i, reader, !missed && i % 3 == 0 ? "given" : "not given");
                sets.add("a" + i, reader, missed ? Set.of() : coded);
            }
        }
        ReaderAgreement agreement = check.themes().get(1).agreement();
        assertThat(agreement.alpha()).isEqualTo(KrippendorffAlpha.nominal(rent.build(), 0.95));
        assertThat(agreement.kappa()).isEqualTo(CohenKappa.of(rent.build(), 0.95));
        assertThat(((Coefficient.Estimate) check.agreement()).value())
                .isCloseTo(
                        ((Coefficient.Estimate) KrippendorffAlpha.of(sets.build(), SetDistance.MASI, 0.95)).value(),
                        within(1e-12));
        assertThat(check.readTwice()).isEqualTo(DRAWN);
    }

    @Test
    void aRareThemeNamesThePrevalenceParadox() {
        BlindCheck check =
                check(material(List.of(reading("Ada", 0, DRAWN, 1000), reading("Ben", 0, DRAWN, 50)), Map.of()));
        Map<String, Set<String>> differing = new LinkedHashMap<>();
        check.differences().forEach(difference -> differing.put(difference.unit(), difference.differing()));
        assertThat(differing).isEqualTo(Map.of("a50", Set.of("noise")));
        BlindCheck far =
                check(material(List.of(reading("Ada", 0, DRAWN, 1), reading("Ben", 0, DRAWN, 1000)), Map.of()));
        var alpha = (Coefficient.Estimate) far.themes().get(2).agreement().alpha();
        assertThat(alpha.cautions()).hasAtLeastOneElementOfType(Caution.PrevalenceParadox.class);
    }

    @Test
    void noReaderWinsUntilSomeoneDecides() {
        List<BlindMaterial.Reading> readings = List.of(reading("Ada", 0, DRAWN, 4), reading("Ben", 0, DRAWN, 10_000));
        BlindCheck open = check(material(readings, Map.of()));
        BlindCheck turned = check(material(readings.reversed(), Map.of()));
        assertThat(open.undecided()).isEqualTo(8);
        assertThat(open.themes().stream().map(BlindCheck.ThemeCheck::figures))
                .isEqualTo(turned.themes().stream()
                        .map(BlindCheck.ThemeCheck::figures)
                        .toList());
        Map<String, Set<String>> asAda = new LinkedHashMap<>();
        Map<String, Set<String>> asBen = new LinkedHashMap<>();
        for (BlindCheck.Difference difference : open.differences()) {
            asAda.put(difference.unit(), difference.given().getOrDefault("Ada", Set.of()));
            asBen.put(difference.unit(), difference.given().getOrDefault("Ben", Set.of()));
        }
        BlindCheck ada = check(material(readings, asAda));
        BlindCheck ben = check(material(readings, asBen));
        assertThat(share(ada, 1)).isEqualTo(share(check(material(List.of(readings.getFirst()), Map.of())), 1));
        assertThat(share(ben, 1)).isEqualTo(share(check(material(List.of(readings.getLast()), Map.of())), 1));
        assertThat(ada.undecided()).isZero();
        assertThat(ada.themes().get(1).agreement())
                .as("agreement is as read, not as decided")
                .isEqualTo(open.themes().get(1).agreement());
        assertThat(share(open, 1).interval().low())
                .isEqualTo(share(ada, 1).interval().low());
        assertThat(share(open, 1).interval().high())
                .isEqualTo(share(ben, 1).interval().high());
    }

    @Test
    void ofThreeReadersTheMajorityDecides() {
        BlindMaterial.Reading ada = reading("Ada", 0, DRAWN, 4);
        BlindCheck check =
                check(material(List.of(ada, reading("Ben", 0, DRAWN, 4), reading("Cyd", 0, DRAWN, 10_000)), Map.of()));
        assertThat(check.undecided()).isZero();
        assertThat(share(check, 1)).isEqualTo(share(check(material(List.of(ada), Map.of())), 1));
        assertThat(check.differences()).isNotEmpty();
    }

    @Test
    void whatIsNotYetReadCountsAsNotDrawn() {
        BlindCheck half = check(material(List.of(reading("Ada", 0, DRAWN / 2, 4)), Map.of()));
        BlindMaterial drawnHalf = new BlindMaterial(
                CODEBOOK,
                material(List.of(), Map.of()).population(),
                Stream.iterate(0, i -> i + 1).limit(DRAWN / 2).collect(Collectors.toMap(i -> "a" + i, _ -> 0.05)),
                List.of(reading("Ada", 0, DRAWN / 2, 4)),
                Map.of());
        assertThat(half.themes()).isEqualTo(check(drawnHalf).themes());
        assertThat(half.read()).isEqualTo(50);
        assertThat(half.drawn()).isEqualTo(DRAWN);
    }

    @Test
    void withNothingReadEveryFigureIsRefused() {
        BlindCheck check = check(material(List.of(), Map.of()));
        assertThat(check.themes()).hasSize(3).allSatisfy(theme -> {
            assertThat(theme.figures().share()).isInstanceOf(Refused.class);
            assertThat(theme.more()).isEqualTo(-1);
        });
        BlindCheck empty = check(new BlindMaterial(CODEBOOK, List.of(), Map.of(), List.of(), Map.of()));
        assertThat(empty.themes())
                .allSatisfy(theme -> assertThat(theme.figures().share()).isInstanceOf(Refused.class));
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> material(List.of(reading("Ada", 0, DRAWN + 1, 4)), Map.of()))
                .hasMessage("unknown answer read by Ada: a100");
        assertThatThrownBy(() -> material(List.of(reading("Ada", 0, 1, 4), reading("Ada", 0, 1, 4)), Map.of()))
                .hasMessage("each reader may stand once: Ada");
        assertThatThrownBy(() -> material(List.of(reading("Ada", 0, 2, 4)), Map.of("a7", Set.of())))
                .hasMessage("unknown answer adjudicated: a7");
    }
}
