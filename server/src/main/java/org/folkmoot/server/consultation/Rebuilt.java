package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.text.Passage;

/// An analysis as the engine's writers take it, made again of what the database holds: the themes as people have them,
/// the machine's codings through them, and people's decisions in their stead.
///
/// @param coded by question code what it was counted from
/// @param campaignTexts by code how many distinct texts each campaign has, withheld ones too
/// @param quotable by question code the passages that people marked as worth quoting, in the words shown
record Rebuilt(
        Received received,
        Analysis analysis,
        Map<String, CodedQuestion> coded,
        Map<String, Integer> campaignTexts,
        Map<String, List<Passage>> quotable) {
    /// Id of the answer that a response gave to an open question.
    long answer(QuestionAnalysis question, int response) {
        int index = received.consultation().indexOf(question.question());
        return received.answers().get(index).of(response);
    }
}
