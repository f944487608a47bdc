package org.folkmoot.server.consultation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A report before it is set as a page, a Word file or a PDF: sections of blocks, and the figures they state.
///
/// @param title of the consultation
/// @param checked whether people checked figures of it
public record ReportDocument(String title, boolean checked, List<Section> sections) {
    /// One section.
    ///
    /// @param key stable, e.g. `received` or `question-Q3`: by it people's texts are kept
    /// @param figures what it states, by name, in order: a text beside it is stale once one of them differs
    public record Section(String key, String title, List<Block> blocks, SequencedMap<String, String> figures) {
        public Section {
            blocks = List.copyOf(blocks);
            figures = Collections.unmodifiableSequencedMap(figures);
        }
    }

    /// A piece of a section.
    public sealed interface Block {}

    /// @param level 3 or 4: the page's title is 1, a section's 2
    public record Heading(int level, String text, String anchor) implements Block {}

    public record Paragraph(String text) implements Block {}

    /// A caution that must not be overlooked.
    public record Note(String text) implements Block {}

    public record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// A table whose first row and first column are headers.
    ///
    /// @param bar index of the column of shares that is drawn as bars, -1 for none
    /// @param rows texts; as many as there are headers
    public record Table(String caption, List<String> headers, List<Row> rows, int bar) implements Block {
        public Table {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }
    }

    /// @param share in [0, 1], for the bar; 0 where there is none
    /// @param isSub whether it stands below the row before
    /// @param behind the answers behind the number in the second cell, as a query of `AnswerFilter`, or empty
    public record Row(List<String> cells, double share, boolean isSub, String behind) {
        public Row {
            cells = List.copyOf(cells);
        }

        Row(List<String> cells, double share, boolean isSub) {
            this(cells, share, isSub, "");
        }

        static Row of(String... cells) {
            return new Row(List.of(cells), 0, false);
        }
    }

    /// A respondent's words.
    ///
    /// @param answer id
    /// @param start offset in the answer's publishable text, in UTF-16 code units
    /// @param source who said it, as far as that may be told
    /// @param language BCP 47 tag, empty if that of the page
    /// @param isChosen whether a person marked it as worth quoting
    public record Quotation(
            String text, long answer, int start, int end, String source, String language, boolean isChosen)
            implements Block {}

    public ReportDocument {
        sections = List.copyOf(sections);
    }

    /// A section by its key, null if there is none.
    @org.jspecify.annotations.Nullable
    Section section(String key) {
        return sections.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /// All figures by section.
    Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new java.util.LinkedHashMap<>();
        sections.forEach(section -> figures.put(section.key(), section.figures()));
        return figures;
    }
}
