package org.folkmoot.server.codebook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes the themes of a question and codes it anew at once, all in one transaction: an edit that brings a new source
/// has that source coded before anyone sees it.
@Component
public class EditingThemes {
    private final Codebooks codebooks;
    private final CodingSources sources;
    private final Counting counting;
    private final AuditLog audit;
    private final InstantSource clock;

    EditingThemes(Codebooks codebooks, CodingSources sources, Counting counting, AuditLog audit, InstantSource clock) {
        this.codebooks = codebooks;
        this.sources = sources;
        this.counting = counting;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of an edit.
    ///
    /// @param difference what moved
    public record Done(Kept before, Kept after, EditLog.Entry entry, Difference difference) {}

    /// What came of a wish to edit.
    public sealed interface Outcome {
        record Made(Done done) implements Outcome {}

        record Refused(EditLog.Changed why) implements Outcome {}
    }

    /// An edit that needs no new source.
    @Transactional
    public Outcome edit(long question, ThemeEdit edit, AuditLog.Actor by) {
        if (!edit.newSources().isEmpty()) {
            throw new IllegalArgumentException("this edit brings sources that must be coded: " + edit);
        }
        return add(locked(question), edit, () -> {}, by);
    }

    /// Says anew what belongs to a theme.
    @Transactional
    public Outcome describe(long question, ThemeId theme, String description, AuditLog.Actor by) {
        Kept kept = locked(question);
        WorkingTheme described = existing(kept, theme);
        SourceId source = new SourceId(kept.nextName(0));
        var definition = new ThemeSource.Definition(
                described.headline(),
                description.strip(),
                described.keyPhrases(),
                List.of(),
                sources.languages(kept, described));
        return add(
                kept,
                new ThemeEdit.Describe(theme, description.strip(), source),
                () -> sources.code(kept, source, definition, sources.passages(kept, described)),
                by);
    }

    /// Adds a theme by hand, or from passages.
    ///
    /// @param passages of answers by id; empty for a theme of words alone
    /// @throws Refused if a passage is not of this question's answers
    @Transactional
    public Outcome add(
            long question,
            WorkingTheme.Wording wording,
            Optional<ThemeId> parent,
            Map<Long, Span> passages,
            AuditLog.Actor by) {
        Kept kept = locked(question);
        List<Passage> given = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        Benches.Loaded bench = sources.bench(kept);
        passages.forEach((answer, span) -> {
            int index = bench.indexOf(answer);
            String text = bench.texts().get(index);
            if (span.end() > text.length()) {
                throw Refused.notFound();
            }
            given.add(new Passage(index, span));
            examples.add(span.of(text));
        });
        String name = kept.nextName(0);
        var definition = new ThemeSource.Definition(
                wording.headline().strip(),
                wording.description(),
                wording.keyPhrases(),
                examples,
                bench.bench().languagesOf(given));
        return add(
                kept,
                new ThemeEdit.Add(
                        new ThemeId(name), wording, parent.orElse(null), !given.isEmpty(), new SourceId(name)),
                () -> sources.code(kept, new SourceId(name), definition, given),
                by);
    }

    /// How the engine would split a theme; empty where its passages all say the same.
    @Transactional(readOnly = true)
    public List<Bench.Part> proposeSplit(long question, ThemeId theme) {
        Kept kept = codebooks.of(question).orElseThrow(Refused::notFound);
        return sources.proposeSplit(kept, existing(kept, theme));
    }

    /// Splits a theme as the engine proposes, under the headlines given.
    ///
    /// @param headlines one for each part of `proposeSplit`, in its order
    @Transactional
    public Outcome split(
            long question, ThemeId theme, ThemeEdit.Split.Form form, List<String> headlines, AuditLog.Actor by) {
        Kept kept = locked(question);
        WorkingTheme whole = existing(kept, theme);
        List<Bench.Part> parts = sources.proposeSplit(kept, whole);
        if (parts.size() != headlines.size()) {
            throw Refused.conflict("split-changed");
        }
        List<ThemeEdit.Split.Part> named = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            String name = kept.nextName(p + 1);
            named.add(new ThemeEdit.Split.Part(
                    new ThemeId(name),
                    new WorkingTheme.Wording(headlines.get(p), "", parts.get(p).keyPhrases()),
                    new SourceId(name)));
        }
        return add(kept, new ThemeEdit.Split(theme, form, named), () -> sources.divide(kept, whole, named, parts), by);
    }

    /// Undoes an edit of any time.
    @Transactional
    public Outcome undo(long question, long entry, AuditLog.Actor by) {
        Kept kept = locked(question);
        EditLog.Changed changed = kept.log().undo(entry, by.name(), clock.instant());
        return changed(kept, changed, done -> codebooks.mark(kept, done), "theme.undone", by);
    }

    /// Makes an undone edit again.
    @Transactional
    public Outcome redo(long question, long entry, AuditLog.Actor by) {
        Kept kept = locked(question);
        EditLog.Changed changed = kept.log().redo(entry, by.name(), clock.instant());
        return changed(kept, changed, done -> codebooks.mark(kept, done), "theme.redone", by);
    }

    /// Undoes an edit, or makes it again, together with those without which that cannot be.
    ///
    /// @param along the others, as the person saw them
    /// @throws Refused if it takes others by now
    @Transactional
    public Outcome turn(long question, long entry, Set<Long> along, AuditLog.Actor by) {
        Kept kept = locked(question);
        Turn turn = Turn.of(kept.log(), entry).orElseThrow(Refused::notFound);
        if (!turn.along().equals(along)) {
            throw Refused.conflict("turn-changed");
        }
        EditLog.Changed changed = kept.log().turn(entry, along, by.name(), clock.instant());
        boolean undoes = turn.undone().stream().anyMatch(one -> one.number() == entry);
        return changed(kept, changed, done -> codebooks.mark(kept, done), undoes ? "theme.undone" : "theme.redone", by);
    }

    private Kept locked(long question) {
        return codebooks.locked(question).orElseThrow(Refused::notFound);
    }

    private static WorkingTheme existing(Kept kept, ThemeId theme) {
        return kept.themes().theme(theme).orElseThrow(Refused::notFound);
    }

    /// @param coding codes to the sources that the edit brings
    private Outcome add(Kept kept, ThemeEdit edit, Runnable coding, AuditLog.Actor by) {
        Long person = by.person();
        if (person == null) {
            throw new IllegalArgumentException("themes are edited by people");
        }
        return changed(
                kept,
                kept.log().add(edit, by.name(), clock.instant()),
                entry -> {
                    codebooks.append(kept, entry, person);
                    coding.run();
                },
                edit.audit(),
                by);
    }

    private Outcome changed(
            Kept kept, EditLog.Changed changed, Consumer<EditLog.Entry> keep, String action, AuditLog.Actor by) {
        if (!(changed instanceof EditLog.Changed.Done done)) {
            return new Outcome.Refused(changed);
        }
        EditLog.Entry entry = done.entry();
        keep.accept(entry);
        done.along().forEach(keep);
        Kept after = codebooks.of(kept.question()).orElseThrow();
        Difference difference = Difference.between(kept.themes(), after.themes(), counting.carried(after));
        audit.append(
                kept.consultation(),
                by,
                action,
                "question " + kept.questionCode(),
                Map.of(
                        "entry",
                        entry.number(),
                        "along",
                        done.along().stream().map(EditLog.Entry::number).toList(),
                        "themes",
                        entry.edit().subjects().stream().map(ThemeId::value).toList(),
                        "answers moved",
                        difference.answers().size()));
        return new Outcome.Made(new Done(kept, after, entry, difference));
    }
}
