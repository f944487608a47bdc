package org.folkmoot.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.junit.jupiter.api.Test;

/// The worked example of `docs/methods/blind-sample.md`: 2,000 answers, 400 of them coded `cost`, 200 read by two.
class WorkedExampleTest {
    private static final Set<String> COST = Set.of("cost");

    /// The first 40 of those drawn are coded. Who gave the theme, by place: both, the first only, the second only.
    private static Set<String> given(int i, boolean first) {
        int place = i < 40 ? i : i - 40;
        int both = i < 40 ? 30 : 6;
        int ofFirst = 3;
        int ofSecond = i < 40 ? 1 : 2;
        boolean gives = place < both
                || (first ? place < both + ofFirst : place >= both + ofFirst && place < both + ofFirst + ofSecond);
        return gives ? COST : Set.of();
    }

    private static BlindCheck check(Map<String, Set<String>> adjudicated) {
        List<BlindMaterial.Unit> population = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            boolean coded = i < 40 || (i >= 200 && i < 560);
            population.add(new BlindMaterial.Unit("a" + i, "", coded ? COST : Set.of()));
        }
        Map<String, Double> drawn = new LinkedHashMap<>();
        Map<String, Set<String>> ada = new LinkedHashMap<>();
        Map<String, Set<String>> ben = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            drawn.put("a" + i, 0.1);
            ada.put("a" + i, given(i, true));
            ben.put("a" + i, given(i, false));
        }
        return BlindCheck.of(
                new BlindMaterial(
                        List.of(new BlindMaterial.Theme("cost", "")),
                        population,
                        drawn,
                        List.of(new BlindMaterial.Reading("Ada", ada), new BlindMaterial.Reading("Ben", ben)),
                        adjudicated),
                new BlindCheck.Options(0.95, 0.03));
    }

    /// Of the nine that are open the adjudicator gives the theme to three of the coded and two of the others.
    private static Map<String, Set<String>> decided() {
        Map<String, Set<String>> decided = new LinkedHashMap<>();
        int coded = 0;
        int others = 0;
        for (BlindCheck.Difference difference : check(Map.of()).differences()) {
            boolean ofCoded = Integer.parseInt(difference.unit().substring(1)) < 40;
            boolean gives = ofCoded ? coded++ < 3 : others++ < 2;
            decided.put(difference.unit(), gives ? COST : Set.of());
        }
        return decided;
    }

    private static String figures(BlindCheck check) {
        BlindCheck.ThemeCheck cost = check.themes().getFirst();
        return String.join(
                        "; ",
                        text(cost.figures().share()),
                        text(cost.figures().accuracy().precision()),
                        text(cost.figures().accuracy().recall()))
                + "; " + cost.more();
    }

    private static String text(Estimate estimate) {
        return estimate instanceof Measured measured
                ? String.format(
                        Locale.ROOT,
                        "%.1f %.1f to %.1f",
                        100 * measured.value(),
                        100 * measured.interval().low(),
                        100 * measured.interval().high())
                : "refused";
    }

    @Test
    void figuresAreThoseOfThePage() {
        BlindCheck open = check(Map.of());
        assertThat(open.undecided()).isEqualTo(9);
        assertThat(figures(open)).isEqualTo("20.3 14.7 to 26.6; 80.0 60.6 to 92.9; 79.1 61.0 to 92.5; 125");
        assertThat(figures(check(decided()))).isEqualTo("20.5 17.2 to 24.3; 82.5 68.9 to 91.1; 80.5 68.6 to 88.9; 66");
    }

    @Test
    void agreementIsThatOfThePage() {
        ReaderAgreement agreement = check(Map.of()).themes().getFirst().agreement();
        assertThat(CheckedFigures.coefficient(agreement.alpha())).isEqualTo("0.86 (0.77 to 0.95)");
        assertThat(CheckedFigures.coefficient(agreement.kappa())).isEqualTo("0.86 (0.77 to 0.95)");
        assertThat(CheckedFigures.coefficient(agreement.percent())).isEqualTo("0.96 (0.92 to 0.98)");
    }
}
