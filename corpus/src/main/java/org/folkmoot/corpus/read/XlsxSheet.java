package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Streams one sheet of an XLSX workbook into a grid.
final class XlsxSheet {
    /// What all sheets of a workbook share.
    ///
    /// @param strings the shared texts
    /// @param formats of cells by style number
    /// @param since1904 whether dates count from 1904
    record Book(
            String file,
            Limits limits,
            Faults faults,
            Progress progress,
            Pool pool,
            List<String> strings,
            List<CellFormat> formats,
            boolean since1904) {}

    private final Book book;
    private final XMLStreamReader xml;
    private final Grid grid;
    private final GuardedZip zip;
    private String[] cells = new String[16];
    private int count;
    private int row;
    private int column;
    private boolean any;

    XlsxSheet(Book book, GuardedZip zip, String part, String name) throws IOException, Unreadable, XMLStreamException {
        this.book = book;
        this.zip = zip;
        this.xml = zip.xml(part);
        this.grid = new Grid(book.file, name, false);
    }

    Grid read() throws XMLStreamException, Unreadable {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> beginRow();
                    case "c" -> cell();
                    case "mergeCell" -> grid.merge(XlsxFile.attribute(xml, "ref"));
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                endRow();
            }
        }
        return grid;
    }

    private void beginRow() throws Unreadable {
        int given = XlsxFile.number(XlsxFile.attribute(xml, "r"));
        if (given >= 0 && given <= row) {
            throw new Unreadable(zip.damaged());
        }
        row = given > 0 ? given : row + 1;
        count = 0;
        column = -1;
        any = false;
    }

    private void endRow() throws Unreadable {
        if (!any) {
            return;
        }
        if (grid.size() == book.limits.rows()) {
            throw refuse(
                    "too-many-rows",
                    "",
                    "more than %,d rows".formatted(book.limits().rows()),
                    "split the file");
        }
        grid.add(row, Arrays.copyOf(cells, count));
        if (grid.total() > book.limits.cells()) {
            throw refuse(
                    "too-many-cells",
                    "",
                    "more than %,d cells, empty ones counted"
                            .formatted(book.limits().cells()),
                    "delete empty columns, or split the file");
        }
        if (row % 10_000 == 0) {
            book.progress.at("reading " + book.file, row, 0);
        }
    }

    private void cell() throws XMLStreamException, Unreadable {
        String reference = XlsxFile.attribute(xml, "r");
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        if (column < 0 || column >= book.limits.columns()) {
            throw refuse(
                    "too-many-columns",
                    reference,
                    "more than %,d columns".formatted(book.limits().columns()),
                    "keep only the columns to analyse");
        }
        String type = XlsxFile.attribute(xml, "t");
        String style = XlsxFile.attribute(xml, "s");
        String text = value(type, style);
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > book.limits.cellChars()) {
            throw refuse(
                    "cell-too-long",
                    Grid.letters(column),
                    "a cell holds more than %,d characters"
                            .formatted(book.limits().cellChars()),
                    "split texts that really are so long");
        }
        if (text.indexOf('\0') >= 0) {
            book.faults.error(
                    "nul",
                    new Source(book.file, grid.sheet(), row),
                    Grid.letters(column),
                    "the cell holds a NUL character, which no text has",
                    "remove NUL characters, or export the file again");
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        while (count <= column) {
            cells[count++] = "";
        }
        cells[column] = text;
        any = true;
    }

    private String value(String type, String style) throws XMLStreamException {
        String raw = "";
        boolean formula = false;
        boolean inline = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new XMLStreamException("ends inside a cell");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> raw = text("v");
                    case "is" -> {
                        raw = XlsxText.of(xml, "is", book.limits().cellChars());
                        inline = true;
                    }
                    default -> {}
                }
            }
        }
        if (formula) {
            noteFormula(raw.isEmpty());
        }
        return inline ? book.pool.of(raw) : shown(type, style, raw);
    }

    private String text(String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(element)) {
                        return text.toString();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() <= book.limits.cellChars()) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends inside " + element);
                default -> {}
            }
        }
    }

    private String shown(String type, String style, String raw) throws XMLStreamException {
        if (raw.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> {
                int index = XlsxFile.number(raw.strip());
                if (index < 0 || index >= book.strings.size()) {
                    throw new XMLStreamException("no shared text " + index);
                }
                yield book.strings.get(index);
            }
            case "str" -> book.pool.of(XlsxText.unescape(raw));
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "e", "d" -> book.pool.of(raw);
            default -> {
                int index = XlsxFile.number(style);
                CellFormat format =
                        index >= 0 && index < book.formats.size() ? book.formats.get(index) : CellFormat.builtIn(0);
                yield book.pool.of(format.show(raw, book.since1904));
            }
        };
    }

    private void noteFormula(boolean blank) {
        book.faults.warning(
                "formula",
                new Source(book.file, grid.sheet(), row),
                Grid.letters(column),
                blank
                        ? "the cell is a formula without a stored value and was read as empty"
                        : "the cell is a formula; the value stored with it was read, the formula was not run",
                blank
                        ? "open the workbook in a spreadsheet program and save it, so that values are stored"
                        : "paste the column as values if that is not what you want");
    }

    private Unreadable refuse(String code, String where, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, code, new Source(book.file, grid.sheet(), row), where, message, remedy));
    }

    private int columnOf(String reference) {
        int value = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            int letter = Character.toUpperCase(reference.charAt(i)) - 'A';
            if (letter < 0 || letter > 25 || value > 10_000_000) {
                return -1;
            }
            value = value * 26 + letter + 1;
        }
        return value - 1;
    }
}
