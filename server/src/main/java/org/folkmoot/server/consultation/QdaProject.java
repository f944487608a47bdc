package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// A coded consultation as a REFI-QDA project (QDPX, schema 1.5): a code for each theme, a plain text source for each
/// answer, a selection for each passage, by code points; a case for each respondent with a variable for each closed and
/// about-you question. Lines end with a line feed, for programs count positions differently otherwise.
///
/// The same codings get the same identifiers each time.
final class QdaProject {
    private static final String NAMESPACE = "urn:QDA-XML:project:1.0";

    private final Rebuilt rebuilt;
    private final String at;
    private final Map<String, UUID> users = new HashMap<>();

    private QdaProject(Rebuilt rebuilt, Instant at) {
        this.rebuilt = rebuilt;
        this.at = at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Writes the archive: the project first, then its sources.
    static void write(Rebuilt rebuilt, Instant at, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        QdaProject project = new QdaProject(rebuilt, at);
        zip.putNextEntry(new ZipEntry("project.qde"));
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(zip, "UTF-8");
            project.project(xml);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the project", e);
        }
        zip.closeEntry();
        project.sources(zip);
        zip.finish();
    }

    private static UUID id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    private void project(XMLStreamWriter xml) throws XMLStreamException {
        UUID program = user("Folkmoot");
        for (QuestionAnalysis question : rebuilt.analysis().questions()) {
            question.reviewedBy().values().forEach(this::user);
        }
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Project");
        xml.writeDefaultNamespace(NAMESPACE);
        attributes(
                xml,
                "name",
                rebuilt.analysis().consultation().title(),
                "origin",
                "Folkmoot " + rebuilt.analysis().manifest().version(),
                "creatingUserGUID",
                program.toString(),
                "creationDateTime",
                at);
        xml.writeStartElement("Users");
        for (Map.Entry<String, UUID> user : new java.util.TreeMap<>(users).entrySet()) {
            xml.writeEmptyElement("User");
            attributes(xml, "guid", user.getValue().toString(), "name", user.getKey());
        }
        xml.writeEndElement();
        codebook(xml);
        variables(xml);
        cases(xml);
        if (hasSources()) {
            xml.writeStartElement("Sources");
            for (QuestionAnalysis question : rebuilt.analysis().questions()) {
                sources(xml, question, program);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /// The schema knows no empty lists: what has nothing in it is left out.
    private void codebook(XMLStreamWriter xml) throws XMLStreamException {
        if (rebuilt.analysis().questions().isEmpty()) {
            return;
        }
        xml.writeStartElement("CodeBook");
        xml.writeStartElement("Codes");
        for (QuestionAnalysis question : rebuilt.analysis().questions()) {
            xml.writeStartElement("Code");
            attributes(
                    xml,
                    "guid",
                    id("question", question.question().id()).toString(),
                    "name",
                    question.question().id(),
                    "isCodable",
                    "false");
            codes(xml, question, null);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private List<Question> closed() {
        return rebuilt.analysis().consultation().questions().stream()
                .filter(question -> question.kind() != Question.Kind.OPEN)
                .toList();
    }

    private static UUID variable(Question question) {
        return id("variable", question.id());
    }

    private void variables(XMLStreamWriter xml) throws XMLStreamException {
        if (closed().isEmpty()) {
            return;
        }
        xml.writeStartElement("Variables");
        for (Question question : closed()) {
            xml.writeStartElement("Variable");
            attributes(
                    xml,
                    "guid",
                    variable(question).toString(),
                    "name",
                    question.id() + " " + question.unnumbered(),
                    "typeOfVariable",
                    "Text");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void cases(XMLStreamWriter xml) throws XMLStreamException {
        List<Response> responses = rebuilt.analysis().consultation().responses();
        if (responses.isEmpty()) {
            return;
        }
        xml.writeStartElement("Cases");
        for (int i = 0; i < responses.size(); i++) {
            Response response = responses.get(i);
            xml.writeStartElement("Case");
            attributes(xml, "guid", id("case", response.source().toString()).toString(), "name", response.respondent());
            for (Question question : closed()) {
                String value = response.values()
                        .get(rebuilt.analysis().consultation().indexOf(question))
                        .strip();
                if (!value.isEmpty()) {
                    xml.writeStartElement("VariableValue");
                    xml.writeEmptyElement("VariableRef");
                    attributes(xml, "targetGUID", variable(question).toString());
                    xml.writeStartElement("TextValue");
                    xml.writeCharacters(printable(value));
                    xml.writeEndElement();
                    xml.writeEndElement();
                }
            }
            for (QuestionAnalysis question : rebuilt.analysis().questions()) {
                if (!text(question, i).isBlank()) {
                    xml.writeEmptyElement("SourceRef");
                    attributes(xml, "targetGUID", source(question, i).toString());
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private boolean hasSources() {
        int responses = rebuilt.analysis().consultation().responses().size();
        return rebuilt.analysis().questions().stream()
                .anyMatch(question -> IntStream.range(0, responses)
                        .anyMatch(i -> !text(question, i).isBlank()));
    }

    private UUID user(String name) {
        return users.computeIfAbsent(name, known -> id("user", known));
    }

    private static void codes(
            XMLStreamWriter xml, QuestionAnalysis question, @org.jspecify.annotations.Nullable String parent)
            throws XMLStreamException {
        for (Theme theme : question.themes()) {
            if (java.util.Objects.equals(theme.parent(), parent)) {
                xml.writeStartElement("Code");
                attributes(
                        xml, "guid", code(question, theme).toString(), "name", theme.headline(), "isCodable", "true");
                if (!theme.description().isBlank()) {
                    xml.writeStartElement("Description");
                    xml.writeCharacters(printable(theme.description()));
                    xml.writeEndElement();
                }
                codes(xml, question, theme.id());
                xml.writeEndElement();
            }
        }
    }

    private static UUID code(QuestionAnalysis question, Theme theme) {
        return id("theme", question.question().id(), theme.id());
    }

    private UUID source(QuestionAnalysis question, int response) {
        return id("answer", question.question().id(), String.valueOf(rebuilt.answer(question, response)));
    }

    private String text(QuestionAnalysis question, int response) {
        Response one = rebuilt.analysis().consultation().responses().get(response);
        return printable(one.values().get(rebuilt.analysis().consultation().indexOf(question.question())));
    }

    private void sources(XMLStreamWriter xml, QuestionAnalysis question, UUID program) throws XMLStreamException {
        List<Response> responses = rebuilt.analysis().consultation().responses();
        Codings codings = question.codings();
        int next = 0;
        for (int i = 0; i < responses.size(); i++) {
            String text = text(question, i);
            if (text.isBlank()) {
                continue;
            }
            UUID source = source(question, i);
            String reviewer = question.reviewedBy().get(i);
            UUID by = reviewer == null ? program : user(reviewer);
            xml.writeStartElement("TextSource");
            attributes(
                    xml,
                    "guid",
                    source.toString(),
                    "name",
                    question.question().id() + " " + responses.get(i).respondent(),
                    "plainTextPath",
                    "internal://" + source + ".txt",
                    "creatingUser",
                    program.toString(),
                    "creationDateTime",
                    at);
            for (; next < codings.size() && codings.answer(next) == i; next++) {
                selection(xml, question, text, codings, next, by);
            }
            xml.writeEndElement();
        }
    }

    private void selection(
            XMLStreamWriter xml, QuestionAnalysis question, String text, Codings codings, int coding, UUID by)
            throws XMLStreamException {
        Span span = codings.span(coding);
        Theme theme = question.themes().get(codings.theme(coding));
        String answer = String.valueOf(rebuilt.answer(question, codings.answer(coding)));
        String place = span.start() + "-" + span.end();
        xml.writeStartElement("PlainTextSelection");
        attributes(
                xml,
                "guid",
                id("selection", answer, place, theme.id()).toString(),
                "name",
                theme.headline(),
                "startPosition",
                String.valueOf(position(text, span.start())),
                "endPosition",
                String.valueOf(position(text, span.end())),
                "creatingUser",
                by.toString(),
                "creationDateTime",
                at);
        xml.writeStartElement("Coding");
        attributes(
                xml,
                "guid",
                id("coding", answer, place, theme.id()).toString(),
                "creatingUser",
                by.toString(),
                "creationDateTime",
                at);
        xml.writeEmptyElement("CodeRef");
        attributes(xml, "targetGUID", code(question, theme).toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// Code points before a place in the text as it is written, where a line ends with one character.
    private static int position(String text, int offset) {
        String before = written(text.substring(0, offset));
        return before.codePointCount(0, before.length());
    }

    private static String written(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void sources(ZipOutputStream zip) throws IOException {
        int responses = rebuilt.analysis().consultation().responses().size();
        for (QuestionAnalysis question : rebuilt.analysis().questions()) {
            for (int i = 0; i < responses; i++) {
                String text = text(question, i);
                if (!text.isBlank()) {
                    zip.putNextEntry(new ZipEntry("Sources/" + source(question, i) + ".txt"));
                    zip.write(written(text).getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
    }

    /// In the place of each code unit that XML does not know, another, so that positions stay.
    private static String printable(String text) {
        StringWriter printable = new StringWriter(text.length());
        text.codePoints().forEach(point -> {
            boolean known = point == 9
                    || point == 10
                    || point == 13
                    || (point >= 0x20 && point <= 0xD7FF)
                    || (point >= 0xE000 && point <= 0xFFFD)
                    || point >= 0x10000;
            printable.append(Character.toString(known ? point : 0xFFFD));
        });
        return printable.toString();
    }

    private static void attributes(XMLStreamWriter xml, String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], printable(namesAndValues[i + 1]));
        }
    }
}
