package org.folkmoot.corpus.verify;

import org.folkmoot.corpus.edit.EditedTable;

/// Names one answer in any written table: its question and where its response was received.
record AnswerKey(String question, String file, String sheet, String row, String respondent) {
    static AnswerKey of(EditedTable.Line line) {
        return new AnswerKey(
                line.word("question"),
                line.text("file"),
                line.text("sheet"),
                line.word("row"),
                line.text("respondent"));
    }

    /// The row whatever the question.
    AnswerKey received() {
        return new AnswerKey("", file, sheet, row, respondent);
    }

    @Override
    public String toString() {
        return question + ", " + file + (sheet.isEmpty() ? "" : ", sheet \"" + sheet + "\"") + ", row " + row;
    }
}
