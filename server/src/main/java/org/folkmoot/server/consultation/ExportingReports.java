package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.server.audit.AuditExtract;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.TemporaryFiles;
import org.folkmoot.text.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Takes reports and tables out of the house, and records that it did.
@Component
class ExportingReports {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RebuildingAnalyses rebuilding;
    private final WritingReports writing;
    private final AuditLog audit;
    private final AuditExtract extract;
    private final InstantSource clock;
    private final TemporaryFiles temporary;

    ExportingReports(
            RebuildingAnalyses rebuilding,
            WritingReports writing,
            AuditLog audit,
            AuditExtract extract,
            InstantSource clock,
            TemporaryFiles temporary) {
        this.rebuilding = rebuilding;
        this.writing = writing;
        this.audit = audit;
        this.extract = extract;
        this.clock = clock;
        this.temporary = temporary;
    }

    /// Writes one format into a temporary file, which the caller deletes.
    @Transactional
    public Path export(long consultation, ExportFormat format, Wording wording, Asker by) {
        try {
            Path file = temporary.file("export", format.ending());
            Path folder = temporary.folder("export");
            try (OutputStream out = Files.newOutputStream(file)) {
                write(consultation, format, wording, folder.resolve("out"), out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            } finally {
                TemporaryFiles.delete(folder);
            }
            try (InputStream in = Files.newInputStream(file)) {
                audit.append(
                        consultation,
                        by.actor(),
                        "report.exported",
                        "report",
                        Map.of(
                                "format", format.key(),
                                "wording", wording.name(),
                                "bytes", Files.size(file),
                                "sha256", ReportBundle.sha256(in)));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an export", e);
        }
    }

    private void write(long consultation, ExportFormat format, Wording wording, Path folder, OutputStream out)
            throws IOException {
        switch (format) {
            case HTML ->
                out.write(ReportFile.html(writing.of(consultation), clock.instant())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case PDF -> ReportPdf.write(ReportFile.html(writing.of(consultation), clock.instant()), out);
            case DOCX -> ReportDocx.write(writing.of(consultation), clock.instant(), out);
            case CSV -> {
                tables(consultation, wording, folder, Set.of());
                keepOnly(folder, ".csv");
                ReportBundle.write(folder, out, false);
            }
            case XLSX -> {
                tables(consultation, wording, folder, Set.of());
                Files.copy(folder.resolve("results.xlsx"), out);
            }
            case THEMEFINDER -> {
                tables(consultation, wording, folder, Set.of(OutputFolder.Format.THEMEFINDER));
                ReportBundle.write(folder.resolve("themefinder"), out, false);
            }
            case CONSULT -> {
                tables(consultation, wording, folder, Set.of(OutputFolder.Format.CONSULT));
                ReportBundle.write(folder.resolve("consult"), out, false);
            }
            case QDPX -> QdaProject.write(rebuilding.of(consultation, wording), clock.instant(), out);
            case BUNDLE -> bundle(consultation, wording, folder, out);
        }
    }

    private Rebuilt tables(long consultation, Wording wording, Path folder, Set<OutputFolder.Format> formats) {
        Rebuilt rebuilt = rebuilding.of(consultation, wording);
        OutputFolder.at(folder, true).write(rebuilt.analysis(), new TreeMap<>(), formats, Progress.SILENT);
        return rebuilt;
    }

    private void bundle(long consultation, Wording wording, Path folder, OutputStream out) throws IOException {
        Rebuilt rebuilt = tables(consultation, wording, folder.resolve(ReportBundle.TABLES), Set.of());
        Files.delete(folder.resolve(ReportBundle.TABLES + "timings.json"));
        WritingReports.Standing standing = writing.of(consultation);
        String html = ReportFile.html(standing, clock.instant());
        Files.writeString(folder.resolve(ReportBundle.REPORT), html);
        try (OutputStream pdf = Files.newOutputStream(folder.resolve("report.pdf"))) {
            ReportPdf.write(html, pdf);
        }
        try (OutputStream docx = Files.newOutputStream(folder.resolve("report.docx"))) {
            ReportDocx.write(standing, clock.instant(), docx);
        }
        try (Writer lines = Files.newBufferedWriter(folder.resolve(ReportBundle.AUDIT))) {
            extract.write(consultation, lines);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("title", standing.document().title());
        manifest.put("state", standing.state().name());
        manifest.put("written", clock.instant().toString());
        manifest.put("version", rebuilt.analysis().manifest().version());
        manifest.put("inputs", rebuilt.analysis().manifest().inputs());
        manifest.put("options", rebuilt.analysis().manifest().options());
        manifest.put("auditHead", audit.head(consultation));
        manifest.put("figures", standing.document().figures());
        Files.writeString(folder.resolve(ReportBundle.MANIFEST), JSON.writeValueAsString(manifest));
        ReportBundle.write(folder, out, true);
    }

    private static void keepOnly(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(ending)) {
                    Files.delete(file);
                }
            }
        }
    }
}
