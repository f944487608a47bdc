package org.folkmoot.server.codebook;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.folkmoot.server.platform.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares signed-off versions with one another and with what stands now, each by the run, the edits and the people's
/// decisions it has.
@Component
public class ComparingVersions {
    private final Codebooks codebooks;
    private final ThemeVersions versions;
    private final Benches benches;
    private final MachineCodings machine;
    private final PeoplesDecisions decisions;

    ComparingVersions(
            Codebooks codebooks,
            ThemeVersions versions,
            Benches benches,
            MachineCodings machine,
            PeoplesDecisions decisions) {
        this.codebooks = codebooks;
        this.versions = versions;
        this.benches = benches;
        this.machine = machine;
        this.decisions = decisions;
    }

    /// Themes as they were, or are, at one time.
    ///
    /// @param version its number, 0 for now
    public record State(int version, Codebook themes, long run, long lastDecision) {}

    /// What moved from one state to another.
    ///
    /// @param answers ids, by the indices of the difference
    /// @param texts of these answers as received
    public record Compared(State from, State to, Difference difference, long[] answers, List<String> texts) {}

    /// What stands in a version.
    ///
    /// @param counts by theme how many answers carry it or one of its sub-themes
    public record Frozen(Version version, Map<ThemeId, Integer> counts) {}

    /// The versions of a question, the latest first.
    ///
    /// @throws Refused if it has no themes yet
    @Transactional(readOnly = true)
    public List<Version> versions(long question) {
        return versions.of(kept(question));
    }

    /// A version with its counts, which never change.
    ///
    /// @throws Refused if there is none of that number
    @Transactional(readOnly = true)
    public Frozen frozen(long question, int number) {
        Kept kept = kept(question);
        Version version = version(kept, number);
        Benches.Loaded bench = benches.of(version.run());
        CodedQuestion coded = new CodedQuestion(
                kept,
                version.themes(),
                bench,
                machine.answersBySource(kept, version.run(), bench.answers()),
                decisions.of(question, version.lastDecision()));
        Map<ThemeId, Integer> counts = new HashMap<>();
        version.themes().themes().forEach(theme -> counts.put(theme.id(), coded.submissions(theme.id())));
        return new Frozen(version, counts);
    }

    /// What moved from a version to another, or to what stands now.
    ///
    /// @param to 0 for now
    /// @throws Refused if there is no such version
    @Transactional(readOnly = true)
    public Compared compare(long question, int from, int to) {
        Kept kept = kept(question);
        return compare(kept, state(kept, from), state(kept, to));
    }

    /// What one edit moved, or what undoing it did.
    ///
    /// @throws Refused if there is no such edit
    @Transactional(readOnly = true)
    public Compared edit(long question, long entry) {
        Kept kept = kept(question);
        if (entry < 1 || entry > kept.log().last()) {
            throw Refused.notFound();
        }
        EditChange change = EditChange.of(kept.log(), entry);
        return compare(
                kept,
                new State(0, change.before(), kept.codedBy(), Long.MAX_VALUE),
                new State(0, change.after(), kept.codedBy(), Long.MAX_VALUE));
    }

    private Compared compare(Kept kept, State before, State after) {
        Map<Long, String> texts = new HashMap<>();
        for (State state : List.of(before, after)) {
            Benches.Loaded bench = benches.of(state.run());
            for (int i = 0; i < bench.answers().length; i++) {
                texts.put(bench.answers()[i], bench.texts().get(i));
            }
        }
        long[] answers =
                texts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        Difference difference = Difference.between(
                before.themes(), carried(kept, before, answers), after.themes(), carried(kept, after, answers));
        return new Compared(
                before,
                after,
                difference,
                answers,
                LongStream.of(answers).mapToObj(texts::get).toList());
    }

    private CarriedThemes carried(Kept kept, State state, long[] answers) {
        Map<Integer, BitSet> byPlace = machine.answersBySource(kept, state.run(), answers);
        Map<SourceId, List<Integer>> bySource = new HashMap<>();
        kept.places()
                .forEach((source, place) -> bySource.put(
                        source,
                        byPlace.getOrDefault(place, new BitSet()).stream()
                                .boxed()
                                .toList()));
        Map<Integer, CarriedThemes.Decision> decided = new HashMap<>();
        decisions.of(kept.question(), state.lastDecision()).forEach((answer, decision) -> {
            int index = Arrays.binarySearch(answers, answer);
            if (index >= 0) {
                decided.put(index, decision);
            }
        });
        return new CarriedThemes(bySource, decided);
    }

    private State state(Kept kept, int number) {
        if (number == 0) {
            return new State(0, kept.themes(), kept.codedBy(), Long.MAX_VALUE);
        }
        Version version = version(kept, number);
        return new State(number, version.themes(), version.run(), version.lastDecision());
    }

    private Version version(Kept kept, int number) {
        return versions.of(kept).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private Kept kept(long question) {
        return codebooks.of(question).orElseThrow(Refused::notFound);
    }
}
