package org.folkmoot.corpus;

import java.util.List;
import java.util.Map;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// What the engine and the people made of one open question.
///
/// All answer indices (in `codings`, passages, campaigns) are indices into `Consultation.responses`.
///
/// @param question the open question
/// @param status one per response
/// @param language one BCP 47 tag per response, `und` where undetermined
/// @param distinctText one number per response, equal for answers with (nearly) the same text; -1 where not analysed
/// @param themes the codebook, parents before their children, otherwise most frequent first
/// @param codings machine and human; in a reviewed answer exactly what the person decided, with confidence 1
/// @param reviewedBy response index to the person who decided on that answer's codings
/// @param campaigns largest first
/// @param uncovered largest first
/// @param personalData passages that hold personal data and must not be quoted
/// @param mixed ids of themes that mix opposing positions, with a sentence on how
public record QuestionAnalysis(
        Question question,
        List<AnswerStatus> status,
        List<String> language,
        List<Integer> distinctText,
        List<Theme> themes,
        Codings codings,
        Map<Integer, String> reviewedBy,
        List<Campaign> campaigns,
        List<Uncovered> uncovered,
        List<Passage> personalData,
        Map<String, String> mixed) {}
