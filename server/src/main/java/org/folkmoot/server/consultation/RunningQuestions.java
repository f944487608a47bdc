package org.folkmoot.server.consultation;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.folkmoot.corpus.run.AnalysingQuestion;
import org.folkmoot.corpus.run.RunOptions;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.Engines;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.Proposals;
import org.folkmoot.server.codebook.ThemeSource;
import org.folkmoot.server.platform.Job;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.Progress;
import org.folkmoot.text.code.Codings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Runs the engine over a question. All it finds is written in one transaction at the end, so that a crash or a
/// cancellation leaves nothing half-written.
@Component
class RunningQuestions implements Job {
    static final String NAME = "question-run";

    private static final Logger LOG = LoggerFactory.getLogger(RunningQuestions.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 3;
    private static final long TELL_EVERY = 500_000_000;

    private final Runs runs;
    private final QuestionAnswers answers;
    private final Codebooks codebooks;
    private final Engines engines;
    private final RunEnds ends;
    private final Proposals proposals;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    RunningQuestions(
            Runs runs,
            QuestionAnswers answers,
            Codebooks codebooks,
            Engines engines,
            RunEnds ends,
            Proposals proposals,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.runs = runs;
        this.answers = answers;
        this.codebooks = codebooks;
        this.engines = engines;
        this.ends = ends;
        this.proposals = proposals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String piece) {
        int slash = piece.indexOf('/');
        long consultation = Long.parseLong(piece.substring(0, slash));
        long run = Long.parseLong(piece.substring(slash + 1));
        Scope.of(consultation).run(() -> attempt(run));
    }

    private void attempt(long id) {
        try {
            for (int attempt = 1; ; attempt++) {
                Optional<Begun> begun = Objects.requireNonNull(transactions.execute(_ -> begin(id)));
                if (begun.isEmpty() || finish(begun.get())) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    ends.fail(id, Words.ENGLISH.t("run.themes-changed"));
                    return;
                }
            }
        } catch (CancellationException _) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("run " + id + " was left off, to be begun again");
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("run " + id + " was left off, to be begun again", e);
            }
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("run {} failed, reference {}", id, reference, e);
            String why = e instanceof OutOfMemoryError ? "run.no-memory" : "run.broke";
            ends.fail(id, Words.ENGLISH.t(why, reference));
        }
    }

    /// What a run works on.
    ///
    /// @param codebook that people have edited, null to discover themes
    record Begun(
            Run run,
            QuestionAnswers.Material material,
            RunOptions options,
            @Nullable Kept codebook,
            List<ThemeSource> sources) {}

    /// Empty if the run is over already.
    private Optional<Begun> begin(long id) {
        Optional<Run> found = runs.locked(id).filter(run -> run.state().isOpen());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Run run = found.get();
        QuestionAnswers.Material material = answers.of(run.consultation(), run.question());
        RunOptions all = RunOptions.DEFAULT;
        RunOptions options = new RunOptions(
                all.granularity(),
                Math.max(1000, all.transformerTokens() / Math.max(1, material.open())),
                all.discoveryPassages(),
                all.seed());
        Kept codebook = proposals.toCodeTo(run.question()).orElse(null);
        List<ThemeSource> sources = codebook == null ? List.of() : codebooks.sources(codebook);
        Run.Kind kind = codebook == null ? Run.Kind.DISCOVER : Run.Kind.CODE;
        runs.begin(id, kind, JSON.writeValueAsString(options.toMap()), clock.instant());
        return Optional.of(new Begun(run, material, options, codebook, sources));
    }

    /// @return whether the run is over; not if people edited the themes meanwhile in a way that makes it useless
    private boolean finish(Begun begun) {
        Progress progress = new Telling(begun.run());
        var engine = engines.engine(progress);
        QuestionAnswers.Material material = begun.material();
        var request = begun.sources().isEmpty()
                ? AnalysingQuestion.Request.discover(material.consultation(), material.question(), begun.options())
                : new AnalysingQuestion.Request(
                        material.consultation(),
                        material.question(),
                        begun.options(),
                        begun.sources().stream().map(ThemeSource::theme).toList(),
                        Map.of(),
                        new TreeMap<>());
        AnalysingQuestion.Done done = AnalysingQuestion.run(request, engine);
        Kept codebook = begun.codebook();
        Codings codings = codebook == null ? null : proposals.coded(codebook, begun.sources(), done.bench(), engine);
        progress.at(Words.ENGLISH.t("run.writing"), 0, 0);
        ByteArrayOutputStream bench = new ByteArrayOutputStream();
        done.bench().write(bench);
        return ends.done(begun, done, codings, bench.toByteArray());
    }

    /// Writes down how far the run is, twice a second at most, and stops it when somebody cancelled it.
    private final class Telling implements Progress {
        private final Run run;
        private String stage = "";
        private long told = System.nanoTime() - TELL_EVERY;

        Telling(Run run) {
            this.run = run;
        }

        @Override
        public void at(String now, long done, long total) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the workbench stops");
            }
            long time = System.nanoTime();
            if (stage.equals(now) && time - told < TELL_EVERY) {
                return;
            }
            stage = now;
            told = time;
            if (!runs.advance(run.id(), now, done, total)) {
                throw new CancellationException("cancelled");
            }
        }
    }
}
