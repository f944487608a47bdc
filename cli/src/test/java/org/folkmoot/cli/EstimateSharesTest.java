package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.quality.estimation.DesignEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimateSharesTest {
    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    private static Result run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine command =
                Folkmoot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code =
                command.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /// 200 items: the machine gives cost to the first 50, people to the first 40 and to 10 of the last.
    private Path codings() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,label"));
        for (int i = 0; i < 200; i++) {
            lines.add("a" + i + "," + (i < 50 ? "cost" : ""));
        }
        return write("codings.csv", lines);
    }

    /// Every fourth item read.
    private Path reviewed() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,label"));
        for (int i = 0; i < 200; i += 4) {
            lines.add("a" + i + "," + (i < 40 || i >= 190 ? "cost" : ""));
        }
        return write("read.csv", lines);
    }

    /// Of 100 in the north the machine codes 50, rightly; of 100 in the south none, rightly. 60 of the north are
    /// copies of one letter that raises the theme in 50 of them.
    @Test
    void groupsAreComparedAndCopiesWeighed() throws IOException {
        List<String> all = new ArrayList<>(List.of("item,label,region,letter"));
        List<String> read = new ArrayList<>(List.of("item,label"));
        for (int i = 0; i < 200; i++) {
            String label = i < 50 ? "cost" : "";
            all.add("a" + i + "," + label + "," + (i < 100 ? "north" : "south") + "," + (i < 60 ? "L1" : ""));
            if (i % 4 == 0) {
                read.add("a" + i + "," + label);
            }
        }
        Result result = run(
                "estimate",
                write("all.csv", all),
                "--sample",
                write("some.csv", read),
                "--by",
                "region",
                "--copies",
                "letter",
                "--json");
        JsonNode json = JsonMapper.shared().readTree(result.out());
        JsonNode north = json.get("groups").get(0);
        assertThat(north.get("group").asString()).isEqualTo("north");
        assertThat(json.get("groups").size())
                .as("the south is all others of the north")
                .isEqualTo(1);
        JsonNode cost = north.get("themes").get(0);
        assertThat(cost.get("share").get("value").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(cost.get("difference").get("value").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(cost.get("difference").get("low").asDouble()).isGreaterThan(0.2);
        assertThat(cost.get("adjustedP").asDouble()).isLessThan(0.01);
        int[] cluster = IntStream.range(0, 200).map(i -> i < 60 ? 0 : i).toArray();
        double[] values =
                IntStream.range(0, 200).mapToDouble(i -> i < 50 ? 1 : 0).toArray();
        double[] ones = new double[200];
        Arrays.fill(ones, 1);
        assertThat(json.get("copies").get(0).get("designEffect").asDouble())
                .isGreaterThan(5)
                .isCloseTo(DesignEffect.of(values, cluster, ones).effect(), within(1e-9));
        assertThat(run("estimate", write("all.csv", all), "--sample", write("some.csv", read), "--by", "age"))
                .returns(2, Result::code)
                .extracting(Result::err)
                .asString()
                .contains("there is no column \"age\"");
    }

    /// By hand: of 50 coded 13 read, 10 right; of 150 others 37 read, 2 have it: 50 × 10/13 + 150 × 2/37 of 200.
    @Test
    void theCorrectedShareIsShown() throws IOException {
        Path out = folder.resolve("shares.csv");
        Result result = run("estimate", codings(), "--sample", reviewed(), "--out", out);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("50 of 200 read blind; 95 % intervals, in per cent")
                .contains("cost      25.0       23.3");
        assertThat(Files.readString(out))
                .startsWith("label,coded,items,read,share,low,high")
                .contains("\ncost,50,200,50,");
        JsonNode json = JsonMapper.shared()
                .readTree(run("estimate", codings(), "--sample", reviewed(), "--json")
                        .out());
        JsonNode theme = json.get("themes").get(0);
        assertThat(theme.get("share").get("value").asDouble())
                .isCloseTo((50 * 10 / 13.0 + 150 * 2 / 37.0) / 200, within(1e-12));
        assertThat(theme.get("precision").get("value").asDouble()).isCloseTo(10 / 13.0, within(1e-12));
    }

    @Test
    void allFaultsAreListedAndNothingIsWritten() throws IOException {
        Path codings = write("codings.csv", List.of("item,label", "a,cost", "b,", "b,trust", "c,risk"));
        Path sample = write(
                "read.csv", List.of("item,label,probability", "a,cost,0.5", "z,,0.5", "b,,1.5", "a,,0", "c,cost,"));
        Path codebook = write("codebook.csv", List.of("label", "cost", "trust"));
        Path out = folder.resolve("shares.csv");
        Result result = run("estimate", codings, "--sample", sample, "--codebook", codebook, "--out", out);
        assertThat(result.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(out).doesNotExist();
        assertThat(result.err().lines())
                .hasSize(7)
                .anyMatch(line -> line.startsWith("error: codings.csv, row 4, column \"item\": item b is in row 3"))
                .anyMatch(line -> line.contains("row 5, column \"label\": the label \"risk\" is not in the codebook"))
                .anyMatch(line -> line.contains("row 3, column \"item\": item z is not among"))
                .anyMatch(line ->
                        line.contains("row 4, column \"probability\": the probability must be in (0, 1]: \"1.5\""))
                .anyMatch(line -> line.contains("row 5, column \"item\": item a is in row 2"))
                .anyMatch(line ->
                        line.contains("row 5, column \"probability\": the probability must be in (0, 1]: \"0\""))
                .anyMatch(line -> line.contains("row 6, column \"probability\""));
    }

    @Test
    void emptyFilesAndFilesWithoutLabelsAreRefused() throws IOException {
        Path empty = write("empty.csv", List.of("item,label"));
        Path blank = write("blank.csv", List.of("item,label", "a,", "b,"));
        assertThat(run("estimate", blank, "--sample", empty).err()).contains("empty.csv: there is no coding");
        Result one = run("estimate", blank, "--sample", blank);
        assertThat(one.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(one.err()).contains("no item has any label");
    }

    @Test
    void plansThatSayNothingAreRefused() throws IOException {
        assertThat(run("plan", "budget", "--sum", 1000, "--human", 1, "--machine", 0.1, "--correlation", 0.1)
                        .out())
                .startsWith("Read 1,000 and leave the machine out");
        Result poor = run("plan", "budget", "--sum", 0.2, "--human", 1, "--machine", 0.1, "--correlation", 0.9);
        assertThat(poor.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(poor.err()).contains("sum does not pay for reading one: 0.2");
        Result nought = run("plan", "enough", reviewed(), "--label", "cost", "--population", 200, "--reach", 0);
        assertThat(nought.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(nought.err()).contains("reach must be positive: 0.0");
    }

    /// No sighting is a result where the sample was read, and an accident where it was not.
    @Test
    void aSampleWithoutAnyLabelIsWarnedOf() throws IOException {
        Path blank = write("unread.csv", List.of("item,label", "a1,", "a2,", "a3,"));
        Result result = run("estimate", codings(), "--sample", blank);
        assertThat(result.code()).isZero();
        assertThat(result.err()).startsWith("warning: unread.csv, column \"label\": no item of the sample has a label");
        assertThat(result.out()).contains("3 of 200 read blind");
    }

    @Test
    void whatPeopleReadIsNotOverwritten() throws IOException {
        Path sample = reviewed();
        String read = Files.readString(sample);
        Result estimate = run("estimate", codings(), "--sample", sample, "--out", sample);
        assertThat(estimate.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(estimate.err()).contains("--out must not be a file that is read");
        Result drawn = run("sample", codings(), "--plan", "simple:5", "--out", sample);
        assertThat(drawn.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(drawn.err()).contains("exists already");
        assertThat(sample).hasContent(read);
    }

    /// What sample writes, filled in, is what estimate reads; and the draw is the same again.
    @Test
    void aSampleDrawnAndReadGoesBackIn() throws IOException {
        List<String> frame = new ArrayList<>(List.of("item,uncertainty"));
        for (int i = 0; i < 200; i++) {
            frame.add("a" + i + "," + (i < 60 ? 0.4 : 0.1));
        }
        Path file = write("frame.csv", frame);
        Path drawn = folder.resolve("drawn.csv");
        Result result = run("sample", file, "--plan", "unsure", "-n", 60, "--seed", 7, "--out", drawn);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("60 of 200 drawn, plan unsure, seed 7, frame SHA-256 ");
        String text = Files.readString(drawn);
        assertThat(run("sample", file, "--plan", "unsure", "-n", 60, "--seed", 7)
                        .out())
                .isEqualTo(text);
        List<String> read = text.lines()
                .map(line -> line.matches("a[1-3]?[0-9],.*") ? line.replaceFirst(",", ",cost") : line)
                .toList();
        Result estimate = run("estimate", codings(), "--sample", write("read.csv", read));
        assertThat(estimate.err()).isEmpty();
        assertThat(estimate.out()).contains("60 of 200 read blind");
    }

    @Test
    void aFrameWithFaultsIsNotDrawnFrom() throws IOException {
        Path file = write("frame.csv", List.of("item,uncertainty", "a,0.2", "a,0.1", ",0.3", "b,-1", "c,much"));
        Result result = run("sample", file, "-n", 1);
        assertThat(result.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(result.err().lines()).hasSize(4);
        assertThat(result.out()).isEmpty();
        Path small = write("small.csv", List.of("item", "a", "b"));
        Result many = run("sample", small, "-n", 3);
        assertThat(many.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(many.err()).contains("cannot draw 3 units from a frame of 2");
    }

    @Test
    void plansAreSaidInASentence() throws IOException {
        assertThat(run("plan", "size", "--reach", 0.05, "--population", 4000).out())
                .startsWith("Read 351, drawn at random: a share of 50 % will be known to plus or minus 5 points");
        assertThat(run("plan", "acceptance", "--good", 0.01, "--bad", 0.05).out())
                .startsWith("Read 132 at random and accept if at most 3 are wrong.");
        assertThat(run("plan", "sequential", "--good", 0.02, "--bad", 0.08).out())
                .contains("that is after 36");
        assertThat(run("plan", "budget", "--sum", 1000, "--human", 1, "--machine", 0.1, "--correlation", 0.9)
                        .out())
                .startsWith("Read 605 and let the machine code these and 3,345 more: as good as reading 1,926");
        assertThat(run("plan", "enough", reviewed(), "--label", "cost", "--population", 200, "--reach", 0.2)
                        .out())
                .contains("50 read, 12 with \"cost\": between ");
        assertThat(run("plan", "enough", reviewed(), "--label", "cots", "--population", 200, "--reach", 0.2)
                        .out())
                .contains("50 read, 0 with \"cots\": between ");
        Result wrong = run("plan", "acceptance", "--good", 0.05, "--bad", 0.01);
        assertThat(wrong.code()).isEqualTo(Folkmoot.BAD_INPUT);
        assertThat(wrong.err()).contains("0 < good < bad < 1 must hold");
        assertThat(run("plan").code()).isEqualTo(Folkmoot.BAD_INPUT);
    }
}
