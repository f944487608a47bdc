package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        var book = new XlsxSheet.Book(file, limits, faults, progress, pool, strings(zip), formats(zip), since1904);
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
                grids.add(new XlsxSheet(book, zip, part, sheet.name).read());
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
                strings.add(pool.of(XlsxText.of(xml, "si", limits.cellChars())));
                if (strings.size() % 50_000 == 0) {
                    progress.at("reading the texts of " + file, strings.size(), 0);
                }
            }
        }
        return strings;
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
