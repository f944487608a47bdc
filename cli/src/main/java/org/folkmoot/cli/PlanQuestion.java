package org.folkmoot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// A question about how much to read, answered in a sentence or as JSON.
abstract class PlanQuestion implements Callable<Integer> {
    /// What a plan says: a sentence for people, fields for machines.
    record Answer(String sentence, ObjectNode fields) {}

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    abstract Answer answer();

    @Override
    public Integer call() {
        Answer answer = inBounds(this::answer);
        spec.commandLine().getOut().println(json ? JsonText.of(answer.fields) : answer.sentence);
        spec.commandLine().getOut().flush();
        return Folkmoot.FINE;
    }

    /// A value out of its bounds is wrong usage.
    private Answer inBounds(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
