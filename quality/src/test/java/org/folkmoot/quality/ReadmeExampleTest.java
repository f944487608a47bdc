package org.folkmoot.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.estimation.Proportion;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {
    @Test
    void exampleRunsAsShown() throws Exception {
        // example
        Ratings<String> ratings = Ratings.<String>builder()
                .add("answer 1", "Ann", "cost")
                .add("answer 1", "Ben", "cost")
                .add("answer 2", "Ann", "cost")
                .add("answer 2", "Ben", "delay")
                .add("answer 3", "Ann", "delay")
                .add("answer 3", "Ben", "delay")
                .build();
        Coefficient alpha = KrippendorffAlpha.nominal(ratings, 0.95);
        Interval share = new Proportion(42, 400).wilson(0.95);
        // end
        // By hand: two of six pairable values differ from their partner, 18 of 30 ordered pairs differ by chance.
        assertThat(alpha)
                .isInstanceOfSatisfying(
                        Coefficient.Estimate.class,
                        estimate -> assertThat(estimate.value()).isCloseTo(1 - (2.0 / 6) / (18.0 / 30), offset(1e-12)));
        assertThat(share.contains(0.105)).isTrue();
        String source = Files.readString(Path.of("src/test/java/org/folkmoot/quality/ReadmeExampleTest.java"));
        int from = source.indexOf("// example") + "// example".length();
        assertThat(bare(Files.readString(Path.of("README.md"))))
                .contains(bare(source.substring(from, source.indexOf("// end"))));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
