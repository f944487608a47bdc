package org.folkmoot.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.text.Progress;
import org.folkmoot.text.duplicate.DuplicateGroups;
import org.folkmoot.text.duplicate.NearDuplicates;
import org.folkmoot.text.duplicate.NearDuplicates.Options;

/// Groups of near-duplicates against all pairs found by brute force in public comments with mass campaigns, and
/// against letters edited on purpose.
public final class NearDuplicateEvaluation implements Evaluation {
    private static final String FOLDER = "regs-comments-nearduplicates";
    private static final double[] SIMILARITIES = {0.5, 0.7, 0.8, 0.9};
    private static final double CHAINED = 0.5;
    private static final int SEEDS = 5;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public List<String> needs() {
        return List.of(FOLDER);
    }

    @Override
    public List<Table> run(Path data, Progress progress) throws IOException {
        Map<String, List<String>> dockets = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(data.resolve(FOLDER).resolve("comments.csv"))) {
            for (NamedCsvRecord row : rows) {
                dockets.computeIfAbsent(row.getField("docket"), _ -> new ArrayList<>())
                        .add(row.getField("text"));
            }
        }
        List<Docket> known = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve(FOLDER).resolve("pairs"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".csv", "");
                known.add(new Docket(name, dockets.getOrDefault(name, List.of()), pairs(file)));
            }
        }
        progress.at(name(), 1, 3);
        Table real = real(known);
        progress.at(name(), 2, 3);
        Table edited = EditedLetters.table(
                dockets.values().stream().flatMap(List::stream).toList());
        progress.at(name(), 3, 3);
        return List.of(real, edited);
    }

    private record Pair(int i, int j, double jaccard) {}

    private record Docket(String name, List<String> texts, List<Pair> pairs) {}

    private static List<Pair> pairs(Path file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                pairs.add(new Pair(
                        Integer.parseInt(row.getField("i")),
                        Integer.parseInt(row.getField("j")),
                        Double.parseDouble(row.getField("jaccard"))));
            }
        }
        return pairs;
    }

    private static Table real(List<Docket> dockets) {
        List<List<String>> rows = new ArrayList<>();
        Score all = new Score();
        for (Docket docket : dockets) {
            Score score = new Score();
            for (long seed = 1; seed <= SEEDS; seed++) {
                score.add(docket, seed);
                all.add(docket, seed);
            }
            rows.add(score.row(docket.name()));
        }
        rows.add(all.row("all"));
        return new Table(
                "Near-duplicates: pairs of public comments",
                """
                Reference: every pair of a docket with Jaccard similarity ≥ 0.5 of five-word runs, by brute force. Recall: share
                of the pairs at or above a similarity that one group holds. Precision: share of the pairs in one group that are
                joined by a chain of reference pairs ≥ 0.5; comments adopted for containing a third of a letter that is
                otherwise their own words count against it. Each docket grouped by itself, %d seeds, default options. Target:
                recall ≥ .999 at 0.8.""".formatted(SEEDS),
                List.of(
                        "docket",
                        "recall ≥ .5",
                        "recall ≥ .7",
                        "recall ≥ .8",
                        "recall ≥ .9",
                        "pairs in groups",
                        "precision"),
                rows);
    }

    private static final class Score {
        private final long[] pairs = new long[SIMILARITIES.length];
        private final long[] found = new long[SIMILARITIES.length];
        private long together;
        private long chained;

        void add(Docket docket, long seed) {
            Options defaults = Options.DEFAULT;
            Options options = new Options(
                    defaults.near(),
                    defaults.merge(),
                    defaults.adopt(),
                    defaults.leastWords(),
                    defaults.threads(),
                    seed);
            DuplicateGroups groups = NearDuplicates.of(docket.texts(), options, Progress.SILENT);
            int[] chain = chains(docket);
            for (Pair pair : docket.pairs()) {
                for (int s = 0; s < SIMILARITIES.length; s++) {
                    if (pair.jaccard() >= SIMILARITIES[s]) {
                        pairs[s]++;
                        found[s] += groups.group()[pair.i()] == groups.group()[pair.j()] ? 1 : 0;
                    }
                }
            }
            for (int[] members : groups.groupsOf(2)) {
                for (int a = 0; a < members.length; a++) {
                    for (int b = 0; b < a; b++) {
                        together++;
                        chained += chain[members[a]] == chain[members[b]] ? 1 : 0;
                    }
                }
            }
        }

        List<String> row(String name) {
            List<String> row = new ArrayList<>();
            row.add(name);
            for (int s = 0; s < SIMILARITIES.length; s++) {
                row.add(share(found[s], pairs[s]));
            }
            row.add(Long.toString(together / SEEDS));
            row.add(share(chained, together));
            return row;
        }
    }

    /// For each comment the smallest index that a chain of pairs leads to.
    private static int[] chains(Docket docket) {
        int[] chain = new int[docket.texts().size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = i;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Pair pair : docket.pairs()) {
                int least = Math.min(chain[pair.i()], chain[pair.j()]);
                if (pair.jaccard() >= CHAINED && chain[pair.i()] != chain[pair.j()]) {
                    chain[pair.i()] = least;
                    chain[pair.j()] = least;
                    changed = true;
                }
            }
        }
        return chain;
    }

    static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.4f", part / (double) whole);
    }
}
