package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// What leaves the house: its words, its form, and that it is recorded.
class ReportExportsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Export");
    private static final ReportedConsultation REPORTED = ReportedConsultation.in(WORKBENCH, "AI <out> \u6C34", LEAD);
    private static final long CONSULTATION = REPORTED.coded().consultation();
    private static final String EXPORT = "/consultations/" + CONSULTATION + "/report/export/";

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static TestClient.Answer export(String format) {
        TestClient.Answer answer = WORKBENCH.signIn(LEAD).get(EXPORT + format);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String received(long answer) {
        return WORKBENCH
                .owner()
                .sql("SELECT text FROM answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .single();
    }

    @Test
    void htmlStandsAloneAndIsValid() {
        TestClient.Answer html = export("html");
        TestBrowser.requireValid(html);
        assertThat(html.body()).contains("AI &lt;out", "What was received").doesNotContain("src=", "<script");
    }

    @Test
    void tablesHoldPublishableWordsUnlessOriginalsAreAskedFor() throws IOException {
        String withheld = received(REPORTED.withheld()).replace("\"", "\"\"");
        assertThat(text(part(unzipped(export("csv").bytes()), "answers.csv")))
                .contains("[redacted]")
                .doesNotContain(withheld);
        assertThat(text(part(unzipped(export("csv?wording=original").bytes()), "answers.csv")))
                .contains(withheld);
        assertThat(export("xlsx").bytes()).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(unzipped(export("themefinder").bytes())).containsKey("inputs/respondents.jsonl");
        assertThat(unzipped(export("consult").bytes())).containsKey("inputs/respondents.jsonl");
    }

    private static ReportDocument document() {
        return Scope.of(CONSULTATION)
                .call(() -> WORKBENCH.bean(ComposingReports.class).of(CONSULTATION));
    }

    private static <B> List<B> blocks(Class<B> type) {
        return document().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> sectionTitles() {
        return document().sections().stream().map(ReportDocument.Section::title).toList();
    }

    @Test
    void pdfIsTaggedAsItIsBuiltAndSaysWhatThePageSays() throws Exception {
        byte[] bytes = export("pdf").bytes();
        assertThat(PdfFile.violations(bytes)).isEmpty();
        PdfFile pdf = PdfFile.of(bytes);
        assertThat(pdf.title()).isEqualTo("AI <out> \u6C34: what people said");
        assertThat(pdf.subject()).isNotBlank();
        assertThat(pdf.language()).isEqualTo("en-GB");
        List<ReportDocument.Table> tables = blocks(ReportDocument.Table.class);
        assertThat(pdf.count("H2")).isEqualTo(sectionTitles().size());
        assertThat(pdf.count("Table")).isEqualTo(tables.size());
        assertThat(pdf.count("TH"))
                .isEqualTo(tables.stream()
                        .mapToInt(table -> table.headers().size() + table.rows().size())
                        .sum());
        assertThat(pdf.text())
                .contains(PdfFile.withoutSpace("One character of another script cannot be shown"))
                .contains(blocks(ReportDocument.Paragraph.class).stream()
                        .map(paragraph -> PdfFile.withoutSpace(paragraph.text()))
                        .toList());
    }

    @Test
    void wordFileHoldsTheReportCellByCell() throws Exception {
        WordFile docx = WordFile.of(export("docx").bytes());
        assertThat(docx.title()).isEqualTo("AI <out> \u6C34: what people said");
        assertThat(docx.language()).isEqualTo("en-GB");
        assertThat(docx.repeatsHeaders()).isTrue();
        assertThat(docx.paragraphs())
                .containsEntry("Heading1", sectionTitles())
                .containsEntry(
                        "Quote",
                        blocks(ReportDocument.Quotation.class).stream()
                                .map(quote -> quote.text().lines().collect(Collectors.joining("\n")))
                                .toList());
        assertThat(docx.tables())
                .isEqualTo(blocks(ReportDocument.Table.class).stream()
                        .map(table -> Stream.concat(
                                        Stream.of(table.headers()),
                                        table.rows().stream().map(ReportDocument.Row::cells))
                                .toList())
                        .toList());
    }

    @Test
    void qdaProjectPointsAtItsSourcesByCodePoint() throws Exception {
        Map<String, byte[]> files = unzipped(export("qdpx").bytes());
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element project = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get("project.qde")))
                .getDocumentElement();
        assertThat(project.getNamespaceURI()).isEqualTo("urn:QDA-XML:project:1.0");
        var selections = project.getElementsByTagName("PlainTextSelection");
        assertThat(selections.getLength()).isPositive();
        var codes = project.getElementsByTagName("Code");
        var guids = new java.util.HashSet<String>();
        for (int i = 0; i < codes.getLength(); i++) {
            guids.add(((Element) codes.item(i)).getAttribute("guid"));
        }
        for (int i = 0; i < selections.getLength(); i++) {
            Element selection = (Element) selections.item(i);
            String path = ((Element) selection.getParentNode()).getAttribute("plainTextPath");
            String source = text(part(files, path.replace("internal://", "Sources/")));
            int end = Integer.parseInt(selection.getAttribute("endPosition"));
            assertThat(end).isLessThanOrEqualTo(source.codePointCount(0, source.length()));
            assertThat(Integer.parseInt(selection.getAttribute("startPosition")))
                    .isLessThan(end);
            assertThat(guids)
                    .contains(
                            ((Element) selection.getElementsByTagName("CodeRef").item(0)).getAttribute("targetGUID"));
        }
    }

    /// What the REFI-QDA project schema (18 March 2019) says of the elements that are written: which may stand in
    /// which, in which order, and that none of these lists is empty.
    private static final Map<String, List<String>> QDA = Map.ofEntries(
            Map.entry("Project", List.of("Users", "CodeBook", "Variables", "Cases", "Sources")),
            Map.entry("Users", List.of("User")),
            Map.entry("CodeBook", List.of("Codes")),
            Map.entry("Codes", List.of("Code")),
            Map.entry("Code", List.of("Description", "Code")),
            Map.entry("Variables", List.of("Variable")),
            Map.entry("Cases", List.of("Case")),
            Map.entry("Case", List.of("VariableValue", "SourceRef")),
            Map.entry("VariableValue", List.of("VariableRef", "TextValue")),
            Map.entry("Sources", List.of("TextSource")),
            Map.entry("TextSource", List.of("PlainTextSelection")),
            Map.entry("PlainTextSelection", List.of("Coding")),
            Map.entry("Coding", List.of("CodeRef")));

    @Test
    void qdaProjectKeepsToItsSchema() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(part(unzipped(export("qdpx").bytes()), "project.qde")))
                .getDocumentElement();
        Set<String> guids = new HashSet<>();
        Set<String> targets = new HashSet<>();
        requireSchema(project, guids, targets);
        assertThat(guids).containsAll(targets);
        int responses = WORKBENCH
                .owner()
                .sql("SELECT count(*) FROM response WHERE consultation_id = ?")
                .param(CONSULTATION)
                .query(Integer.class)
                .single();
        assertThat(project.getElementsByTagName("Case").getLength()).isEqualTo(responses);
        assertThat(project.getElementsByTagName("Variable").getLength()).isEqualTo(3);
        assertThat(project.getTextContent()).contains("An individual").doesNotContain("example.org");
    }

    private static void requireSchema(Element element, Set<String> guids, Set<String> targets) {
        if (element.hasAttribute("guid")) {
            assertThat(element.getAttribute("guid")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(guids.add(element.getAttribute("guid"))).as("once only").isTrue();
        }
        if (element.hasAttribute("targetGUID")) {
            targets.add(element.getAttribute("targetGUID"));
        }
        List<String> allowed = QDA.getOrDefault(element.getTagName(), List.of());
        int last = 0;
        int children = 0;
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                int place = allowed.indexOf(child.getTagName());
                assertThat(place)
                        .as(child.getTagName() + " in " + element.getTagName())
                        .isGreaterThanOrEqualTo(last);
                last = place;
                children++;
                requireSchema(child, guids, targets);
            }
        }
        if (List.of("Users", "Codes", "Variables", "Cases", "Sources").contains(element.getTagName())) {
            assertThat(children).as(element.getTagName()).isPositive();
        }
    }

    @Test
    void bundleVerifiesAndShowsWhatWasDoneToIt(@TempDir Path folder) throws IOException {
        export("html");
        byte[] bytes = export("bundle").bytes();
        Path bundle = Files.write(folder.resolve("bundle.zip"), bytes);
        BundleCheck sound = BundleCheck.of(bundle, null);
        assertThat(sound.checks())
                .allSatisfy(check -> assertThat(check.findings()).isEmpty());
        assertThat(sound.checks()).hasSizeGreaterThan(4);
        Map<String, byte[]> files = unzipped(bytes);
        assertThat(files)
                .containsKeys("report.html", "report.pdf", "report.docx", "tables/answers.csv", "manifest.json");
        for (String name : List.of("report.html", "report.pdf", "audit.jsonl", "tables/codings.csv")) {
            byte[] changed = part(files, name).clone();
            changed[changed.length / 2] ^= 1;
            Map<String, byte[]> other = new LinkedHashMap<>(files);
            other.put(name, changed);
            assertThat(findings(folder, other)).anyMatch(finding -> finding.startsWith(name));
        }
        for (String name : List.of("audit.jsonl", "manifest.json", "report.html", "SHA256SUMS")) {
            Map<String, byte[]> other = new LinkedHashMap<>(files);
            other.remove(name);
            String sums = text(part(files, "SHA256SUMS"));
            other.computeIfPresent(
                    "SHA256SUMS",
                    (_, _) -> sums.lines()
                            .filter(line -> !line.endsWith("  " + name))
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(findings(folder, other)).contains(name + " is missing");
        }
    }

    private static List<String> findings(Path folder, Map<String, byte[]> files) throws IOException {
        Path bundle = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return BundleCheck.of(bundle, null).checks().stream()
                .flatMap(check -> check.findings().stream())
                .toList();
    }

    @Test
    void programsGetTheWholeFileCompressed() throws IOException {
        TestClient.Answer html = WORKBENCH
                .stranger()
                .send(
                        "GET",
                        "/api/v1" + EXPORT + "html",
                        null,
                        "Authorization",
                        "Bearer " + WORKBENCH.token(LEAD),
                        "Accept-Encoding",
                        "gzip");
        assertThat(html.status()).isEqualTo(200);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(html.bytes()))) {
            assertThat(text(plain.readAllBytes())).contains("What was received", "</html>");
        }
    }

    @Test
    void exportsAreRecordedAndNeedTheirRight() {
        export("xlsx");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT detail FROM audit_entry WHERE chain = ? AND action = 'report.exported'")
                        .param(CONSULTATION)
                        .query(String.class)
                        .list())
                .anyMatch(detail -> detail.contains("\"format\":\"xlsx\"") && detail.contains("PUBLISHABLE"));
        Person viewer = WORKBENCH.member(CONSULTATION, "Vera Export", Role.VIEWER);
        assertThat(WORKBENCH.signIn(viewer).get(EXPORT + "xlsx").status()).isEqualTo(403);
        assertThat(WORKBENCH.signIn(LEAD).get(EXPORT + "nonsense").status()).isEqualTo(404);
    }

    private static byte[] part(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }
}
