package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.review.AnswerCodes.Carried;
import org.folkmoot.server.review.Decisions.Decision;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One answer as it lies on the desk of who codes it.
@Component
public class CodingDesk {
    private final AnswersToCode answers;
    private final Benches benches;
    private final Decisions decisions;
    private final Remarks remarks;
    private final SameWords same;

    CodingDesk(AnswersToCode answers, Benches benches, Decisions decisions, Remarks remarks, SameWords same) {
        this.answers = answers;
        this.benches = benches;
        this.decisions = decisions;
        this.remarks = remarks;
        this.same = same;
    }

    /// An answer with all that is known of it.
    ///
    /// @param passages in order, numbered from 1
    /// @param stretches the whole text, cut where highlights begin and end
    /// @param themes all that may be given, those of the answer first
    /// @param latest the decision that counts, null if the machine's draft does
    /// @param earlier decisions before it, the latest first
    /// @param remarks of people who decided nothing, the latest first
    /// @param alike how many open answers have the same words
    /// @param decided how many answers to the question people decided on
    /// @param answers how many there are
    public record Sheet(
            long question,
            String questionCode,
            String questionText,
            long answer,
            String language,
            List<Place> passages,
            List<Stretch> stretches,
            List<Row> themes,
            @Nullable Decision latest,
            List<Decision> earlier,
            List<Remarks.Remark> remarks,
            int alike,
            int decided,
            int answers) {
        /// The themes it carries.
        public List<Row> carried() {
            return themes.stream().filter(Row::isCarried).toList();
        }

        /// What a theme is called now; its id if it is no more.
        public String headline(String theme) {
            return themes.stream()
                    .filter(row -> row.id().equals(theme))
                    .map(Row::headline)
                    .findFirst()
                    .orElse(theme);
        }

        /// How long the text is.
        public int length() {
            return stretches.stream().mapToInt(one -> one.words().length()).sum();
        }

        /// Whether a passage is marked as worth quoting.
        public boolean isQuotable(Place place) {
            return latest != null && latest.quotable().contains(place.span());
        }
    }

    /// A passage that a theme can be given for.
    ///
    /// @param words its first ones
    public record Place(int number, Span span, String words) {
        public String value() {
            return CodingDesk.value(span);
        }
    }

    /// Some words, as the form names them.
    public static String value(Span span) {
        return span.start() + "-" + span.end();
    }

    /// A piece of the text.
    ///
    /// @param begins number of the passage that begins here, 0 if none
    /// @param keys of the themes whose words these are
    public record Stretch(String words, int begins, List<String> keys) {}

    /// A theme that may be given.
    ///
    /// @param key letter by which it is marked in the text, empty if the answer does not carry it
    /// @param above headline of the theme above, empty at the top
    /// @param spans the words that carry it, in order; none if the answer does not carry it
    /// @param sure the machine's confidence in percent; 0 where a person decided
    public record Row(
            String id, String headline, String description, String above, String key, List<Span> spans, int sure) {
        public boolean isCarried() {
            return !spans.isEmpty();
        }
    }

    /// @throws org.folkmoot.server.platform.Refused if there is no such answer, or a blind sample has it
    @Transactional(readOnly = true)
    public Sheet sheet(long consultation, long question, long answer) {
        AnswersToCode.ToCode found = answers.find(consultation, question, answer);
        QuestionsToCode.Asked asked = found.asked();
        String words = found.words();
        Kept kept = found.kept();
        List<Carried> carried = found.carried();
        List<Decision> all = decisions.on(answer);
        List<Place> passages = passages(kept, answer, words);
        return new Sheet(
                question,
                asked.code(),
                asked.text(),
                answer,
                found.language(),
                passages,
                stretches(words, passages, carried),
                rows(kept, carried, !all.isEmpty()),
                all.isEmpty() ? null : all.getFirst(),
                all.isEmpty() ? List.of() : all.subList(1, all.size()),
                remarks.on(answer),
                same.open(kept, answer).size(),
                asked.decided(),
                benches.of(kept.codedBy()).answers().length);
    }

    private List<Place> passages(Kept kept, long answer, String words) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        List<Place> places = new ArrayList<>();
        bench.bench().passages(bench.indexOf(answer)).forEach(passage -> {
            String all = passage.span().of(words).strip();
            String first = all.length() > 60 ? all.substring(0, 60).strip() + "…" : all;
            places.add(new Place(places.size() + 1, passage.span(), first));
        });
        return places;
    }

    private static List<Stretch> stretches(String words, List<Place> passages, List<Carried> carried) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, words.length()));
        passages.forEach(place -> {
            cuts.add(place.span().start());
            cuts.add(place.span().end());
        });
        carried.forEach(one -> one.spans().forEach(span -> {
            cuts.add(span.start());
            cuts.add(span.end());
        }));
        List<Stretch> stretches = new ArrayList<>();
        for (int from : cuts.headSet(words.length())) {
            Integer to = cuts.higher(from);
            Span span = new Span(from, to == null ? words.length() : to);
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < carried.size(); i++) {
                // The whole answer as a passage would mark everything and show nothing.
                if (carried.get(i).spans().stream()
                        .anyMatch(one -> one.length() < words.length() && one.overlaps(span))) {
                    keys.add(key(i));
                }
            }
            int begins = passages.stream()
                    .filter(place -> place.span().start() == span.start())
                    .mapToInt(Place::number)
                    .findFirst()
                    .orElse(0);
            stretches.add(new Stretch(span.of(words), begins, keys));
        }
        return stretches;
    }

    private static String key(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : "A" + (number - 25);
    }

    private static List<Row> rows(Kept kept, List<Carried> carried, boolean isDecided) {
        List<Row> rows = new ArrayList<>();
        for (WorkingTheme theme : kept.themes().themes()) {
            if (!kept.themes().isSetAside(theme)) {
                Optional<Carried> has = carried.stream()
                        .filter(one -> one.theme().id().equals(theme.id()))
                        .findFirst();
                rows.add(new Row(
                        theme.id().value(),
                        theme.headline(),
                        theme.description(),
                        theme.parent() == null
                                ? ""
                                : kept.themes()
                                        .theme(theme.parent())
                                        .map(WorkingTheme::headline)
                                        .orElse(""),
                        has.map(one -> key(carried.indexOf(one))).orElse(""),
                        has.map(Carried::spans).orElse(List.of()),
                        isDecided
                                ? 0
                                : has.map(one -> Math.round(100 * one.confidence()))
                                        .orElse(0)));
            }
        }
        rows.sort(Comparator.comparing(row -> !row.isCarried()));
        return rows;
    }
}
