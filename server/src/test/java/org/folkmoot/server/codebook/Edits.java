package org.folkmoot.server.codebook;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Codebooks and random edits for tests.
final class Edits {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final SplittableRandom random;
    private int next;

    Edits(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Themes `A`, `B`, `C`, `D` at the top, `C1` and `C2` below `C`; each carries the source of its own name in lower
    /// case, but for `C`, which carries none.
    static Codebook small() {
        return Codebook.of(List.of(
                theme("A", null, "a"),
                theme("B", null, "b"),
                theme("C", null),
                theme("C1", "C", "c1"),
                theme("C2", "C", "c2"),
                theme("D", null, "d")));
    }

    static WorkingTheme theme(String id, @Nullable String parent, String... sources) {
        return WorkingTheme.of(
                new ThemeId(id),
                new WorkingTheme.Wording("Headline of " + id, "", List.of("phrase " + id)),
                parent == null ? null : new ThemeId(parent),
                Provenance.DISCOVERED,
                List.of(sources).stream().map(SourceId::new).toList());
    }

    static ThemeId id(String id) {
        return new ThemeId(id);
    }

    static ThemeEdit.Split.Part part(String id) {
        return new ThemeEdit.Split.Part(id(id), WorkingTheme.Wording.of("Part " + id), new SourceId("part-" + id));
    }

    /// An edit of any kind, often one that cannot be made.
    ThemeEdit any(Codebook codebook) {
        ThemeId theme = pick(codebook);
        // Many themes invite merging, few splitting.
        int kinds = codebook.themes().size() > 25 ? 3 : 12;
        return switch (random.nextInt(kinds)) {
            case 0, 1 ->
                new ThemeEdit.Merge(
                        IntStream.rangeClosed(0, random.nextInt(2))
                                .mapToObj(_ -> pick(codebook))
                                .toList(),
                        theme);
            case 2, 3 -> new ThemeEdit.Move(theme, random.nextInt(3) == 0 ? null : pick(codebook));
            case 4 -> new ThemeEdit.Rename(theme, random.nextInt(5) == 0 ? "Headline of A" : "Name " + next++);
            case 5 -> new ThemeEdit.Describe(theme, "What belongs here " + next, source());
            case 6 -> new ThemeEdit.SetAside(theme);
            case 7 -> new ThemeEdit.Restore(theme);
            case 8 -> new ThemeEdit.Note(theme, "Note " + next++);
            case 9 -> new ThemeEdit.Reorder(theme, random.nextInt(4) == 0 ? null : pick(codebook));
            case 10 ->
                new ThemeEdit.Add(
                        id("N" + next),
                        WorkingTheme.Wording.of("New " + next++),
                        random.nextBoolean() ? null : theme,
                        random.nextBoolean(),
                        source());
            default ->
                new ThemeEdit.Split(
                        theme,
                        random.nextBoolean() ? ThemeEdit.Split.Form.BESIDE : ThemeEdit.Split.Form.BELOW,
                        IntStream.rangeClosed(0, 1 + random.nextInt(2))
                                .mapToObj(_ -> part("P" + next++))
                                .toList());
        };
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private SourceId source() {
        return new SourceId("s" + next++);
    }

    private ThemeId pick(Codebook codebook) {
        if (codebook.themes().isEmpty()) {
            return id("none");
        }
        return codebook.themes().get(random.nextInt(codebook.themes().size())).id();
    }
}
