package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.folkmoot.server.platform.Words;

/// A report as a Word file: built-in heading styles, tables with header rows and descriptions, the language of each
/// quote, title and language of the whole.
///
/// Bars are shaded empty paragraphs below their number: nothing that a screen reader would have to read or skip.
final class ReportDocx {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int GAP = 120;

    private final XMLStreamWriter xml;
    private final Words words;
    private int bookmark;

    private ReportDocx(XMLStreamWriter xml, Words words) {
        this.xml = xml;
        this.words = words;
    }

    /// Writes the file.
    ///
    /// @param at the time it bears
    static void write(WritingReports.Standing standing, Instant at, OutputStream out) throws IOException {
        Words words = Words.ENGLISH;
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", DocxParts.CONTENT_TYPES);
        part(zip, "_rels/.rels", DocxParts.RELATIONSHIPS);
        part(zip, "word/_rels/document.xml.rels", DocxParts.DOCUMENT_RELATIONSHIPS);
        part(zip, "word/styles.xml", DocxParts.STYLES.replace("LANGUAGE", words.language()));
        part(zip, "word/numbering.xml", DocxParts.NUMBERING);
        part(zip, "word/settings.xml", DocxParts.SETTINGS);
        part(zip, "word/footer1.xml", DocxParts.FOOTER);
        try {
            zip.putNextEntry(new ZipEntry("docProps/core.xml"));
            XMLStreamWriter core = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
            properties(core, standing, words, at);
            core.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
            new ReportDocx(xml, words).document(standing, at);
            xml.flush();
            zip.closeEntry();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the report as a Word file", e);
        }
        zip.finish();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void properties(XMLStreamWriter core, WritingReports.Standing standing, Words words, Instant at)
            throws XMLStreamException {
        core.writeStartDocument("UTF-8", "1.0");
        core.writeStartElement("cp:coreProperties");
        core.writeAttribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        core.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        core.writeAttribute("xmlns:dcterms", "http://purl.org/dc/terms/");
        core.writeAttribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        element(
                core,
                "dc:title",
                words.t("report.file.title", standing.document().title()));
        element(core, "dc:description", words.t("report.file.description"));
        element(core, "dc:language", words.language());
        element(core, "dc:creator", "Folkmoot");
        core.writeStartElement("dcterms:created");
        core.writeAttribute("xsi:type", "dcterms:W3CDTF");
        core.writeCharacters(at.truncatedTo(ChronoUnit.SECONDS).toString());
        core.writeEndElement();
        core.writeEndElement();
        core.writeEndDocument();
    }

    private static void element(XMLStreamWriter core, String name, String text) throws XMLStreamException {
        core.writeStartElement(name);
        core.writeCharacters(ReportFile.printable(text));
        core.writeEndElement();
    }

    private void document(WritingReports.Standing standing, Instant at) throws XMLStreamException {
        ReportDocument document = standing.document();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("w:document");
        xml.writeAttribute("xmlns:w", W);
        xml.writeStartElement("w:body");
        paragraph("Title", words.t("report.file.title", document.title()));
        Instant published = standing.publishedAt();
        paragraph(
                "",
                words.t("report.state." + standing.state())
                        + (published == null
                                ? ""
                                : ". "
                                        + words.t(
                                                "report.published-by",
                                                String.valueOf(standing.publishedBy()),
                                                words.time(published))));
        paragraph("", words.t("report.file.as-at", words.time(at)));
        if (!standing.since().isEmpty()) {
            paragraph("Caution", words.t("report.file.since", standing.since().size()));
        }
        if (!document.checked()) {
            paragraph("Caution", words.t("report.draft"));
        }
        for (ReportDocument.Section section : document.sections()) {
            heading(2, section.title(), section.key());
            WrittenText text = standing.texts().get(section.key());
            if (text != null && !text.text().isBlank()) {
                for (String paragraph : text.paragraphs()) {
                    paragraph("PeoplesText", paragraph);
                }
                if (standing.stale().containsKey(section.key())) {
                    paragraph("Caution", words.t("report.stale"));
                }
            }
            for (ReportDocument.Block block : section.blocks()) {
                block(block);
            }
        }
        page();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void block(ReportDocument.Block block) throws XMLStreamException {
        switch (block) {
            case ReportDocument.Heading heading -> heading(heading.level(), heading.text(), heading.anchor());
            case ReportDocument.Paragraph paragraph -> paragraph("", paragraph.text());
            case ReportDocument.Note note -> paragraph("Caution", note.text());
            case ReportDocument.Bullets bullets -> {
                for (String item : bullets.items()) {
                    paragraph("ListBullet", item);
                }
            }
            case ReportDocument.Quotation quote -> {
                start("Quote");
                run(quote.text(), quote.language());
                xml.writeEndElement();
                paragraph("QuoteSource", quote.source());
            }
            case ReportDocument.Table table -> table(table);
        }
    }

    /// @param level 2 for sections, as in the page
    private void heading(int level, String text, String anchor) throws XMLStreamException {
        start("Heading" + (level - 1));
        // Word wants names of at most 40 letters, digits and underscores.
        String name = "_" + anchor.replaceAll("[^A-Za-z0-9]", "_");
        xml.writeEmptyElement("w:bookmarkStart");
        xml.writeAttribute("w:id", String.valueOf(bookmark));
        xml.writeAttribute("w:name", name.substring(0, Math.min(name.length(), 36)) + "_" + bookmark % 1000);
        run(text, "");
        xml.writeEmptyElement("w:bookmarkEnd");
        xml.writeAttribute("w:id", String.valueOf(bookmark++));
        xml.writeEndElement();
    }

    private void paragraph(String style, String text) throws XMLStreamException {
        start(style);
        run(text, "");
        xml.writeEndElement();
    }

    /// Opens a paragraph.
    private void start(String style) throws XMLStreamException {
        xml.writeStartElement("w:p");
        if (!style.isEmpty()) {
            xml.writeStartElement("w:pPr");
            empty("w:pStyle", "w:val", style);
            xml.writeEndElement();
        }
    }

    /// Text in a language, empty for that of the whole; its lines stand below each other.
    private void run(String text, String language) throws XMLStreamException {
        xml.writeStartElement("w:r");
        if (!language.isEmpty()) {
            xml.writeStartElement("w:rPr");
            empty("w:lang", "w:val", language);
            xml.writeEndElement();
        }
        List<String> lines = ReportFile.printable(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                xml.writeEmptyElement("w:br");
            }
            xml.writeStartElement("w:t");
            xml.writeAttribute("xml:space", "preserve");
            xml.writeCharacters(lines.get(i));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void table(ReportDocument.Table table) throws XMLStreamException {
        paragraph("Caption", table.caption());
        int width = PAGE_WIDTH - 2 * MARGIN;
        int columns = table.headers().size();
        int first = columns == 1 ? width : Math.max(width / columns, width * 2 / 5);
        int rest = columns == 1 ? 0 : (width - first) / (columns - 1);
        xml.writeStartElement("w:tbl");
        xml.writeStartElement("w:tblPr");
        empty("w:tblStyle", "w:val", "ReportTable");
        empty("w:tblW", "w:w", String.valueOf(width), "w:type", "dxa");
        empty("w:tblLayout", "w:type", "fixed");
        empty("w:tblLook", "w:val", "00A0", "w:firstRow", "1", "w:firstColumn", "1", "w:noVBand", "1");
        empty("w:tblCaption", "w:val", ReportFile.printable(table.caption()));
        xml.writeEndElement();
        xml.writeStartElement("w:tblGrid");
        for (int i = 0; i < columns; i++) {
            empty("w:gridCol", "w:w", String.valueOf(i == 0 ? first : rest));
        }
        xml.writeEndElement();
        row(table, ReportDocument.Row.of(table.headers().toArray(String[]::new)), true, first, rest);
        for (ReportDocument.Row row : table.rows()) {
            row(table, row, false, first, rest);
        }
        xml.writeEndElement();
        paragraph("", "");
    }

    private void row(ReportDocument.Table table, ReportDocument.Row row, boolean isHeader, int first, int rest)
            throws XMLStreamException {
        xml.writeStartElement("w:tr");
        xml.writeStartElement("w:trPr");
        xml.writeEmptyElement("w:cantSplit");
        if (isHeader) {
            xml.writeEmptyElement("w:tblHeader");
        }
        xml.writeEndElement();
        for (int i = 0; i < row.cells().size(); i++) {
            xml.writeStartElement("w:tc");
            xml.writeStartElement("w:tcPr");
            empty("w:tcW", "w:w", String.valueOf(i == 0 ? first : rest), "w:type", "dxa");
            xml.writeEndElement();
            cell(row.cells().get(i), i == 0 && row.isSub());
            if (!isHeader && i == table.bar() && row.share() > 0) {
                bar(row.share(), (i == 0 ? first : rest) - GAP);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void cell(String text, boolean isSub) throws XMLStreamException {
        xml.writeStartElement("w:p");
        xml.writeStartElement("w:pPr");
        empty("w:pStyle", "w:val", "Cell");
        if (isSub) {
            empty("w:ind", "w:left", "284");
        }
        xml.writeEndElement();
        run(text, "");
        xml.writeEndElement();
    }

    private void bar(double share, int width) throws XMLStreamException {
        xml.writeStartElement("w:p");
        xml.writeStartElement("w:pPr");
        empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "1A5F9E");
        empty("w:spacing", "w:before", "0", "w:after", "60", "w:line", "80", "w:lineRule", "exact");
        empty("w:ind", "w:right", String.valueOf(Math.round((1 - share) * width)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void page() throws XMLStreamException {
        xml.writeStartElement("w:sectPr");
        xml.writeEmptyElement("w:footerReference");
        xml.writeAttribute("w:type", "default");
        xml.writeAttribute("r:id", "rId4");
        xml.writeAttribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        empty("w:pgSz", "w:w", String.valueOf(PAGE_WIDTH), "w:h", String.valueOf(PAGE_HEIGHT));
        String margin = String.valueOf(MARGIN);
        empty(
                "w:pgMar",
                "w:top",
                margin,
                "w:right",
                margin,
                "w:bottom",
                margin,
                "w:left",
                margin,
                "w:header",
                "567",
                "w:footer",
                "567",
                "w:gutter",
                "0");
        xml.writeEndElement();
    }
}
