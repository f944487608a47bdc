package org.folkmoot.corpus.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The text of a DOCX letter's body: paragraphs one to a line, deleted passages of tracked changes left out.
final class DocxText {
    private DocxText() {}

    static String of(Path path, Limits limits) throws IOException, Unreadable {
        try (GuardedZip zip = GuardedZip.open(path, limits)) {
            if (!zip.has("word/document.xml")) {
                throw Format.refuse(
                        path.getFileName().toString(), "misnamed", "a zip archive that is no DOCX", "save it as DOCX");
            }
            try {
                return body(zip.xml("word/document.xml"), limits);
            } catch (XMLStreamException e) {
                throw XlsxFile.unreadable(zip, e);
            } catch (GuardedZip.Bomb e) {
                throw new Unreadable(e.fault(), e);
            } catch (ZipException | EOFException e) {
                throw new Unreadable(zip.damaged(), e);
            }
        }
    }

    private static String body(XMLStreamReader xml, Limits limits) throws XMLStreamException {
        var text = new StringBuilder();
        int fallback = 0;
        boolean inText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> inText = fallback == 0;
                        case "tab" -> text.append(fallback == 0 && isInRun(text) ? "\t" : "");
                        case "br", "cr" -> text.append(fallback == 0 ? "\n" : "");
                        case "Fallback" -> fallback++;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> inText = false;
                        case "p" -> text.append(fallback == 0 ? "\n" : "");
                        case "Fallback" -> fallback--;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && text.length() <= limits.cellChars()) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /// A `tab` at the beginning of a paragraph defines a tab stop more often than it is one.
    private static boolean isInRun(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
    }
}
