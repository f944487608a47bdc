package org.folkmoot.server.review;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.quality.sampling.Draw;
import org.folkmoot.quality.sampling.Frame;
import org.folkmoot.quality.sampling.SamplePlan;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.identity.Teams;
import org.folkmoot.server.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws blind samples, and gives them up.
@Component
class DrawingSamples {
    private static final int MOST_READERS = 5;

    private final BlindSamples samples;
    private final SampleFrame frames;
    private final Codebooks codebooks;
    private final Versions versions;
    private final Decisions decisions;
    private final Teams teams;
    private final AuditLog audit;
    private final InstantSource clock;

    DrawingSamples(
            BlindSamples samples,
            SampleFrame frames,
            Codebooks codebooks,
            Versions versions,
            Decisions decisions,
            Teams teams,
            AuditLog audit,
            InstantSource clock) {
        this.samples = samples;
        this.frames = frames;
        this.codebooks = codebooks;
        this.versions = versions;
        this.decisions = decisions;
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
    }

    /// The plans by name.
    enum Plan {
        SIMPLE,
        SYSTEMATIC,
        STRATIFIED,
        UNSURE;

        SamplePlan of(int n) {
            return switch (this) {
                case SIMPLE -> new SamplePlan.Simple(n);
                case SYSTEMATIC -> new SamplePlan.Systematic(n);
                case STRATIFIED -> new SamplePlan.Stratified(n, new SamplePlan.Allocation.Proportional(), 1);
                case UNSURE -> new SamplePlan.Unsure(n, SamplePlan.Unsure.EQUAL_PART);
            };
        }

        String named(int n) {
            return name().toLowerCase(java.util.Locale.ROOT) + ":" + n;
        }
    }

    /// What somebody wants drawn.
    ///
    /// @param version number of a signed-off version, 0 for the themes as they are now
    /// @param by what to stratify by, only for a stratified plan
    /// @param readers ids
    record Wish(int version, Plan plan, int n, String by, long seed, List<Long> readers) {}

    /// @return the sample's id
    /// @throws Refused if it cannot be drawn
    @Transactional
    public long draw(long consultation, long question, Wish wish, Asker asker) {
        Kept kept = codebooks.locked(question).orElseThrow(Refused::notFound);
        if (kept.consultation() != consultation) {
            throw Refused.notFound();
        }
        requireReaders(consultation, wish.readers());
        if (samples.of(consultation).stream()
                .anyMatch(other -> other.question() == question
                        && (other.state() == SampleState.READING || other.state() == SampleState.ADJUDICATING))) {
            throw Refused.conflict("sample-open");
        }
        Versions.Version version = versions.of(kept, wish.version());
        String by = wish.plan() == Plan.STRATIFIED ? wish.by() : "";
        if (wish.plan() == Plan.STRATIFIED && !SampleFrame.STRATA.contains(by)) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "sample-plan");
        }
        var measured =
                new SampleFrame.Measured(question, version.run(), version.themes(), decisions.last(question), by);
        Frame frame = new Frame(frames.of(measured).stream()
                .map(unit -> new Frame.Unit(Long.toString(unit.answer()), unit.stratum(), unit.uncertainty()))
                .toList());
        if (wish.n() < 2 || wish.n() > frame.size()) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "sample-size");
        }
        Draw draw = Draw.from(frame, wish.plan().of(wish.n()), wish.seed());
        long id = samples.add(
                new BlindSamples.Sample(
                        0,
                        consultation,
                        question,
                        kept.questionCode(),
                        "",
                        wish.version() == 0 ? null : wish.version(),
                        wish.plan().named(wish.n()),
                        by,
                        wish.seed(),
                        draw.frameHash(),
                        SampleState.LIFE_CYCLE.initial(),
                        measured.themes(),
                        measured.run(),
                        measured.lastDecision(),
                        asker.name(),
                        clock.instant(),
                        null),
                asker.person(),
                draw.units().stream()
                        .map(drawn -> new BlindSamples.Item(
                                Long.parseLong(drawn.unit().id()),
                                drawn.probability(),
                                drawn.unit().stratum()))
                        .toList(),
                wish.readers());
        Map<String, Object> detail = new HashMap<>();
        detail.put("question", kept.questionCode());
        detail.put("plan", wish.plan().named(wish.n()));
        detail.put("seed", wish.seed());
        detail.put("frame", draw.frameHash());
        detail.put("of", draw.frameSize());
        detail.put("readers", wish.readers());
        audit.append(consultation, asker.actor(), "sample.drawn", "sample " + id, detail);
        return id;
    }

    private void requireReaders(long consultation, List<Long> readers) {
        Set<Long> reviewers = teams.of(consultation).stream()
                .filter(member -> member.role() == Role.REVIEWER)
                .map(Teams.Member::person)
                .collect(Collectors.toSet());
        if (readers.isEmpty()
                || readers.size() > MOST_READERS
                || new HashSet<>(readers).size() != readers.size()
                || !reviewers.containsAll(readers)) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "sample-readers");
        }
    }

    /// Gives a sample up; what was read stays on record, and its answers may be coded again.
    @Transactional
    public void withdraw(long consultation, long sample, Asker asker) {
        BlindSamples.Sample open = samples.locked(consultation, sample);
        var step = SampleState.LIFE_CYCLE
                .step(open.state(), SampleState.WITHDRAW)
                .filter(way -> asker.may(Right.DRAW_SAMPLE, consultation))
                .orElseThrow(() -> Refused.conflict("sample-not-open"));
        samples.put(sample, step.to(), clock.instant());
        audit.append(consultation, asker.actor(), step.audit(), "sample " + sample, Map.of());
    }
}
