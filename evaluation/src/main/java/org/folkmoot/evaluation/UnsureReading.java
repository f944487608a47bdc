package org.folkmoot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.evaluation.CodedComments.Machine;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.ThemeShare;
import org.folkmoot.quality.sampling.Draw;
import org.folkmoot.quality.sampling.Frame;
import org.folkmoot.quality.sampling.SamplePlan;

/// Coverage and width when those the machine is unsure of are read more often.
final class UnsureReading {
    private static final int READ = 300;
    private static final int THEMES = 6;

    private UnsureReading() {}

    static Table table(CodedComments comments, Machine machine, int draws) {
        List<Integer> largest = IntStream.range(0, comments.themes().size())
                .boxed()
                .sorted((a, b) -> CodedComments.count(comments.human()[b]) - CodedComments.count(comments.human()[a]))
                .limit(THEMES)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int t : largest) {
            rows.add(row(comments, machine, t, draws / 2));
        }
        return new Table(
                "Reading what the machine is unsure of",
                "300 of 5,043 read, the learnt machine, corrected shares; half the sample given out by √(p(1 - p)), half"
                        + " equally; coverage in per cent of half as many samples as above, and mean width.",
                List.of("theme", "share, %", "simple", "unsure"),
                rows);
    }

    private static List<String> row(CodedComments comments, Machine machine, int t, int draws) {
        boolean[] human = comments.human()[t];
        boolean[] coded = machine.coded()[t];
        double truth = CodedComments.count(human) / (double) human.length;
        MachineCount count = MachineCount.of(CodedComments.count(coded), human.length);
        Frame frame = new Frame(IntStream.range(0, human.length)
                .mapToObj(i -> new Frame.Unit(Integer.toString(i), "", machine.unsure()[t][i]))
                .toList());
        List<String> row = new ArrayList<>(List.of(comments.themes().get(t), CoverageEvaluation.percent(truth)));
        for (SamplePlan plan :
                List.of(new SamplePlan.Simple(READ), new SamplePlan.Unsure(READ, SamplePlan.Unsure.EQUAL_PART))) {
            Tally tally = new Tally(truth);
            for (int seed = 0; seed < draws; seed++) {
                List<Draw.Drawn> drawn = Draw.from(frame, plan, seed).units();
                boolean[] has = new boolean[READ];
                boolean[] says = new boolean[READ];
                double[] chance = new double[READ];
                for (int i = 0; i < READ; i++) {
                    int unit = Integer.parseInt(drawn.get(i).unit().id());
                    has[i] = human[unit];
                    says[i] = coded[unit];
                    chance[i] = drawn.get(i).probability();
                }
                tally.add(CoverageOfArrays.interval(
                        ThemeShare.corrected(BlindSample.weighted(has, says, chance), count, 0.95)));
            }
            row.add(tally.text(true));
        }
        return row;
    }
}
