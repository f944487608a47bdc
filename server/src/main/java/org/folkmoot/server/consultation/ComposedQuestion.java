package org.folkmoot.server.consultation;

import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.review.CheckedShares.Checked;
import org.jspecify.annotations.Nullable;

/// One open question as its report has it: its own section, and what the sections on the whole say of it.
///
/// @param read what people found who read blind, null if no sample is closed
record ComposedQuestion(
        RebuiltQuestion rebuilt,
        QuestionPart part,
        Section section,
        @Nullable Checked read) {
    private static final int OF_RESPONSE = 250;
    private static final int OF_CODING = 24;

    /// @param alone the analysis of this question and no other
    static ComposedQuestion of(Rebuilt alone, RebuiltQuestion question, @Nullable Checked read) {
        QuestionPart part = QuestionPart.of(alone.analysis().consultation(), question.analysis());
        CheckedShares shares = read == null ? CheckedShares.NONE : CheckedShares.of(read);
        return new ComposedQuestion(question, part, new QuestionWriting(alone, part, shares).section(), read);
    }

    String id() {
        return part.question().question().id();
    }

    /// About how many bytes of memory it takes, with the responses whose words it may quote.
    long bytes() {
        return (long) OF_RESPONSE * part.question().status().size()
                + (long) OF_CODING * part.question().codings().size();
    }
}
