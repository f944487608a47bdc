package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.run.AnalysingQuestion;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.corpus.run.Engine;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes what a run found into the codebook of its question, in the transaction that ends the run.
@Component
public class Proposals {
    private final Codebooks codebooks;
    private final MachineCodings machine;
    private final ThemeVersions versions;
    private final PeoplesDecisions decisions;

    Proposals(Codebooks codebooks, MachineCodings machine, ThemeVersions versions, PeoplesDecisions decisions) {
        this.codebooks = codebooks;
        this.machine = machine;
        this.versions = versions;
        this.decisions = decisions;
    }

    /// The codebook that a run of the question must code to; empty if it is to discover themes: there is none yet, or
    /// nobody has edited it, signed it off, decided by it or drawn a sample from it.
    @Transactional(readOnly = true)
    public Optional<Kept> toCodeTo(long question) {
        return codebooks.of(question).filter(this::isTaken);
    }

    /// Records a run that discovered themes: they become the proposal, unless people have begun to work with another.
    ///
    /// @param answers id by the response index of what the engine found
    /// @return whether the themes became the proposal
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean discovered(long run, long consultation, long question, AnalysingQuestion.Done done, long[] answers) {
        Optional<Kept> kept = codebooks.locked(question);
        if (kept.isPresent() && isTaken(kept.get())) {
            return false;
        }
        QuestionAnalysis analysis = done.analysis();
        String mark = kept.isPresent() ? "@" + run : "";
        List<WorkingTheme> themes = new ArrayList<>();
        List<ThemeSource> sources = new ArrayList<>();
        int[] sourceOf = new int[analysis.themes().size()];
        for (int t = 0; t < sourceOf.length; t++) {
            Theme theme = analysis.themes().get(t);
            boolean isParent =
                    analysis.themes().stream().anyMatch(other -> theme.id().equals(other.parent()));
            sourceOf[t] = isParent ? -1 : sources.size();
            List<SourceId> carried = List.of();
            if (!isParent) {
                ThemeSource source =
                        ThemeSource.of(theme, done.centres().get(theme.id())).named(theme.id() + mark);
                sources.add(source);
                carried = List.of(source.id());
            }
            themes.add(WorkingTheme.of(
                    new ThemeId(theme.id() + mark),
                    new WorkingTheme.Wording(theme.headline(), theme.description(), theme.keyPhrases()),
                    theme.parent() == null ? null : new ThemeId(theme.parent() + mark),
                    Provenance.DISCOVERED,
                    carried));
        }
        Codebook base = Codebook.of(themes);
        long codebook;
        if (kept.isPresent()) {
            codebook = kept.get().id();
            codebooks.proposeAnew(kept.get(), run, base);
        } else {
            codebook = codebooks.add(consultation, question, run, base);
        }
        int[] places = new int[sources.size()];
        for (int s = 0; s < places.length; s++) {
            places[s] = codebooks.addSource(codebook, consultation, sources.get(s));
        }
        machine.write(
                run,
                consultation,
                analysis.codings(),
                answers,
                theme -> sourceOf[theme] < 0 ? -1 : places[sourceOf[theme]]);
        return true;
    }

    private boolean isTaken(Kept kept) {
        return kept.log().last() > 0 || versions.latest(kept).isPresent() || decisions.any(kept.question());
    }

    /// Codes a bench to every source of an edited codebook, so that all edits, undone ones too, find their codings.
    /// Takes a while: not for a transaction.
    public Codings coded(Kept codebook, List<ThemeSource> sources, Bench bench, Engine engine) {
        return bench.code(sources.stream().map(ThemeSource::theme).toList(), centres(sources), engine);
    }

    /// Records a run that coded to the sources of an edited codebook.
    ///
    /// @param sources in the order in which `coded` counts
    /// @return whether its codings became the current ones; not if a source was added meanwhile
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean coded(long run, Kept codebook, List<ThemeSource> sources, Codings codings, long[] answers) {
        Kept now = codebooks.locked(codebook.question()).orElseThrow();
        if (now.places().size() != sources.size()) {
            return false;
        }
        machine.write(
                run,
                now.consultation(),
                codings,
                answers,
                theme -> now.place(sources.get(theme).id()));
        codebooks.codedBy(now, run);
        return true;
    }

    /// By source id the centre of those that have one.
    static Map<String, float[]> centres(List<ThemeSource> sources) {
        Map<String, float[]> centres = new java.util.HashMap<>();
        for (ThemeSource source : sources) {
            float[] centre = source.centre();
            if (centre != null) {
                centres.put(source.id().value(), centre);
            }
        }
        return centres;
    }
}
