package org.folkmoot.corpus.write;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.LargeAnalysis;
import org.folkmoot.text.Progress;

/// Writes the output of a made-up analysis and prints the time each part took.
final class OutputFolderTiming {
    private OutputFolderTiming() {}

    /// Arguments: number of answers, folder to write.
    public static void main(String[] args) {
        Analysis analysis = LargeAnalysis.of(Integer.parseInt(args[0]));
        System.out.println(analysis.questions().getFirst().codings().size() + " codings");
        long began = System.nanoTime();
        Progress progress = (_, done, total) -> System.out.printf(
                "%d/%d at %.1f s, cpu %.1f s%n", done, total, (System.nanoTime() - began) / 1e9, cpu() / 1e9);
        OutputFolder.at(Path.of(args[1]), true).write(analysis, new TreeMap<>(), Set.of(), progress);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
