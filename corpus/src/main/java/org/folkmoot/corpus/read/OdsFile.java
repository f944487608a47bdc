package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Reads the sheets of an OpenDocument spreadsheet as their user sees them.
///
/// Repeat counts, with which a small file can claim a million rows, are followed only where there is text, and
/// only within the limits.
final class OdsFile {
    private final Path path;
    private final String file;
    private final Limits limits;
    private final Set<String> wanted;
    private final Faults faults;
    private final Progress progress;
    private final Pool pool = new Pool();

    /// @param wanted sheets a person asked for by name, read even if hidden
    OdsFile(Path path, Limits limits, Set<String> wanted, Faults faults, Progress progress) {
        this.path = path;
        this.file = path.getFileName().toString();
        this.limits = limits;
        this.wanted = wanted;
        this.faults = faults;
        this.progress = progress;
    }

    FileContent read() throws IOException, Unreadable {
        try (GuardedZip zip = GuardedZip.open(path, limits)) {
            try {
                refuseEncrypted(zip);
                return read(zip);
            } catch (XMLStreamException e) {
                throw XlsxFile.unreadable(zip, e);
            } catch (GuardedZip.Bomb e) {
                throw new Unreadable(e.fault(), e);
            } catch (ZipException | EOFException e) {
                throw new Unreadable(zip.damaged(), e);
            }
        }
    }

