package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Ledger;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;

/// All that the report shows, counted and chosen, before it is set.
///
/// @param ownWords responses whose words may be published
/// @param aboutYou how the respondents are divided by each about-you question
/// @param closed closed questions that no open question explains
/// @param groups values of the kind of respondent to filter by
/// @param positions values of closed questions to filter by
/// @param mostPassages most passages shown for one theme
public record Page(
        Analysis analysis,
        Ledger ledger,
        int ownWords,
        List<Distribution> aboutYou,
        List<QuestionPart> questions,
        List<Distribution> closed,
        List<String> groups,
        List<String> positions,
        int mostPassages) {
    private static final int PASSAGES_IN_ALL = 12_000;

    static Page of(Analysis analysis, Words words) {
        Optional<Grouping> groups = Grouping.ofRespondentType(analysis.consultation());
        int themes =
                analysis.questions().stream().mapToInt(q -> q.themes().size()).sum();
        int mostPassages = Math.clamp(PASSAGES_IN_ALL / Math.max(1, themes), 10, 80);
        List<QuestionPart> questions = new ArrayList<>();
        for (QuestionAnalysis question : analysis.questions()) {
            questions.add(QuestionPart.of(analysis.consultation(), question, groups, mostPassages, words));
        }
        return of(analysis, questions, mostPassages);
    }

    /// The report of an analysis whose questions were made into parts before, one each in its order.
    public static Page of(Analysis analysis, List<QuestionPart> questions) {
        return of(analysis, questions, 0);
    }

    private static Page of(Analysis analysis, List<QuestionPart> questions, int mostPassages) {
        Consultation consultation = analysis.consultation();
        List<Grouping> aboutYou = Grouping.of(consultation, consultation.questions(Question.Kind.ABOUT_YOU));
        Optional<Grouping> groups = Grouping.ofRespondentType(aboutYou);
        int responses = consultation.responses().size();
        return new Page(
                analysis,
                Ledger.of(analysis),
                ownWords(consultation),
                aboutYou.stream().map(g -> Distribution.of(g, responses, true)).toList(),
                List.copyOf(questions),
                Grouping.of(consultation, unexplained(analysis)).stream()
                        .map(g -> Distribution.of(g, responses, false))
                        .toList(),
                groups.map(g -> shown(g)).orElse(List.of()),
                positions(questions),
                mostPassages);
    }

    /// What was read.
    List<ReadFile> read() {
        return ReadFile.of(analysis.manifest());
    }

    /// Options of the run, but for the names of files.
    SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>(analysis.manifest().options());
        options.keySet().removeIf(ReadFile::isNamedBy);
        return options;
    }

    /// Whether the themes are those of a codebook that people gave.
    boolean isCodebookGiven() {
        return analysis.manifest().options().containsKey("codebook");
    }

    /// How many answers carry what people decided.
    int decided() {
        return analysis.questions().stream()
                .mapToInt(question -> question.reviewedBy().size())
                .sum();
    }

    private static int ownWords(Consultation consultation) {
        boolean stated = consultation.responses().stream().anyMatch(r -> r.consent() != Response.Consent.UNKNOWN);
        return (int) consultation.responses().stream()
                .filter(response -> Publishable.consents(response, stated))
                .count();
    }

    private static List<Question> unexplained(Analysis analysis) {
        Set<String> explained = new LinkedHashSet<>();
        for (QuestionAnalysis question : analysis.questions()) {
            String paired = question.question().pairedWith();
            if (paired != null) {
                explained.add(paired);
            }
        }
        return analysis.consultation().questions(Question.Kind.CLOSED).stream()
                .filter(question -> !explained.contains(question.id()))
                .toList();
    }

    private static List<String> shown(Grouping groups) {
        int[] counts = groups.counts(_ -> true);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] >= 5) {
                shown.add(groups.labels().get(i));
            }
        }
        return shown;
    }

    private static List<String> positions(List<QuestionPart> questions) {
        Set<String> positions = new LinkedHashSet<>();
        for (QuestionPart question : questions) {
            Distribution closed = question.closed();
            if (closed != null) {
                closed.slices().forEach(slice -> positions.add(slice.label()));
            }
        }
        return List.copyOf(positions);
    }
}
