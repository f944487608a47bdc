package org.folkmoot.server.codebook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Changes the themes of a question and codes it anew at once, all in one transaction: an edit that brings a new source
/// has that source coded before anyone sees it.
@Component
public class EditingThemes {
    private static final int MOST_PASSAGES = 200_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Codebooks codebooks;
    private final MachineCodings machine;
    private final Benches benches;
    private final Engines engines;
    private final Counting counting;
    private final AuditLog audit;
    private final InstantSource clock;

    EditingThemes(
            Codebooks codebooks,
            MachineCodings machine,
            Benches benches,
            Engines engines,
            Counting counting,
            AuditLog audit,
            InstantSource clock) {
        this.codebooks = codebooks;
        this.machine = machine;
        this.benches = benches;
        this.engines = engines;
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
        return add(locked(question), edit, by);
    }

    /// Says anew what belongs to a theme.
    @Transactional
    public Outcome describe(long question, ThemeId theme, String description, AuditLog.Actor by) {
        Kept kept = locked(question);
        WorkingTheme described = existing(kept, theme);
        SourceId source = new SourceId(kept.nextName(0));
        Outcome outcome = add(kept, new ThemeEdit.Describe(theme, description.strip(), source), by);
        if (outcome instanceof Outcome.Made) {
            Benches.Loaded bench = benches.of(kept.codedBy());
            List<Passage> passages = passages(kept, described, bench);
            score(
                    kept,
                    new ThemeSource(
                            source,
                            new ThemeSource.Definition(
                                    described.headline(), description.strip(), described.keyPhrases(), List.of()),
                            passages.isEmpty() ? null : bench.bench().centreOf(passages)),
                    bench);
        }
        return compared(outcome, question);
    }

    /// Adds a theme by hand, or from passages.
    ///
    /// @param passages of answers by id; empty for a theme of words alone
    @Transactional
    public Outcome add(
            long question,
            WorkingTheme.Wording wording,
            java.util.Optional<ThemeId> parent,
            Map<Long, Span> passages,
            AuditLog.Actor by) {
        Kept kept = locked(question);
        SourceId source = new SourceId(kept.nextName(0));
        ThemeEdit edit = new ThemeEdit.Add(
                new ThemeId(kept.nextName(0)), wording, parent.orElse(null), !passages.isEmpty(), source);
        Outcome outcome = add(kept, edit, by);
        if (outcome instanceof Outcome.Made) {
            Benches.Loaded bench = benches.of(kept.codedBy());
            List<Passage> given = new ArrayList<>();
            passages.forEach((answer, span) -> given.add(new Passage(bench.indexOf(answer), span)));
            List<String> examples = given.stream()
                    .map(passage -> passage.span().of(bench.texts().get(passage.answer())))
                    .toList();
            score(
                    kept,
                    new ThemeSource(
                            source,
                            new ThemeSource.Definition(
                                    wording.headline(), wording.description(), wording.keyPhrases(), examples),
                            given.isEmpty() ? null : bench.bench().centreOf(given)),
                    bench);
        }
        return compared(outcome, question);
    }

    /// How the engine would split a theme; empty where its passages all say the same.
    @Transactional(readOnly = true)
    public List<Bench.Part> proposeSplit(long question, ThemeId theme) {
        Kept kept = codebooks.of(question).orElseThrow(Refused::notFound);
        Benches.Loaded bench = benches.of(kept.codedBy());
        return bench.bench().proposeSplit(passages(kept, existing(kept, theme), bench), engines.engine());
    }

    /// Splits a theme as the engine proposes, under the headlines given.
    ///
    /// @param headlines one for each part of `proposeSplit`, in its order
    @Transactional
    public Outcome split(
            long question, ThemeId theme, ThemeEdit.Split.Form form, List<String> headlines, AuditLog.Actor by) {
        Kept kept = locked(question);
        Benches.Loaded bench = benches.of(kept.codedBy());
        List<Bench.Part> parts =
                bench.bench().proposeSplit(passages(kept, existing(kept, theme), bench), engines.engine());
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
        Outcome outcome = add(kept, new ThemeEdit.Split(theme, form, named), by);
        if (outcome instanceof Outcome.Made) {
            keepParts(kept, existing(kept, theme), named, parts, bench);
        }
        return compared(outcome, question);
    }

    /// What the theme's sources coded is the parts' from now on, each coding that of the part its passage is in.
    private void keepParts(
            Kept kept,
            WorkingTheme theme,
            List<ThemeEdit.Split.Part> named,
            List<Bench.Part> parts,
            Benches.Loaded bench) {
        int[] places = new int[parts.size()];
        List<Set<Passage>> members = new ArrayList<>();
        for (int p = 0; p < places.length; p++) {
            ThemeEdit.Split.Part part = named.get(p);
            places[p] = codebooks.addSource(
                    kept.id(),
                    kept.consultation(),
                    new ThemeSource(
                            part.source(),
                            new ThemeSource.Definition(
                                    part.wording().headline(),
                                    "",
                                    part.wording().keyPhrases(),
                                    List.of()),
                            parts.get(p).centre()));
            members.add(new HashSet<>(parts.get(p).passages()));
        }
        Codings.Builder codings = new Codings.Builder();
        Set<Long> seen = new HashSet<>();
        List<MachineCodings.Coding> all =
                new ArrayList<>(machine.of(kept.codedBy(), placesOf(kept, theme), MOST_PASSAGES));
        all.sort(java.util.Comparator.comparingLong(MachineCodings.Coding::answer));
        for (MachineCodings.Coding coding : all) {
            int index = bench.indexOf(coding.answer());
            Passage passage = new Passage(index, coding.span());
            for (int p = 0; p < members.size(); p++) {
                if (members.get(p).contains(passage) && seen.add(index * 64L + p)) {
                    codings.add(index, coding.span(), p, coding.confidence());
                }
            }
        }
        machine.write(kept.codedBy(), kept.consultation(), codings.build(), bench.answers(), p -> places[p]);
    }

