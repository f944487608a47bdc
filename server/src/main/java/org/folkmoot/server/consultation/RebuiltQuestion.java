package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Resolution;
import org.folkmoot.server.codebook.SourceId;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.ThemeSource;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// One open question as the engine's writers take it. Its counts are those of `CodedQuestion`.
final class RebuiltQuestion {
    private static final int EXAMPLES = 5;

    private final Received received;
    private final int column;
    private final CodedQuestion coded;
    private final CodedRecords.Stored stored;
    private final List<ThemeSource> sources;
    private final Map<Long, Integer> responseOf;
    private final List<WorkingTheme> themes;
    private final Map<ThemeId, Integer> indexOf = new HashMap<>();
    private final List<Passage> quotable = new ArrayList<>();
    private final QuestionAnalysis analysis;

    RebuiltQuestion(
            Received received, int column, CodedQuestion coded, CodedRecords.Stored stored, List<ThemeSource> sources) {
        this.received = received;
        this.column = column;
        this.coded = coded;
        this.stored = stored;
        this.sources = sources;
        this.responseOf = received.responseOf(column);
        this.themes = counted(coded);
        for (int t = 0; t < themes.size(); t++) {
            indexOf.put(themes.get(t).id(), t);
        }
        this.analysis = analysed();
    }

    QuestionAnalysis analysis() {
        return analysis;
    }

    /// Passages that people marked as worth quoting, in the words shown.
    List<Passage> quotable() {
        return List.copyOf(quotable);
    }

    /// The themes that count, parents before their children, otherwise most frequent first.
    private static List<WorkingTheme> counted(CodedQuestion coded) {
        Codebook codebook = coded.themes();
        List<WorkingTheme> counted = new ArrayList<>();
        codebook.themes().stream()
                .filter(theme -> theme.parent() == null && !theme.isSetAside())
                .sorted(java.util.Comparator.comparingInt(theme -> -coded.submissions(theme.id())))
                .forEach(theme -> {
                    counted.add(theme);
                    codebook.below(theme.id()).stream()
                            .filter(below -> !below.isSetAside())
                            .sorted(java.util.Comparator.comparingInt(below -> -coded.submissions(below.id())))
                            .forEach(counted::add);
                });
        return counted;
    }

    private QuestionAnalysis analysed() {
        int responses = received.consultation().responses().size();
        List<AnswerStatus> status = new ArrayList<>(Collections.nCopies(responses, AnswerStatus.BLANK));
        List<String> language = new ArrayList<>(Collections.nCopies(responses, "und"));
        List<Integer> distinct = new ArrayList<>(Collections.nCopies(responses, -1));
        Set<Integer> people = new HashSet<>();
        SortedMap<Integer, List<Given>> given = given(people);
        int next = stored.screened().values().stream()
                        .mapToInt(one -> Math.toIntExact(one.group()))
                        .max()
                        .orElse(-1)
                + 1;
        Map<Integer, String> reviewedBy = new TreeMap<>();
        for (Map.Entry<Long, Integer> entry : new TreeMap<>(responseOf).entrySet()) {
            int response = entry.getValue();
            CodedRecords.Screened screened = stored.screened().get(entry.getKey());
            if (screened == null) {
                boolean blank = text(response).isBlank();
                status.set(response, blank ? AnswerStatus.BLANK : AnswerStatus.WAITING);
                continue;
            }
            language.set(response, screened.language());
            distinct.set(response, (int) screened.group());
            // What a person gave a theme says something, whatever the engine made of it.
            boolean spoken = people.contains(response) && given.containsKey(response);
            status.set(response, spoken ? AnswerStatus.ANALYSED : screened.status());
            if (spoken && screened.group() < 0) {
                distinct.set(response, next++);
            }
            CodedRecords.Decided decided = stored.decided().get(entry.getKey());
            if (decided != null) {
                reviewedBy.put(response, decided.person());
                decided.quotable()
                        .forEach(span -> quotable.add(new Passage(response, received.shown(entry.getKey(), span))));
            }
        }
        Codings codings = codings(given);
        return new QuestionAnalysis(
                received.question(column),
                status,
                language,
                distinct,
                themes(codings),
                codings,
                reviewedBy,
                campaigns(),
                uncovered(),
                personal(),
                Map.of());
    }

    private record Given(Span span, int theme, float confidence) {}

    /// By response what it carries, each theme of a passage once.
    ///
    /// @param people takes the responses that a person decided on
    private SortedMap<Integer, List<Given>> given(Set<Integer> people) {
        Map<Integer, List<Integer>> themesOfPlace = new HashMap<>();
        for (int t = 0; t < themes.size(); t++) {
            for (SourceId source : themes.get(t).sources()) {
                themesOfPlace
                        .computeIfAbsent(coded.kept().places().get(source), _ -> new ArrayList<>())
                        .add(t);
            }
        }
        TreeMap<Integer, Map<List<Integer>, Given>> given = new TreeMap<>();
        for (CodedRecords.Coding coding : stored.codings()) {
            Integer response = responseOf.get(coding.answer());
            if (response != null && !stored.decided().containsKey(coding.answer())) {
                for (int theme : themesOfPlace.getOrDefault(coding.place(), List.of())) {
                    add(
                            given,
                            response,
                            new Given(received.shown(coding.answer(), coding.span()), theme, coding.confidence()));
                }
            }
        }
        stored.decided().forEach((answer, decided) -> {
            Integer response = responseOf.get(answer);
            if (response != null && stored.screened().containsKey(answer)) {
                people.add(response);
                for (CodedRecords.Choice choice : decided.choices()) {
                    if (coded.themes().resolve(new ThemeId(choice.theme()), decided.after())
                            instanceof Resolution.Carried now) {
                        add(
                                given,
                                response,
                                new Given(chosen(answer, response, choice), indexOf.getOrDefault(now.by(), -1), 1));
                    }
                }
            }
        });
        TreeMap<Integer, List<Given>> lists = new TreeMap<>();
        given.forEach((response, of) -> lists.put(response, List.copyOf(of.values())));
        return lists;
    }

