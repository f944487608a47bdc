package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementTest {
    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    private static Result run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine command =
                Folkmoot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[arguments.length + 1];
        words[0] = "agreement";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        int code = command.execute(words);
        return new Result(code, out.toString(), err.toString());
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /// Two raters, 100 items: 90 no/no, 4 no/yes, 4 yes/no, 2 yes/yes.
    private Path paradox() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,rater,label"));
        for (int i = 0; i < 100; i++) {
            lines.add("q" + i + ",ann," + (i < 94 ? "no" : "yes"));
            lines.add("q" + i + ",bob," + (i < 90 || (i >= 94 && i < 98) ? "no" : "yes"));
        }
        return write("ratings.csv", lines.toArray(String[]::new));
    }

    @Test
    void aTableForPeople() throws IOException {
        Result result = run(paradox());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("""
                        200 ratings by 2 raters of 100 items rated twice or more, nominal level

                                                 value  95 % interval
                        Percent agreement        0.920  0.850 to 0.959
                        Cohen's kappa            0.291  -0.067 to 0.649
                        Scott's pi               0.291  -0.073 to 0.655
                        Krippendorff's alpha     0.294  -0.070 to 0.659
                        Gwet's AC1               0.910  0.844 to 0.976

                        If one rater gives the label, how likely another gives it too:
                        no                       0.957  0.917 to 0.979
                        yes                      0.333  0.107 to 0.675

                        ! Prevalence paradox: raters agree on 92.0 % yet the coefficient is 0.29, because 94.0 % of ratings are "no" and chance alone gives most of that agreement. Read it beside AC1 and the agreement on each category.
                        ! Only 12 ratings are not "no": few judgements decide the coefficient, and the interval holds less often than it says.
                        ! The interval (-0.07 to 0.65) includes 0: agreement beyond chance is not shown.

                        What this means: by Krippendorff's alpha raters avoid 29 % of the disagreement that chance would give; it says neither who is right nor whether the labels are the right ones, and it holds for items like these only.
                        """);
    }

    @Test
    void jsonForMachines() throws IOException {
        Result result = run(paradox(), "--json", "--coefficient", "cohen,ac");
        assertThat(result.code()).isZero();
        JsonNode root = JsonMapper.shared().readTree(result.out());
        JsonNode cohen = root.get("coefficients").get(0);
        assertThat(cohen.get("coefficient").asString()).isEqualTo("cohen");
        assertThat(cohen.get("value").doubleValue()).isCloseTo(0.29078014184397205, within(1e-9));
        assertThat(cohen.get("cautions").get(0).asString()).startsWith("Prevalence paradox");
        assertThat(root.get("coefficients")).hasSize(2);
        assertThat(root.get("labels")).hasSize(2);
    }

    /// Krippendorff (2011), example C, as people would type it; the scale given by a codebook.
    @Test
    void scales() throws IOException {
        String[] raters = {
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
        };
        List<String> lines = new ArrayList<>(List.of("Item;Rater;Label"));
        for (int r = 0; r < raters.length; r++) {
            String[] cells = raters[r].split(" ", -1);
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].equals(".")) {
                    lines.add("unit " + i + ";" + "observer " + r + ";" + cells[i]);
                }
            }
        }
        Path file = write("units.csv", lines.toArray(String[]::new));
        assertThat(run(file).out()).contains("Krippendorff's alpha     0.743");
        assertThat(run(file, "--level", "ordinal").out()).contains("Krippendorff's alpha     0.815");
        assertThat(run(file, "--level", "interval").out()).contains("Krippendorff's alpha     0.849");
        assertThat(run(file, "--level", "ratio").out()).contains("Krippendorff's alpha     0.797");
    }

    @Test
    void severalLabels() throws IOException {
        Path file = write(
                "sets.csv",
                "item,rater,label",
                "1,ann,cost | noise",
                "1,bob,cost",
                "2,ann,safety",
                "2,bob,safety",
                "3,ann,",
                "3,bob,noise");
        Path codebook = write("themes.csv", "question,id,headline", "q1,cost,Cost", "q1,noise,Noise", "q1,safety,Safe");
        Result result = run(file, "--level", "masi", "--codebook", codebook);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("6 ratings by 2 raters of 3 items rated twice or more, masi level")
                .contains("cost                     1.000")
                .contains("noise                    0.000")
                .contains("safety                   1.000");
    }

    @Test
    void allFaultsAreListedAndNothingIsWritten() throws IOException {
        Path file =
                write("faults.csv", "item,rater,label", "1,ann,yes", "1,bob,maybe", "1,ann,no", ",bob,yes", "2,,no");
        Path codebook = write("codebook.csv", "label", "yes", "no");
        Result result = run(file, "--codebook", codebook);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        "error: faults.csv, row 4, column \"rater\": rater ann rated item 1 in row 2 already. To mend it:"
                                + " keep one of the two rows.",
                        "error: faults.csv, row 5, column \"item\": the item is blank. To mend it: fill it in, or delete"
                                + " the row.",
                        "error: faults.csv, row 6, column \"rater\": the rater is blank. To mend it: fill it in, or"
                                + " delete the row.",
                        "error: faults.csv, row 3, column \"label\": the label \"maybe\" is not in the codebook. To mend"
                                + " it: use one of its 2 labels, or add this one to it.");
    }

    @Test
    void anEmptyFile() throws IOException {
        Result result = run(write("empty.csv", "item,rater,label"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: empty.csv: there is no rating.");
        Path nothing = Files.writeString(folder.resolve("nothing.csv"), "");
        assertThat(run(nothing).code()).isEqualTo(2);
    }

    @Test
    void columnsThatAreNotThere() throws IOException {
        Result result = run(write("wide.csv", "item,ann,bob", "1,yes,no"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(2).allMatch(line -> line.startsWith("error: wide.csv, row 1, column"));
    }

    @Test
    void oneClassOnly() throws IOException {
        Result result = run(write("one.csv", "item,rater,label", "1,ann,yes", "1,bob,yes", "2,ann,yes", "2,bob,yes"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualToIgnoringNewLines(
                        "folkmoot agreement: Every rating of the 2 items is \"yes\": all agree, but whether raters can tell"
                                + " it from anything else was not tested, and the coefficient is 0/0.");
    }

    /// Two raters a grade apart on half of the items: a kappa that counts that as partly right must say so.
    @Test
    void kappaOnAScaleSaysThatItIsWeighted() throws IOException {
        Path file = write(
                "grades.csv",
                "item,rater,label",
                "1,ann,1",
                "1,bob,2",
                "2,ann,2",
                "2,bob,2",
                "3,ann,3",
                "3,bob,3",
                "4,ann,3",
                "4,bob,2");
        assertThat(run(file, "--coefficient", "cohen,scott,fleiss").out())
                .contains("\nCohen's kappa  ", "\nScott's pi  ", "\nFleiss' kappa  ");
        for (String level : List.of("ordinal", "interval", "ratio")) {
            assertThat(run(file, "--level", level, "--coefficient", "cohen,scott,fleiss")
                            .out())
                    .contains("\nCohen's weighted kappa ", "\nScott's pi, unweighted ", "\nFleiss' weighted kappa ");
        }
    }

    @Test
    void wordsOnAScaleNeedItsOrder() throws IOException {
        Path file = write("scale.csv", "item,rater,label", "1,ann,low", "1,bob,high", "2,ann,low", "2,bob,low");
        Result without = run(file, "--level", "ordinal");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err().lines()).hasSize(4).allMatch(line -> line.contains("--codebook"));
        Path codebook = write("levels.csv", "label", "low", "middle", "high");
        assertThat(run(file, "--level", "ordinal", "--codebook", codebook).code())
                .isZero();
    }

    @Test
    void aCoefficientThatDoesNotSuitIsRefusedInItsRow() throws IOException {
        Path file = write(
                "three.csv",
                "item,rater,label",
                "1,ann,a",
                "1,bob,b",
                "1,cem,a",
                "2,ann,b",
                "2,bob,b",
                "3,cem,a",
                "3,ann,a");
        Result result = run(file, "--coefficient", "cohen,alpha");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Cohen's kappa             none  This coefficient compares two raters, and there are 3.");
    }

    @Test
    void blankLabelsAreNotRatings() throws IOException {
        Path file =
                write("blank.csv", "item,rater,label", "1,ann,a", "1,bob,b", "2,ann,b", "2,bob,b", "3,ann,a", "3,bob,");
        Result result = run(file);
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith("warning: blank.csv, column \"label\": 1 labels are blank and taken as not rated.");
        assertThat(result.out()).contains("4 ratings by 2 raters of 2 items rated twice or more");
    }

    @Test
    void wrongUsage() {
        assertThat(run("nowhere.csv").code()).isEqualTo(2);
        assertThat(run("nowhere.csv", "--level", "tall").code()).isEqualTo(2);
        assertThat(run("nowhere.csv", "--confidence", "95").err()).contains("--confidence must be in (0, 1): 95.0");
    }
}
