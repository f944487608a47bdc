package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.quality.ReferenceData;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Real ratings against the agreement computed from them by scikit-learn, statsmodels and NLTK, which print all
/// digits.
class AgreementDataReferenceTest {
    private static void same(Coefficient coefficient, JsonNode expected, String what) {
        assertThat(coefficient).as(what).isInstanceOf(Estimate.class);
        assertThat(((Estimate) coefficient).value()).as(what).isCloseTo(expected.doubleValue(), within(1e-9));
    }

    @Test
    void aiid() {
        Path folder = ReferenceData.folder("aiid");
        List<Map<String, NamedCsvRecord>> files = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
            for (NamedCsvRecord row : ReferenceData.csv(folder.resolve("cset_v1_annotator" + i + ".csv"))) {
                rows.put(row.getField("Incident ID"), row);
            }
            files.add(rows);
        }
        JsonNode fields =
                ReferenceData.json(folder.resolve("expected_agreement.json")).get("fields");
        assertThat(fields.size()).isEqualTo(14);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Ratings.Builder<String> all = Ratings.builder();
            Ratings.Builder<String> two = Ratings.builder();
            for (int i = 0; i < 3; i++) {
                String rater = "annotator " + (i + 1);
                for (Map.Entry<String, NamedCsvRecord> row : files.get(i).entrySet()) {
                    String value = row.getValue().getField(field.getKey());
                    if (!value.isEmpty()) {
                        all.add(row.getKey(), rater, value);
                        if (i < 2) {
                            two.add(row.getKey(), rater, value);
                        }
                    }
                }
            }
            JsonNode expected = field.getValue();
            Ratings<String> pair = two.build();
            Coefficient percent = PercentAgreement.of(pair, 0.95);
            same(percent, expected.get("percent_agreement"), field.getKey());
            same(CohenKappa.of(pair, 0.95), expected.get("cohen_kappa_a1_a2"), field.getKey());
            Coefficient alpha = KrippendorffAlpha.nominal(all.build(), 0.95);
            same(alpha, expected.get("alpha_nominal_3files"), field.getKey());
            assertThat(((Estimate) alpha).basis().items())
                    .as(field.getKey())
                    .isEqualTo(expected.get("n_units_with_2plus").intValue());
            assertThat(((Estimate) percent).basis().items())
                    .isEqualTo(expected.get("n_pairs").intValue());
        }
    }

    @Test
    void convabuse() {
        Path folder = ReferenceData.folder("convabuse");
        JsonNode expected = ReferenceData.json(folder.resolve("expected_agreement.json"));
        List<NamedCsvRecord> rows = new ArrayList<>(ReferenceData.csv(folder.resolve("annotations.csv")));
        rows.sort(Comparator.comparing(row -> Integer.valueOf(row.getField("example_no"))));
        Ratings.Builder<Integer> first = Ratings.builder();
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            if (seen.add(row.getField("item_id") + " " + row.getField("annotator_id"))) {
                first.add(
                        row.getField("item_id"),
                        row.getField("annotator_id"),
                        Integer.valueOf(row.getField("severity")));
            }
        }
        Ratings<Integer> ratings = first.build().sorted(Integer::compare);
        assertThat(ratings.size()).isEqualTo(expected.get("n_ratings").intValue());
        assertThat(ratings.items()).hasSize(expected.get("n_items").intValue());
        same(KrippendorffAlpha.nominal(ratings, 0.95), expected.get("nltk_alpha_nominal"), "NLTK");
        same(KrippendorffAlpha.nominal(ratings, 0.95), expected.get("alpha_nominal_severity5"), "nominal");
        same(KrippendorffAlpha.ordinal(ratings, 0.95), expected.get("alpha_ordinal_severity5"), "ordinal");
        same(KrippendorffAlpha.interval(ratings, 0.95), expected.get("alpha_interval_severity5"), "interval");
        same(
                KrippendorffAlpha.nominal(ratings.map(severity -> severity < 0), 0.95),
                expected.get("alpha_nominal_binary_abusive(severity<0)"),
                "abusive");
    }

    /// A person who rated the same item twice is compared with themselves.
    @Test
    void convabuseWithinAnnotators() {
        Path folder = ReferenceData.folder("convabuse");
        JsonNode expected = ReferenceData.json(folder.resolve("expected_agreement.json"));
        List<NamedCsvRecord> rows = new ArrayList<>(ReferenceData.csv(folder.resolve("annotations.csv")));
        rows.sort(Comparator.comparing(row -> Integer.valueOf(row.getField("example_no"))));
        Map<String, Integer> times = new HashMap<>();
        Ratings.Builder<Integer> twice = Ratings.builder();
        for (NamedCsvRecord row : rows) {
            String key = row.getField("item_id") + " " + row.getField("annotator_id");
            int time = times.merge(key, 1, Integer::sum);
            if (time <= 2) {
                twice.add(key, "time " + time, Integer.valueOf(row.getField("severity")));
            }
        }
        Ratings<Integer> ratings = twice.build().sorted(Integer::compare);
        Coefficient percent = PercentAgreement.of(ratings, 0.95);
        assertThat(((Estimate) percent).basis().items())
                .isEqualTo(expected.get("intra_annotator_pairs").intValue());
        same(percent, expected.get("intra_percent_agreement"), "percent");
        same(CohenKappa.of(ratings, 0.95), expected.get("intra_cohen_kappa_unweighted"), "kappa");
        double[] scores =
                ratings.categories().stream().mapToDouble(Integer::doubleValue).toArray();
        same(
                CohenKappa.weighted(ratings, Weights.quadratic(scores), 0.95),
                expected.get("intra_cohen_kappa_quadratic"),
                "quadratic");
    }

    @Test
    void xstest() {
        Path folder = ReferenceData.folder("xstest");
        JsonNode expected = ReferenceData.json(folder.resolve("expected_agreement.json"));
        Map<String, Ratings.Builder<String>> byModel = new LinkedHashMap<>();
        Ratings.Builder<String> overall = Ratings.builder();
        for (NamedCsvRecord row : ReferenceData.csv(folder.resolve("human_annotations.csv"))) {
            String model = row.getField("model");
            String item = row.getField("id") + " " + model;
            Ratings.Builder<String> own = byModel.computeIfAbsent(model, _ -> Ratings.builder());
            for (int rater = 1; rater <= 2; rater++) {
                String label = row.getField("annotation_" + rater);
                if (!label.isEmpty()) {
                    own.add(item, "rater " + rater, label);
                    overall.add(item, "rater " + rater, label);
                }
            }
        }
        sameTwo(overall.build(), expected.get("overall"), "overall");
        for (Map.Entry<String, JsonNode> model : expected.get("by_model").properties()) {
            Ratings.Builder<String> own = byModel.getOrDefault(model.getKey(), Ratings.builder());
            sameTwo(own.build(), model.getValue(), model.getKey());
        }
    }

    private static void sameTwo(Ratings<String> ratings, JsonNode expected, String what) {
        Coefficient percent = PercentAgreement.of(ratings, 0.95);
        assertThat(((Estimate) percent).basis().items())
                .as(what)
                .isEqualTo(expected.get("n").intValue());
        same(percent, expected.get("percent_agreement"), what);
        same(CohenKappa.of(ratings, 0.95), expected.get("cohen_kappa"), what);
    }

    /// A worker may judge a sentence in several jobs: each job's judgement counts as another rater's.
    @Test
    void euCoal() {
        Path folder = ReferenceData.folder("eu-coal-crowdcoding");
        JsonNode expected =
                ReferenceData.json(folder.resolve("expected_agreement.json")).get("by_language");
        Map<String, Ratings.Builder<Integer>> byLanguage = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (NamedCsvRecord row : ReferenceData.csv(folder.resolve("judgments.csv"))) {
            if (row.getField("is_test_question").equals("false")
                    && row.getField("screener").equals("FALSE")
                    && row.getField("tainted").equals("false")
                    && !row.getField("judgment").isEmpty()) {
                String item = row.getField("language") + " " + row.getField("sentence_id");
                String rater = row.getField("worker");
                int time = times.merge(item + " " + rater, 1, Integer::sum);
                byLanguage
                        .computeIfAbsent(row.getField("language"), _ -> Ratings.builder())
                        .add(item, rater + " " + time, Integer.valueOf(row.getField("judgment")));
            }
        }
        assertThat(byLanguage).hasSize(6);
        byLanguage.forEach((language, builder) -> {
            Ratings<Integer> ratings = builder.build().sorted(Integer::compare);
            JsonNode figures = expected.get(language);
            assertThat(ratings.size())
                    .as(language)
                    .isEqualTo(figures.get("n_judgments").intValue());
            assertThat(ratings.items())
                    .as(language)
                    .hasSize(figures.get("n_sentences").intValue());
            same(KrippendorffAlpha.nominal(ratings, 0.95), figures.get("alpha_nominal"), language);
            same(KrippendorffAlpha.ordinal(ratings, 0.95), figures.get("alpha_ordinal"), language);
            same(KrippendorffAlpha.interval(ratings, 0.95), figures.get("alpha_interval"), language);
        });
    }

    @Test
    void davidson() {
        Path folder = ReferenceData.folder("davidson-counts");
        JsonNode expected = ReferenceData.json(folder.resolve("expected_agreement.json"));
        List<int[]> all = new ArrayList<>();
        List<int[]> three = new ArrayList<>();
        for (NamedCsvRecord row : ReferenceData.csv(folder.resolve("rater_counts.csv"))) {
            int[] counts = {
                Integer.parseInt(row.getField("hate_speech")),
                Integer.parseInt(row.getField("offensive_language")),
                Integer.parseInt(row.getField("neither"))
            };
            all.add(counts);
            if (counts[0] + counts[1] + counts[2] == 3) {
                three.add(counts);
            }
        }
        Ratings<Integer> ratings = Ratings.ofCounts(all.toArray(int[][]::new));
        assertThat(ratings.items()).hasSize(expected.get("n_all").intValue());
        assertThat(three).hasSize(expected.get("n3_items").intValue());
        same(
                FleissKappa.of(Ratings.ofCounts(three.toArray(int[][]::new)), 0.95),
                expected.get("fleiss_kappa_items_with_3_raters"),
                "three");
        same(KrippendorffAlpha.nominal(ratings, 0.95), expected.get("alpha_nominal_all_items_varying_raters"), "all");
        assertThat(CohenKappa.of(ratings, 0.95)).isEqualTo(new Coefficient.Refused(new Refusal.AnonymousRaters()));
    }
}
