package org.folkmoot.corpus;

import java.util.List;

/// A consultation and what was made of each of its open questions: all that reports and files are written from.
public record Analysis(Consultation consultation, List<QuestionAnalysis> questions, Manifest manifest) {
    public Analysis {
        questions = List.copyOf(questions);
    }
}