    private void refuseEncrypted(GuardedZip zip) throws IOException, Unreadable {
        if (!zip.has("META-INF/manifest.xml")) {
            return;
        }
        try (InputStream in = zip.part("META-INF/manifest.xml")) {
            if (new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8).contains("encryption-data")) {
                throw refuse(
                        "encrypted",
                        "",
                        0,
                        "",
                        "the spreadsheet is encrypted with a password",
                        "open it with the password and save it without one");
            }
        }
    }

    private FileContent read(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        var grids = new ArrayList<Grid>();
        var unread = new ArrayList<String>();
        Set<String> hiddenStyles = new HashSet<>();
        String style = "";
        XMLStreamReader xml = zip.xml("content.xml");
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> style = attribute(xml, "name");
                case "table-properties" -> {
                    if (attribute(xml, "display").equals("false")) {
                        hiddenStyles.add(style);
                    }
                }
                case "table" -> {
                    String name = attribute(xml, "name");
                    boolean hidden = hiddenStyles.contains(attribute(xml, "style-name"));
                    Grid grid = new SheetReader(xml, name, hidden && !wanted.contains(name)).read();
                    if (hidden && !wanted.contains(name)) {
                        unread.add(name + " (hidden)");
                        faults.warning(
                                "hidden-sheet",
                                new Source(file, name, 0),
                                "",
                                "the sheet is hidden and was not read",
                                "if it holds responses, unhide it or name it under \"sheets\" in the roles file");
                    } else {
                        grids.add(grid);
                    }
                    if (grids.size() > limits.sheets()) {
                        throw refuse(
                                "too-many-sheets",
                                name,
                                0,
                                "",
                                "more than %,d sheets".formatted(limits.sheets()),
                                "keep only the sheets with responses");
                    }
                }
                default -> {}
            }
        }
        String count = grids.size() + (grids.size() == 1 ? " sheet" : " sheets");
        return new FileContent("ODS", count, grids, List.of(), List.of(), unread);
    }

    private Unreadable refuse(String code, String sheet, int row, String column, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, code, new Source(file, sheet, row), column, message, remedy));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// A count attribute; 1 if it is absent or makes no sense.
    private static int repeat(XMLStreamReader xml, String name) {
        String digits = attribute(xml, name);
        return digits.matches("[1-9]\\d{0,8}") ? Integer.parseInt(digits) : 1;
    }

    /// Streams one sheet; the reader stands at its start.
    private final class SheetReader {
        private final XMLStreamReader xml;
        private final Grid grid;
        private final boolean silent;
        private String[] cells = new String[16];
        private int count;
        private int column;
        private int row = 1;

        SheetReader(XMLStreamReader xml, String name, boolean silent) {
            this.xml = xml;
            this.grid = new Grid(file, name, false);
            this.silent = silent;
        }

        Grid read() throws XMLStreamException, Unreadable {
            int nested = 0;
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    throw new XMLStreamException("ends inside a sheet");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "table" -> nested++;
                        case "table-row" -> row();
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("table")) {
                    if (nested-- == 0) {
                        return grid;
                    }
                }
            }
        }

        private void row() throws XMLStreamException, Unreadable {
            int times = repeat(xml, "number-rows-repeated");
            count = 0;
            column = 0;
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    throw new XMLStreamException("ends inside a row");
                }
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("table-row")) {
                    break;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "table-cell", "covered-table-cell" -> cell(xml.getLocalName());
                        default -> {}
                    }
                }
            }
            if (count > 0 && !silent) {
                add(times);
            }
            row = (int) Math.min(Integer.MAX_VALUE / 2, (long) row + times);
        }

        private void add(int times) throws Unreadable {
            String[] shared = Arrays.copyOf(cells, count);
            for (int i = 0; i < times; i++) {
                if (grid.size() == limits.rows()) {
                    throw refuse(
                            "too-many-rows",
                            grid.sheet(),
                            row,
                            "",
                            "more than %,d rows; one row claims to repeat %,d times".formatted(limits.rows(), times),
                            "split the file, or delete repeated rows");
                }
                grid.add(row + i, i == 0 ? shared : shared.clone());
                if (grid.total() > limits.cells()) {
                    throw refuse(
                            "too-many-cells",
                            grid.sheet(),
                            row,
                            "",
                            "more than %,d cells, empty ones counted".formatted(limits.cells()),
                            "delete empty columns, or split the file");
                }
            }
            if (row % 10_000 == 0) {
                progress.at("reading " + file, row, 0);
            }
        }

        private void cell(String element) throws XMLStreamException, Unreadable {
            int times = repeat(xml, "number-columns-repeated");
            int across = repeat(xml, "number-columns-spanned");
            int down = repeat(xml, "number-rows-spanned");
            boolean formula = !attribute(xml, "formula").isEmpty();
            String value = fallback();
            String text = content(element);
            String shown = text.isEmpty() ? value : text;
            if (shown.isEmpty()) {
                column = (int) Math.min(Integer.MAX_VALUE / 2, (long) column + times);
                return;
            }
            if (element.startsWith("covered")) {
                covered(times);
                return;
            }
            if ((across > 1 || down > 1) && !silent) {
                grid.merge(Grid.letters(column) + row + ":" + Grid.letters(Math.min(column + across - 1, 99_999))
                        + (row + down - 1));
            }
            check(shown, times);
            if (formula && !silent) {
                faults.warning(
                        "formula",
                        new Source(file, grid.sheet(), row),
                        Grid.letters(column),
                        "the cell is a formula; the value stored with it was read, the formula was not run",
                        "paste the column as values if that is not what you want");
            }
            place(pool.of(shown), times);
        }

        private void covered(int times) {
            if (!silent) {
                faults.warning(
                        "covered-cell",
                        new Source(file, grid.sheet(), row),
                        Grid.letters(column),
                        "the cell holds text under a merged cell, where nobody sees it; it was not read",
                        "split the merged cells if the text is an answer");
            }
            column += times;
        }

        private void check(String shown, int times) throws Unreadable {
            if ((long) column + times > limits.columns()) {
                throw refuse(
                        "too-many-columns",
                        grid.sheet(),
                        row,
                        Grid.letters(Math.min(column, 99_999)),
                        "more than %,d columns".formatted(limits.columns()),
                        "keep only the columns to analyse");
            }
            if (shown.length() > limits.cellChars()) {
                throw refuse(
                        "cell-too-long",
                        grid.sheet(),
                        row,
                        Grid.letters(column),
                        "a cell holds more than %,d characters".formatted(limits.cellChars()),
                        "split texts that really are so long");
            }
        }

        private void place(String text, int times) {
            int end = column + times;
            if (end > cells.length) {
                cells = Arrays.copyOf(cells, Math.max(end, cells.length * 2));
            }
            Arrays.fill(cells, count, column, "");
            Arrays.fill(cells, column, end, text);
            count = end;
            column = end;
        }

        private String fallback() {
            for (String name : new String[] {"string-value", "date-value", "time-value", "boolean-value", "value"}) {
                String value = attribute(xml, name);
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }

        /// The cell's paragraphs, one to a line; annotations and drawings are left out.
        private String content(String element) throws XMLStreamException {
            var text = new StringBuilder();
            int paragraphs = 0;
            int outside = 0;
            boolean inside = false;
            while (true) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String name = xml.getLocalName();
                        if (outside > 0 || name.equals("annotation") || name.equals("shape") || name.equals("frame")) {
                            outside++;
                        } else if (name.equals("p") || name.equals("h")) {
                            text.append(paragraphs++ > 0 ? "\n" : "");
                            inside = true;
                        } else if (inside) {
                            text.append(
                                    switch (name) {
                                        case "s" -> " ".repeat(Math.min(repeat(xml, "c"), 10_000));
                                        case "tab" -> "\t";
                                        case "line-break" -> "\n";
                                        default -> "";
                                    });
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        String name = xml.getLocalName();
                        if (outside > 0) {
                            outside--;
                        } else if (name.equals(element)) {
                            return text.toString();
                        } else if (name.equals("p") || name.equals("h")) {
                            inside = false;
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (inside && outside == 0 && text.length() <= limits.cellChars()) {
                            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        }
                    }
                    case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends inside a cell");
                    default -> {}
                }
            }
        }
    }
}
