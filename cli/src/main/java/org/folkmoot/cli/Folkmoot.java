package org.folkmoot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `folkmoot` command.
@Command(
        name = "folkmoot",
        mixinStandardHelpOptions = true,
        version = "folkmoot 0.1.0",
        description = "Hear everyone. Decide well. Show your working.")
public final class Folkmoot {
    private Folkmoot() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Folkmoot()).execute(args));
    }
}
