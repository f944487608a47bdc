package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Version;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.text.Passage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the engine's analysis of a consultation again of what the database holds, for reports and exports.
@Component
class RebuildingAnalyses {
    private final ReceivedRecords received;
    private final Counting counting;
    private final CodedRecords records;
    private final Codebooks codebooks;

    RebuildingAnalyses(ReceivedRecords received, Counting counting, CodedRecords records, Codebooks codebooks) {
        this.received = received;
        this.counting = counting;
        this.records = records;
        this.codebooks = codebooks;
    }

    /// Open questions that no run has coded yet are left out; so are themes that are set aside.
    @Transactional(readOnly = true)
    Rebuilt of(long consultation, Wording wording) {
        Received from = received.of(consultation, wording);
        List<QuestionAnalysis> questions = new ArrayList<>();
        Map<String, CodedQuestion> coded = new HashMap<>();
        Map<String, Integer> campaignTexts = new HashMap<>();
        Map<String, List<Passage>> quotable = new HashMap<>();
        TreeMap<String, String> options = new TreeMap<>();
        for (int q = 0; q < from.questionIds().size(); q++) {
            Question question = from.question(q);
            CodedQuestion counted = question.kind() == Question.Kind.OPEN
                    ? counting.of(from.questionIds().get(q)).orElse(null)
                    : null;
            if (counted != null) {
                CodedRecords.Stored stored =
                        records.of(counted.kept().codedBy(), counted.kept().question());
                RebuiltQuestion rebuilt =
                        new RebuiltQuestion(from, q, counted, stored, codebooks.sources(counted.kept()));
                questions.add(rebuilt.analysis());
                quotable.put(question.id(), rebuilt.quotable());
                stored.campaigns()
                        .forEach(one ->
                                campaignTexts.put(one.code(), one.variants().size()));
                coded.put(question.id(), counted);
                options.put(
                        question.id() + " run", String.valueOf(counted.kept().codedBy()));
                options.put(question.id() + " options", stored.options());
                options.put(
                        question.id() + " theme edits",
                        String.valueOf(counted.kept().log().last()));
            }
        }
        options.put("wording", wording.name());
        return new Rebuilt(
                from,
                new Analysis(
                        from.consultation(),
                        questions,
                        new Manifest(
                                Version.current(),
                                received.files(consultation),
                                options,
                                "",
                                "",
                                new TreeMap<>(),
                                List.of())),
                coded,
                campaignTexts,
                quotable);
    }
}
