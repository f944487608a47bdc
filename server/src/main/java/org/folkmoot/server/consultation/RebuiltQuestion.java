package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.MachineCodings;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.Resolution;
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

    /// As many words as make a sentence.
    private static final int SENTENCE = 4;

    private final Received received;
    private final int column;
    private final CodedQuestion coded;
    private final Records records;
    private final List<WorkingTheme> themes;
    private final Map<ThemeId, Integer> indexOf = new HashMap<>();
    private final List<Passage> quotable = new ArrayList<>();
    private final QuestionAnalysis analysis;

    /// What the database holds of it.
    ///
    /// @param decided by answer id
    /// @param uncovered groups that are shown
    record Records(
            CodedRecords.OfRun run,
            Map<Long, CodedRecords.Decided> decided,
            List<CodedRecords.StoredUncovered> uncovered,
            MachineCodings machine,
            List<ThemeSource> sources) {}

    RebuiltQuestion(Received received, int column, CodedQuestion coded, Records records) {
        this.received = received;
        this.column = column;
        this.coded = coded;
        this.records = records;
        this.themes = counted(coded);
        for (int t = 0; t < themes.size(); t++) {
            indexOf.put(themes.get(t).id(), t);
        }
        this.analysis = analysed();
    }

    QuestionAnalysis analysis() {
        return analysis;
    }

    CodedQuestion coded() {
        return coded;
    }

    CodedRecords.OfRun run() {
        return records.run();
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
                .sorted(Comparator.comparingInt(theme -> -coded.submissions(theme.id())))
                .forEach(theme -> {
                    counted.add(theme);
                    codebook.below(theme.id()).stream()
                            .filter(below -> !below.isSetAside())
                            .sorted(Comparator.comparingInt(below -> -coded.submissions(below.id())))
                            .forEach(counted::add);
                });
        return counted;
    }

    private QuestionAnalysis analysed() {
        int responses = received.consultation().responses().size();
        List<AnswerStatus> status = new ArrayList<>(Collections.nCopies(responses, AnswerStatus.BLANK));
        List<String> language = new ArrayList<>(Collections.nCopies(responses, "und"));
        List<Integer> distinct = new ArrayList<>(Collections.nCopies(responses, -1));
        List<List<Given>> given = given();
        int next = 1
                + records.run().screened().values().stream()
                        .mapToInt(one -> Math.toIntExact(one.group()))
                        .max()
                        .orElse(-1);
        Map<Integer, String> reviewedBy = new TreeMap<>();
        for (int response = 0; response < responses; response++) {
            long answer = received.answers().get(column).of(response);
            CodedRecords.Screened screened = records.run().screened().get(answer);
            if (screened == null) {
                boolean blank = text(response).isBlank();
                status.set(response, blank ? AnswerStatus.BLANK : AnswerStatus.WAITING);
                continue;
            }
            CodedRecords.Decided decided = records.decided().get(answer);
            language.set(response, screened.language());
            distinct.set(response, (int) screened.group());
            // What a person gave a theme says something, whatever the engine made of it.
            boolean spoken = decided != null && !given.get(response).isEmpty();
            status.set(response, spoken ? AnswerStatus.ANALYSED : screened.status());
            if (spoken && screened.group() < 0) {
                distinct.set(response, next++);
            }
            if (decided != null) {
                reviewedBy.put(response, decided.person());
                for (Span span : decided.quotable()) {
                    quotable.add(new Passage(response, received.shown(answer, span)));
                }
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
    private List<List<Given>> given() {
        List<List<Given>> given = new ArrayList<>(
                Collections.nCopies(received.consultation().responses().size(), List.of()));
        for (int t = 0; t < themes.size(); t++) {
            int theme = t;
            for (int place : places(themes.get(t))) {
                records.machine().each(coded.kept(), place, (answer, span, confidence) -> {
                    int response = received.responseOf(column, answer);
                    if (response >= 0 && !records.decided().containsKey(answer)) {
                        add(given, response, new Given(received.shown(answer, span), theme, confidence));
                    }
                });
            }
        }
        records.decided().forEach((answer, decided) -> {
            int response = received.responseOf(column, answer);
            if (response >= 0 && records.run().screened().containsKey(answer)) {
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
        return given;
    }

    private int[] places(WorkingTheme theme) {
        return theme.sources().stream()
                .map(coded.kept().places()::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static void add(List<List<Given>> given, int response, Given one) {
        if (one.theme() < 0) {
            return;
        }
        List<Given> of = given.get(response);
        if (of.isEmpty()) {
            of = new ArrayList<>(2);
            given.set(response, of);
        }
        for (int i = 0; i < of.size(); i++) {
            Given old = of.get(i);
            if (old.theme() == one.theme() && old.span().start() == one.span().start()) {
                if (one.confidence() > old.confidence()) {
                    of.set(i, one);
                }
                return;
            }
        }
        of.add(one);
    }

    /// The words that a person marked, or the whole answer if they marked none.
    private Span chosen(long answer, int response, CodedRecords.Choice choice) {
        return choice.start() >= 0 && choice.end() > choice.start()
                ? received.shown(answer, new Span(choice.start(), choice.end()))
                : new Span(0, text(response).length());
    }

    private static Codings codings(List<List<Given>> given) {
        Codings.Builder builder = new Codings.Builder();
        for (int response = 0; response < given.size(); response++) {
            for (Given one : given.get(response)) {
                builder.add(response, one.span(), one.theme(), Math.clamp(one.confidence(), 0, 1));
            }
        }
        return builder.build();
    }

    /// The themes with examples from words that may be shown.
    private List<Theme> themes(Codings codings) {
        List<SortedSet<Example>> examples = new ArrayList<>();
        themes.forEach(_ -> examples.add(new TreeSet<>()));
        for (int i = 0; i < codings.size(); i++) {
            addExample(examples.get(codings.theme(i)), codings, i);
        }
        List<Theme> made = new ArrayList<>();
        for (int t = 0; t < themes.size(); t++) {
            WorkingTheme theme = themes.get(t);
            ThemeId parent = theme.parent();
            made.add(new Theme(
                    theme.id().value(),
                    shown(theme.headline()),
                    shownQuotation(theme.description()),
                    theme.keyPhrases().stream()
                            .filter(phrase -> shown(phrase).equals(phrase))
                            .toList(),
                    parent == null ? null : parent.value(),
                    examples.get(t).stream().map(Example::passage).toList(),
                    languages(theme)));
        }
        return made;
    }

    /// Words of a theme, which may be some respondent's, without what has been hidden since in every answer that
    /// says them. A sentence counts as a respondent's; a word or three do only beside words that are shown, not in
    /// an answer that is hidden whole.
    private String shown(String words) {
        boolean isSentence = words.split(" ", SENTENCE).length == SENTENCE;
        String shown = received.hidden().entrySet().stream()
                .filter(answer -> responseOf(answer.getKey()) >= 0)
                .map(Map.Entry::getValue)
                .filter(text -> isSentence || !text.text().equals(PublishableText.MARK))
                .map(text -> words.isEmpty() ? words : text.shown(words))
                .filter(one -> !one.equals(words))
                .findFirst()
                .orElse(words);
        boolean said = !shown.equals(words)
                && received.consultation().responses().stream()
                        .anyMatch(response -> response.values().get(column).contains(words));
        return said ? words : shown;
    }

    /// The same of a description that the engine made of a sentence in quotation marks.
    private String shownQuotation(String description) {
        return description.startsWith("“") && description.endsWith("”") && description.length() > 2
                ? "“" + shown(description.substring(1, description.length() - 1)) + "”"
                : description;
    }

    /// The languages of the answers that a theme takes; of one above others those of all below.
    private List<String> languages(WorkingTheme theme) {
        return ThemeSource.languages(records.sources().stream()
                .filter(source -> themes.stream()
                        .filter(other -> other.equals(theme) || theme.id().equals(other.parent()))
                        .anyMatch(other -> other.sources().contains(source.id())))
                .toList());
    }

    /// A passage with the most confidence with which it was coded to a theme: the surest first, in a tie the first in
    /// the alphabet.
    private record Example(String passage, float confidence) implements Comparable<Example> {
        @Override
        public int compareTo(Example other) {
            int surer = Float.compare(other.confidence, confidence);
            return surer != 0 ? surer : passage.compareTo(other.passage);
        }
    }

    private void addExample(SortedSet<Example> examples, Codings codings, int coding) {
        float confidence = codings.confidence(coding);
        if (examples.size() == EXAMPLES && confidence < examples.last().confidence()) {
            return;
        }
        String passage = codings.span(coding).of(text(codings.answer(coding)));
        if (passage.contains(PublishableText.MARK)
                || examples.stream().anyMatch(one -> one.passage().equals(passage) && one.confidence() >= confidence)) {
            return;
        }
        examples.removeIf(one -> one.passage().equals(passage));
        examples.add(new Example(passage, confidence));
        if (examples.size() > EXAMPLES) {
            examples.removeLast();
        }
    }

    private List<Campaign> campaigns() {
        List<Campaign> campaigns = new ArrayList<>();
        for (CodedRecords.StoredCampaign one : records.run().campaigns()) {
            List<Integer> members = one.members().stream()
                    .map(this::responseOf)
                    .filter(response -> response >= 0)
                    .sorted()
                    .toList();
            Set<String> sent = new HashSet<>();
            members.forEach(member -> sent.add(text(member)));
            List<Passage> additions = new ArrayList<>();
            one.additions().forEach((answer, spans) -> {
                int response = responseOf(answer);
                if (response >= 0) {
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
        for (CodedRecords.StoredUncovered one : records.uncovered()) {
            List<Passage> passages = new ArrayList<>();
            for (long[] at : one.passages()) {
                int response = responseOf(at[0]);
                if (response >= 0) {
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
        received.personal()
                .get(column)
                .undecided()
                .forEach((answer, spans) -> spans.forEach(
                        span -> personal.add(new Passage(responseOf(answer), received.shown(answer, span)))));
        return personal;
    }

    private int responseOf(long answer) {
        return received.responseOf(column, answer);
    }

    private String text(int response) {
        return received.consultation().responses().get(response).values().get(column);
    }
}
