package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Version;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.MachineCodings;
import org.folkmoot.text.Passage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the engine's analysis of a consultation again of what the database holds, for reports and exports.
@Component
class RebuildingAnalyses {
    private final ReceivedRecords received;
    private final Counting counting;
    private final CodedRecords records;
    private final MachineCodings machine;
    private final Codebooks codebooks;

    RebuildingAnalyses(
            ReceivedRecords received,
            Counting counting,
            CodedRecords records,
            MachineCodings machine,
            Codebooks codebooks) {
        this.received = received;
        this.counting = counting;
        this.records = records;
        this.machine = machine;
        this.codebooks = codebooks;
    }

    private record Stamp(String received, Received.Personal personal, Object coded, String uncovered) {}

    /// Open questions that no run has coded yet are left out; so are themes that are set aside.
    @Transactional(readOnly = true)
    Rebuilt of(long consultation, Wording wording) {
        Received from = received(consultation, wording);
        List<RebuiltQuestion> questions = new ArrayList<>();
        for (int q = 0; q < from.questionIds().size(); q++) {
            question(from, q).ifPresent(questions::add);
        }
        return joined(consultation, wording, from, questions);
    }

    @Transactional(readOnly = true)
    Received received(long consultation, Wording wording) {
        return received.of(consultation, wording);
    }

    /// All that the analysis of one question depends on, to be read before it is made; empty as long as there is none.
    ///
    /// @param question index
    @Transactional(readOnly = true)
    Optional<Object> stamp(Received from, int question) {
        return isOpen(from, question)
                ? counting.stamp(from.questionIds().get(question))
                        .map(coded -> new Stamp(
                                from.stamp(),
                                from.personal().get(question),
                                coded,
                                records.uncoveredStamp(from.questionIds().get(question))))
                : Optional.empty();
    }

    /// The analysis of one question; empty if no run has coded it yet.
    ///
    /// @param question index
    @Transactional(readOnly = true)
    Optional<RebuiltQuestion> question(Received from, int question) {
        return isOpen(from, question)
                ? counting.of(from.questionIds().get(question))
                        .map(coded -> new RebuiltQuestion(
                                from,
                                question,
                                coded,
                                new RebuiltQuestion.Records(
                                        records.of(coded.kept().codedBy()),
                                        records.decided(coded.kept().question()),
                                        records.uncovered(coded.kept().codedBy()),
                                        machine,
                                        codebooks.sources(coded.kept()))))
                : Optional.empty();
    }

    private static boolean isOpen(Received from, int question) {
        return from.question(question).kind() == Question.Kind.OPEN;
    }

    /// All of a consultation, of the analyses of its questions.
    @Transactional(readOnly = true)
    Rebuilt joined(long consultation, Wording wording, Received from, List<RebuiltQuestion> questions) {
        Map<String, CodedQuestion> coded = new HashMap<>();
        Map<String, Integer> campaignTexts = new HashMap<>();
        Map<String, List<Passage>> quotable = new HashMap<>();
        TreeMap<String, String> options = new TreeMap<>();
        for (RebuiltQuestion one : questions) {
            String id = one.analysis().question().id();
            Kept kept = one.coded().kept();
            coded.put(id, one.coded());
            quotable.put(id, one.quotable());
            one.run()
                    .campaigns()
                    .forEach(campaign -> campaignTexts.put(
                            campaign.code(), campaign.variants().size()));
            options.put(id + " run", String.valueOf(kept.codedBy()));
            options.put(id + " options", one.run().options());
            options.put(id + " theme edits", String.valueOf(kept.log().last()));
        }
        options.put("wording", wording.name());
        Manifest manifest = new Manifest(
                Version.current(), received.files(consultation), options, "", "", new TreeMap<>(), List.of());
        return new Rebuilt(
                from,
                new Analysis(
                        from.consultation(),
                        questions.stream().map(RebuiltQuestion::analysis).toList(),
                        manifest),
                coded,
                campaignTexts,
                quotable);
    }
}
