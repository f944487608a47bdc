package org.folkmoot.server.consultation;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/// A Word file as Apache POI reads it.
///
/// @param paragraphs texts by style, in order
/// @param tables by row and cell, of each cell the first paragraph
/// @param repeatsHeaders whether the first row of every table is repeated on each page
record WordFile(
        String title,
        String language,
        Map<String, List<String>> paragraphs,
        List<List<List<String>>> tables,
        boolean repeatsHeaders) {
    static WordFile of(byte[] bytes) throws Exception {
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var core = docx.getProperties().getCoreProperties();
            return new WordFile(
                    core.getTitle(),
                    core.getUnderlyingProperties().getLanguageProperty().orElse(""),
                    docx.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getStyle() != null)
                            .collect(Collectors.groupingBy(
                                    XWPFParagraph::getStyle,
                                    Collectors.mapping(XWPFParagraph::getText, Collectors.toList()))),
                    docx.getTables().stream()
                            .map(table -> table.getRows().stream()
                                    .map(WordFile::cells)
                                    .toList())
                            .toList(),
                    docx.getTables().stream().allMatch(table -> table.getRow(0).isRepeatHeader()));
        }
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> cell.getParagraphs().getFirst().getText())
                .toList();
    }
}
