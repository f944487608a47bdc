package org.folkmoot.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.folkmoot.quality.sampling.AcceptancePlan;
import org.folkmoot.quality.sampling.SampleSize;
import org.folkmoot.quality.sampling.SequentialTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Says how much to read.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Say how much to read before reading it, or whether it is enough.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Plan.Size.class,
            Plan.Budget.class,
            Plan.Acceptance.class,
            Plan.Sequential.class,
            EnoughRead.class
        })
final class Plan implements Runnable {
    @Spec
    CommandSpec spec;

    Plan() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: size, budget, acceptance, sequential or enough");
    }

    /// How many to read for an interval of a given width.
    @Command(
            name = "size",
            mixinStandardHelpOptions = true,
            description = "How many to read for a share within plus or minus so much.")
    static final class Size extends PlanQuestion {
        @Option(names = "--reach", required = true, description = "Plus or minus, e.g. 0.03.")
        double reach;

        @Option(
                names = "--share",
                defaultValue = "0.5",
                description = "What the share may be. Default: the worst, 0.5.")
        double share;

        @Option(names = "--population", defaultValue = "0", description = "How many there are; 0 if very many.")
        long population;

        @Option(
                names = "--correlation",
                defaultValue = "0",
                description = "Between machine and people, from an earlier sample; 0 without a machine.")
        double correlation;

        @Option(names = "--confidence", defaultValue = "0.95", description = "Default: ${DEFAULT-VALUE}.")
        double confidence;

        Size() {}

        @Override
        Answer answer() {
            var aim = new SampleSize.Aim(reach, confidence, population == 0 ? Long.MAX_VALUE : population, correlation);
            long n = SampleSize.forShare(share, aim);
            ObjectNode fields = JsonText.object();
            fields.put("read", n);
            fields.put("reach", reach);
            fields.put("share", share);
            fields.put("confidence", confidence);
            String rare = n * Math.min(share, 1 - share) < 5
                    ? String.format(
                            Locale.ROOT,
                            "%nFewer than five of these will have it: the interval will be wider than planned.")
                    : "";
            return new Answer(
                    String.format(
                            Locale.ROOT,
                            "Read %,d, drawn at random: a share of %s will be known to plus or minus %s points, in %s of such samples.%s%nIt"
                                    + " is a plan: the interval itself comes from what is read.",
                            n,
                            plain(share),
                            plain(reach).replace(" %", ""),
                            plain(confidence),
                            rare),
                    fields);
        }
    }

    /// How to spend a budget on people and machine.
    @Command(
            name = "budget",
            mixinStandardHelpOptions = true,
            description = "How to divide a budget between people's reading and the machine's.")
    static final class Budget extends PlanQuestion {
        @Option(names = "--sum", required = true, description = "What there is to spend.")
        double sum;

        @Option(names = "--human", required = true, description = "Cost of reading one.")
        double human;

        @Option(names = "--machine", required = true, description = "Cost of having the machine code one.")
        double machine;

        @Option(names = "--correlation", required = true, description = "Between machine and people, in [0, 1).")
        double correlation;

        Budget() {}

        @Override
        Answer answer() {
            if (!(sum > 0 && human > 0 && machine > 0 && correlation >= 0 && correlation < 1)) {
                throw new IllegalArgumentException("sum and costs must be positive and the correlation in [0, 1): "
                        + sum + ", " + human + ", " + machine + ", " + correlation);
            }
            SampleSize.Budget budget = SampleSize.Budget.of(sum, correlation, human, machine);
            if (budget.read() == 0) {
                throw new IllegalArgumentException("sum does not pay for reading one: " + sum);
            }
            ObjectNode fields = JsonText.object();
            fields.put("read", budget.read());
            fields.put("unread", budget.unread());
            fields.put("cost", budget.cost());
            fields.put("effective", budget.effective());
            if (budget.unread() == 0) {
                return new Answer(
                        String.format(
                                Locale.ROOT,
                                "Read %,d and leave the machine out: at this correlation and cost it does not pay.%nThat holds"
                                        + " if the correlation does.",
                                budget.read()),
                        fields);
            }
            return new Answer(
                    String.format(
                            Locale.ROOT,
                            "Read %,d and let the machine code these and %,d more: as good as reading %,d without it.%nThat"
                                    + " holds if the correlation does.",
                            budget.read(),
                            budget.unread(),
                            budget.effective()),
                    fields);
        }
    }

    /// The two points of a test of a rate of wrong ones.
    abstract static class TwoPoints extends PlanQuestion {
        @Option(names = "--good", required = true, description = "Rate of wrong ones that is good enough, e.g. 0.01.")
        double good;

        @Option(names = "--bad", required = true, description = "Rate of wrong ones that is not, e.g. 0.05.")
        double bad;

        @Option(
                names = "--alpha",
                defaultValue = "0.05",
                description = "Chance of refusing what is good enough. Default: ${DEFAULT-VALUE}.")
        double alpha;

        @Option(
                names = "--beta",
                defaultValue = "0.10",
                description = "Chance of accepting what is not. Default: ${DEFAULT-VALUE}.")
        double beta;
    }

    /// An acceptance plan.
    @Command(
            name = "acceptance",
            mixinStandardHelpOptions = true,
            description = "The smallest plan: read n, accept if at most c are wrong.")
    static final class Acceptance extends TwoPoints {
        Acceptance() {}

        @Override
        Answer answer() {
            AcceptancePlan plan = AcceptancePlan.of(good, alpha, bad, beta);
            ObjectNode fields = JsonText.object();
            fields.put("n", plan.n());
            fields.put("c", plan.c());
            var curve = fields.putArray("accepts");
            StringBuilder rows = new StringBuilder();
            for (double rate : new double[] {good / 2, good, (good + bad) / 2, bad, Math.min(1, 1.5 * bad)}) {
                curve.addObject().put("rate", rate).put("chance", plan.accepts(rate));
                rows.append(String.format(
                        Locale.ROOT,
                        "%n  wrong %6.2f %%   accepted in %5.1f %%",
                        100 * rate,
                        100 * plan.accepts(rate)));
            }
            return new Answer(
                    String.format(
                            Locale.ROOT,
                            "Read %,d at random and accept if at most %,d are wrong.%s%nAccepted means not shown to be bad;"
                                    + " how many are wrong is for the estimate to say.",
                            plan.n(),
                            plan.c(),
                            rows),
                    fields);
        }
    }

    /// Wald's sequential test.
    @Command(
            name = "sequential",
            mixinStandardHelpOptions = true,
            description = "Read one by one and stop as soon as it is decided.")
    static final class Sequential extends TwoPoints {
        Sequential() {}

        @Override
        Answer answer() {
            SequentialTest test = SequentialTest.of(good, alpha, bad, beta);
            ObjectNode fields = JsonText.object();
            fields.put("slope", test.slope());
            fields.put("rejectLine", test.rejectLine());
            fields.put("acceptLine", test.acceptLine());
            return new Answer(
                    String.format(
                            Locale.ROOT,
                            "After n read, refuse when more than %.3f + %.5f n are wrong, accept when fewer than %.5f n -"
                                    + " %.3f are, else read on.%nWithout a wrong one that is after %,d. The risks hold"
                                    + " nearly, and only if the order of reading is random.",
                            test.rejectLine(),
                            test.slope(),
                            test.slope(),
                            test.acceptLine(),
                            (long) Math.ceil(test.acceptLine() / test.slope())),
                    fields);
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(100 * value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
