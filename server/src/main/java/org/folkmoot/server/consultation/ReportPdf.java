package org.folkmoot.server.consultation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.Objects;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.folkmoot.server.platform.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A report as a PDF that everyone can read (PDF/UA-1): tagged, with title, language, bookmarks and its fonts.
///
/// It is set from the report as one HTML file, which is well-formed XML. Nothing is fetched.
final class ReportPdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final String FAMILY = "Report";
    /// Stands for a character that the fonts lack.
    private static final String UNSHOWN = "\u25A1";

    private ReportPdf() {}

    /// Writes the file.
    ///
    /// @param html of `ReportFile`
    static void write(String html, OutputStream out) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        Document document = parsed(html);
        Element head = (Element) document.getElementsByTagName("head").item(0);
        head.appendChild(subject(document));
        head.appendChild(bookmarks(document));
        sayWhatCannotBeShown(document);
        new PdfRendererBuilder()
                .withW3cDocument(document, null)
                .useUriResolver((_, _) -> null)
                .useFont(() -> font(".ttf"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                .useReplacementText(UNSHOWN)
                .usePdfUaAccessibility(true)
                .withProducer("Folkmoot")
                .toStream(out)
                .run();
    }

    private static void sayWhatCannotBeShown(Document document) throws IOException {
        Element body = (Element) document.getElementsByTagName("body").item(0);
        long unshown;
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(font(".ttf")))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            unshown = body.getTextContent()
                    .codePoints()
                    .filter(point -> !Character.isWhitespace(point) && glyphs.getGlyphId(point) == 0)
                    .count();
        }
        if (unshown > 0) {
            Element note = document.createElement("p");
            note.setAttribute("class", "note");
            note.setTextContent(Words.ENGLISH.t("report.file.unshown", unshown));
            Node title = document.getElementsByTagName("h1").item(0);
            body.insertBefore(note, title.getNextSibling());
        }
    }

    private static InputStream font(String which) {
        return Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FONTS + which), which);
    }

    private static Document parsed(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the report is not well-formed", e);
        }
    }

    /// The description of the page, under the name that it has in a PDF.
    private static Element subject(Document document) {
        Element subject = document.createElement("meta");
        subject.setAttribute("name", "subject");
        NodeList all = document.getElementsByTagName("meta");
        for (int i = 0; i < all.getLength(); i++) {
            Element meta = (Element) all.item(i);
            if (meta.getAttribute("name").equals("description")) {
                subject.setAttribute("content", meta.getAttribute("content"));
            }
        }
        return subject;
    }

    /// Sections, and the parts of a section below it.
    private static Element bookmarks(Document document) {
        Element bookmarks = document.createElement("bookmarks");
        Element section = bookmarks;
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element heading = (Element) all.item(i);
            boolean opens = heading.getTagName().equals("h2");
            if (opens || heading.getTagName().equals("h3")) {
                Element bookmark = document.createElement("bookmark");
                bookmark.setAttribute("name", heading.getTextContent());
                bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
                (opens ? bookmarks : section).appendChild(bookmark);
                section = opens ? bookmark : section;
            }
        }
        return bookmarks;
    }
}