    /// Undoes an edit of any time.
    @Transactional
    public Outcome undo(long question, long entry, AuditLog.Actor by) {
        Kept kept = locked(question);
        return changed(kept, kept.log().undo(entry, by.name(), clock.instant()), "theme.undone", by);
    }

    /// Makes an undone edit again.
    @Transactional
    public Outcome redo(long question, long entry, AuditLog.Actor by) {
        Kept kept = locked(question);
        return changed(kept, kept.log().redo(entry), "theme.redone", by);
    }

    private Kept locked(long question) {
        return codebooks.locked(question).orElseThrow(Refused::notFound);
    }

    private static WorkingTheme existing(Kept kept, ThemeId theme) {
        return kept.themes().theme(theme).orElseThrow(Refused::notFound);
    }

    private Outcome add(Kept kept, ThemeEdit edit, AuditLog.Actor by) {
        return switch (kept.log().add(edit, by.name(), clock.instant())) {
            case EditLog.Changed.Done done -> {
                codebooks.append(kept, done.entry(), by.person() == null ? 0 : by.person());
                yield made(kept, done, "theme." + kind(edit), by);
            }
            case EditLog.Changed refused -> new Outcome.Refused(refused);
        };
    }

    private Outcome changed(Kept kept, EditLog.Changed changed, String action, AuditLog.Actor by) {
        if (!(changed instanceof EditLog.Changed.Done done)) {
            return new Outcome.Refused(changed);
        }
        codebooks.mark(kept, done.entry());
        return made(kept, done, action, by);
    }

    private Outcome made(Kept kept, EditLog.Changed.Done done, String action, AuditLog.Actor by) {
        audit.append(
                kept.consultation(),
                by,
                action,
                "question " + kept.questionCode(),
                Map.of(
                        "entry",
                        done.entry().number(),
                        "themes",
                        subjects(done.entry().edit())));
        Kept after = codebooks.of(kept.question()).orElseThrow();
        Difference difference = done.entry().edit().newSources().isEmpty() || !"theme.".equals(action.substring(0, 6))
                ? Difference.between(kept.themes(), after.themes(), counting.carried(after))
                : new Difference(List.of(), new java.util.TreeMap<>());
        return new Outcome.Made(new Done(kept, after, done.entry(), difference));
    }

    /// The difference once the new sources are coded.
    private Outcome compared(Outcome outcome, long question) {
        if (!(outcome instanceof Outcome.Made made)) {
            return outcome;
        }
        Kept before = made.done().before();
        Kept after = codebooks.of(question).orElseThrow();
        CarriedThemes carried = counting.carried(after);
        return new Outcome.Made(new Done(
                before, after, made.done().entry(), Difference.between(before.themes(), after.themes(), carried)));
    }

    private void score(Kept kept, ThemeSource source, Benches.Loaded bench) {
        int place = codebooks.addSource(kept.id(), kept.consultation(), source);
        Codings codings =
                bench.bench().code(List.of(source.theme()), Proposals.centres(List.of(source)), engines.engine());
        machine.write(kept.codedBy(), kept.consultation(), codings, bench.answers(), _ -> place);
    }

    private List<Passage> passages(Kept kept, WorkingTheme theme, Benches.Loaded bench) {
        return machine.of(kept.codedBy(), placesOf(kept, theme), MOST_PASSAGES).stream()
                .map(coding -> new Passage(bench.indexOf(coding.answer()), coding.span()))
                .distinct()
                .toList();
    }

    private static List<Integer> placesOf(Kept kept, WorkingTheme theme) {
        return theme.sources().stream().map(kept::place).toList();
    }

    private static String kind(ThemeEdit edit) {
        JsonNode json = JSON.readTree(CodebookJson.of(edit));
        return json.path("edit").path("edit").asString();
    }

    private static List<String> subjects(ThemeEdit edit) {
        return switch (edit) {
            case ThemeEdit.Rename e -> List.of(e.theme().value());
            case ThemeEdit.Describe e -> List.of(e.theme().value());
            case ThemeEdit.Merge e -> e.themes().stream().map(ThemeId::value).toList();
            case ThemeEdit.Split e -> List.of(e.theme().value());
            case ThemeEdit.Move e -> List.of(e.theme().value());
            case ThemeEdit.Add e -> List.of(e.theme().value());
            case ThemeEdit.SetAside e -> List.of(e.theme().value());
            case ThemeEdit.Restore e -> List.of(e.theme().value());
            case ThemeEdit.Note e -> List.of(e.theme().value());
            case ThemeEdit.Reorder e -> List.of(e.theme().value());
        };
    }
}
