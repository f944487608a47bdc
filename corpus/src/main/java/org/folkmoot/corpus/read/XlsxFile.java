package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Reads the sheets of an XLSX or XLSM workbook as its user sees them; formulas give their stored value, macros
/// are never run.
final class XlsxFile {
    private static final Set<String> OUT_OF_SIGHT = Set.of("hidden", "veryHidden");

    private record SheetEntry(String name, String relation, boolean hidden) {}

    private final Path path;
    private final String file;
    private final Limits limits;
    private final Set<String> wanted;
    private final Faults faults;
    private final Progress progress;
    private final Pool pool = new Pool();
    private List<String> strings = List.of();
    private List<CellFormat> formats = List.of();
    private boolean since1904;

    /// @param wanted sheets a person asked for by name, read even if hidden
    XlsxFile(Path path, Limits limits, Set<String> wanted, Faults faults, Progress progress) {
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
                return read(zip);
            } catch (XMLStreamException e) {
                throw unreadable(zip, e);
            } catch (GuardedZip.Bomb e) {
                throw new Unreadable(e.fault(), e);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw new Unreadable(zip.damaged(), e);
            }
        }
    }

    /// The reader wraps what stopped it; a limit speaks before "damaged".
    static Unreadable unreadable(GuardedZip zip, XMLStreamException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof GuardedZip.Bomb bomb) {
                return new Unreadable(bomb.fault(), e);
            }
        }
        if (e.getNestedException() instanceof GuardedZip.Bomb bomb) {
            return new Unreadable(bomb.fault(), e);
        }
        if (String.valueOf(e.getMessage()).contains("document type or entity")) {
            Fault damaged = zip.damaged();
            return new Unreadable(
                    new Fault(
                            ERROR,
                            "xml-entities",
                            damaged.source(),
                            "",
                            "the file declares XML entities, which no spreadsheet program writes; nothing of it was read",
                            "do not trust this file; ask for an export as CSV"),
                    e);
        }
        return new Unreadable(zip.damaged(), e);
    }

    private FileContent read(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        boolean macros = zip.names().stream().anyMatch(n -> n.endsWith("vbaProject.bin"));
        if (macros) {
            faults.warning(
                    "macros",
                    new Source(file, "", 0),
                    "",
                    "the workbook holds macros; they were not run, only its cells were read",
                    "check that no answer is made by a macro; save as XLSX to be rid of them");
        }
        List<SheetEntry> sheets = sheets(zip);
        if (sheets.size() > limits.sheets()) {
            throw new Unreadable(new Fault(
                    ERROR,
                    "too-many-sheets",
                    new Source(file, "", 0),
                    "",
                    "%,d sheets; at most %,d are read".formatted(sheets.size(), limits.sheets()),
                    "keep only the sheets with responses"));
        }
        Map<String, String> targets = targets(zip);
        formats = formats(zip);
        strings = strings(zip);
        var grids = new ArrayList<Grid>();
        var unread = new ArrayList<String>();
        for (SheetEntry sheet : sheets) {
            String part = targets.getOrDefault(sheet.relation, "");
            if (!zip.has(part)) {
                throw new Unreadable(zip.damaged());
            }
            if (!part.contains("worksheets/")) {
                unread.add(sheet.name + " (a chart or macro sheet)");
            } else if (sheet.hidden && !wanted.contains(sheet.name)) {
                unread.add(sheet.name + " (hidden)");
                faults.warning(
                        "hidden-sheet",
                        new Source(file, sheet.name, 0),
                        "",
                        "the sheet is hidden and was not read",
                        "if it holds responses, unhide it or name it under \"sheets\" in the roles file");
            } else {
                grids.add(new SheetReader(zip, part, sheet.name).read());
            }
        }
        return new FileContent(
                macros ? "XLSM" : "XLSX",
                grids.size() + (grids.size() == 1 ? " sheet" : " sheets"),
                grids,
                List.of(),
                List.of(),
                unread);
    }

    private List<SheetEntry> sheets(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        var sheets = new ArrayList<SheetEntry>();
        XMLStreamReader xml = zip.xml("xl/workbook.xml");
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String flag = attribute(xml, "date1904");
                since1904 = flag.equals("1") || flag.equals("true");
            } else if (xml.getLocalName().equals("sheet")) {
                sheets.add(new SheetEntry(
                        attribute(xml, "name"), attribute(xml, "id"), OUT_OF_SIGHT.contains(attribute(xml, "state"))));
            }
        }
        return sheets;
    }

    private static Map<String, String> targets(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        var targets = new HashMap<String, String>();
        XMLStreamReader xml = zip.xml("xl/_rels/workbook.xml.rels");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    private static List<CellFormat> formats(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        var formats = new ArrayList<CellFormat>();
        if (!zip.has("xl/styles.xml")) {
            return formats;
        }
        var own = new HashMap<String, CellFormat>();
        boolean inCells = false;
        XMLStreamReader xml = zip.xml("xl/styles.xml");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "numFmt" -> own.put(attribute(xml, "numFmtId"), CellFormat.of(attribute(xml, "formatCode")));
                case "cellXfs" -> inCells = true;
                case "xf" -> {
                    if (inCells) {
                        String id = attribute(xml, "numFmtId");
                        CellFormat format = own.get(id);
                        formats.add(format != null ? format : CellFormat.builtIn(number(id)));
                    }
                }
                default -> {}
            }
        }
        return formats;
    }

    private List<String> strings(GuardedZip zip) throws IOException, Unreadable, XMLStreamException {
        var strings = new ArrayList<String>();
        if (!zip.has("xl/sharedStrings.xml")) {
            return strings;
        }
        XMLStreamReader xml = zip.xml("xl/sharedStrings.xml");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(pool.of(richText(xml, "si")));
                if (strings.size() % 50_000 == 0) {
                    progress.at("reading the texts of " + file, strings.size(), 0);
                }
            }
        }
        return strings;
    }

    /// All runs' text up to the end of the element; phonetic guides are left out, as on screen.
    private String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(element)) {
                        return unescape(text.toString());
                    }
                    inText = false;
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && phonetic == 0 && text.length() <= limits.cellChars()) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends inside " + element);
                default -> {}
            }
        }
    }

    /// Undoes `_x000D_` and its like, with which workbooks write characters that XML cannot hold.
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && hex(text, at + 2) >= 0) {
                plain.append(text, from, at).append((char) hex(text, at + 2));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int hex(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// Streams one sheet.
    private final class SheetReader {
        private final XMLStreamReader xml;
        private final Grid grid;
        private final GuardedZip zip;
        private String[] cells = new String[16];
        private int count;
        private int row;
        private int column;
        private boolean any;

        SheetReader(GuardedZip zip, String part, String name) throws IOException, Unreadable, XMLStreamException {
            this.zip = zip;
            this.xml = zip.xml(part);
            this.grid = new Grid(file, name, false);
        }

        Grid read() throws XMLStreamException, Unreadable {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "row" -> beginRow();
                        case "c" -> cell();
                        case "mergeCell" -> grid.merge(attribute(xml, "ref"));
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
            int given = number(attribute(xml, "r"));
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
            if (grid.size() == limits.rows()) {
                throw refuse("too-many-rows", "", "more than %,d rows".formatted(limits.rows()), "split the file");
            }
            grid.add(row, Arrays.copyOf(cells, count));
            if (grid.total() > limits.cells()) {
                throw refuse(
                        "too-many-cells",
                        "",
                        "more than %,d cells, empty ones counted".formatted(limits.cells()),
                        "delete empty columns, or split the file");
            }
            if (row % 10_000 == 0) {
                progress.at("reading " + file, row, 0);
            }
        }

        private void cell() throws XMLStreamException, Unreadable {
            String reference = attribute(xml, "r");
            column = reference.isEmpty() ? column + 1 : columnOf(reference);
            if (column < 0 || column >= limits.columns()) {
                throw refuse(
                        "too-many-columns",
                        reference,
                        "more than %,d columns".formatted(limits.columns()),
                        "keep only the columns to analyse");
            }
            String type = attribute(xml, "t");
            String style = attribute(xml, "s");
            String text = value(type, style);
            if (text.isEmpty()) {
                return;
            }
            if (text.length() > limits.cellChars()) {
                throw refuse(
                        "cell-too-long",
                        Grid.letters(column),
                        "a cell holds more than %,d characters".formatted(limits.cellChars()),
                        "split texts that really are so long");
            }
            if (text.indexOf('\0') >= 0) {
                faults.error(
                        "nul",
                        new Source(file, grid.sheet(), row),
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
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("c")) {
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
                            raw = richText(xml, "is");
                            inline = true;
                        }
                        default -> {}
                    }
                }
            }
            if (formula) {
                noteFormula(raw.isEmpty());
            }
            return inline ? pool.of(raw) : shown(type, style, raw);
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
                        if (text.length() <= limits.cellChars()) {
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
                    int index = number(raw.strip());
                    if (index < 0 || index >= strings.size()) {
                        throw new XMLStreamException("no shared text " + index);
                    }
                    yield strings.get(index);
                }
                case "str" -> pool.of(unescape(raw));
                case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
                case "e", "d" -> pool.of(raw);
                default -> {
                    int index = number(style);
                    CellFormat format =
                            index >= 0 && index < formats.size() ? formats.get(index) : CellFormat.builtIn(0);
                    yield pool.of(format.show(raw, since1904));
                }
            };
        }

        private void noteFormula(boolean blank) {
            faults.warning(
                    "formula",
                    new Source(file, grid.sheet(), row),
                    Grid.letters(column),
                    blank
                            ? "the cell is a formula without a stored value and was read as empty"
                            : "the cell is a formula; the value stored with it was read, the formula was not run",
                    blank
                            ? "open the workbook in a spreadsheet program and save it, so that values are stored"
                            : "paste the column as values if that is not what you want");
        }

        private Unreadable refuse(String code, String where, String message, String remedy) {
            return new Unreadable(new Fault(ERROR, code, new Source(file, grid.sheet(), row), where, message, remedy));
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
}