    private static void add(Map<Integer, Map<List<Integer>, Given>> given, int response, Given one) {
        if (one.theme() >= 0) {
            given.computeIfAbsent(response, _ -> new LinkedHashMap<>())
                    .merge(
                            List.of(one.span().start(), one.theme()),
                            one,
                            (old, now) -> now.confidence() > old.confidence() ? now : old);
        }
    }

    /// The words that a person marked, or the whole answer if they marked none.
    private Span chosen(long answer, int response, CodedRecords.Choice choice) {
        return choice.start() >= 0 && choice.end() > choice.start()
                ? received.shown(answer, new Span(choice.start(), choice.end()))
                : new Span(0, text(response).length());
    }

    private static Codings codings(SortedMap<Integer, List<Given>> given) {
        Codings.Builder builder = new Codings.Builder();
        given.forEach((response, of) ->
                of.forEach(one -> builder.add(response, one.span(), one.theme(), Math.clamp(one.confidence(), 0, 1))));
        return builder.build();
    }

    /// The themes with examples from words that may be shown.
    private List<Theme> themes(Codings codings) {
        List<Map<String, Float>> best = new ArrayList<>();
        themes.forEach(_ -> best.add(new HashMap<>()));
        for (int i = 0; i < codings.size(); i++) {
            String passage = codings.span(i).of(text(codings.answer(i)));
            if (!passage.contains(org.folkmoot.server.codebook.PublishableText.MARK)) {
                best.get(codings.theme(i)).merge(passage, codings.confidence(i), Math::max);
            }
        }
        List<Theme> made = new ArrayList<>();
        for (int t = 0; t < themes.size(); t++) {
            WorkingTheme theme = themes.get(t);
            ThemeId parent = theme.parent();
            made.add(new Theme(
                    theme.id().value(),
                    theme.headline(),
                    theme.description(),
                    theme.keyPhrases(),
                    parent == null ? null : parent.value(),
                    best.get(t).entrySet().stream()
                            .sorted(Map.Entry.<String, Float>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(EXAMPLES)
                            .map(Map.Entry::getKey)
                            .toList(),
                    languages(theme)));
        }
        return made;
    }

    /// The languages of the answers that a theme takes; of one above others those of all below.
    private List<String> languages(WorkingTheme theme) {
        return ThemeSource.languages(sources.stream()
                .filter(source -> themes.stream()
                        .filter(other -> other.equals(theme) || theme.id().equals(other.parent()))
                        .anyMatch(other -> other.sources().contains(source.id())))
                .toList());
    }

    private List<Campaign> campaigns() {
        List<Campaign> campaigns = new ArrayList<>();
        for (CodedRecords.StoredCampaign one : stored.campaigns()) {
            List<Integer> members = one.members().stream()
                    .filter(responseOf::containsKey)
                    .map(responseOf::get)
                    .sorted()
                    .toList();
            Set<String> sent = new HashSet<>();
            members.forEach(member -> sent.add(text(member)));
            List<Passage> additions = new ArrayList<>();
            one.additions().forEach((answer, spans) -> {
                Integer response = responseOf.get(answer);
                if (response != null) {
                    spans.forEach(span -> additions.add(new Passage(response, received.shown(answer, span))));
                }
            });
            campaigns.add(new Campaign(
                    one.code(),
                    sent.stream().anyMatch(text -> text.contains(one.commonText())) ? one.commonText() : "",
                    members,
                    one.variants().stream()
                            .filter(variant -> sent.contains(variant.text()))
                            .toList(),
                    additions));
        }
        return campaigns;
    }

    private List<Uncovered> uncovered() {
        List<Uncovered> groups = new ArrayList<>();
        for (CodedRecords.StoredUncovered one : stored.uncovered()) {
            List<Passage> passages = new ArrayList<>();
            for (long[] at : one.passages()) {
                Integer response = responseOf.get(at[0]);
                if (response != null) {
                    passages.add(new Passage(
                            response, received.shown(at[0], new Span(Math.toIntExact(at[1]), Math.toIntExact(at[2])))));
                }
            }
            boolean shown = passages.stream()
                    .anyMatch(
                            passage -> passage.span().of(text(passage.answer())).contains(one.headline()));
            if (!passages.isEmpty() && !one.language().isEmpty()) {
                groups.add(Uncovered.answersIn(one.language(), passages));
            } else if (!passages.isEmpty()) {
                groups.add(new Uncovered(
                        shown ? one.headline() : String.join(", ", one.keyPhrases()), one.keyPhrases(), passages));
            }
        }
        return groups;
    }

    /// Passages with personal data on which nobody decided yet: not to be quoted, even without it.
    private List<Passage> personal() {
        List<Passage> personal = new ArrayList<>();
        new TreeMap<>(responseOf)
                .forEach((answer, response) -> received.undecided()
                        .getOrDefault(answer, List.of())
                        .forEach(span -> personal.add(new Passage(response, received.shown(answer, span)))));
        return personal;
    }

    private String text(int response) {
        return received.consultation().responses().get(response).values().get(column);
    }
}
