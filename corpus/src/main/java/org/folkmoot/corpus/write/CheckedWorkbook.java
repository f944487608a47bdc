package org.folkmoot.corpus.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A run's workbook after people checked figures: its status says so, and their figures are a further sheet. All other
/// sheets are copied byte for byte.
public final class CheckedWorkbook {
    private static final String SHEETS = "xl/worksheets/sheet";
    private static final String ABOUT = SHEETS + "1.xml";

    private final ZipFile from;
    private final ZipOutputStream to;
    private final int number;

    private CheckedWorkbook(ZipFile from, ZipOutputStream to) {
        this.from = from;
        this.to = to;
        this.number = (int) from.stream()
                        .filter(entry -> entry.getName().startsWith(SHEETS))
                        .count()
                + 1;
    }

    /// Rewrites a workbook in place.
    ///
    /// @param file as the run wrote it
    /// @param status of the figures, in place of "machine draft"
    /// @param figures the sheet to add at the end
    /// @throws IllegalArgumentException if the workbook is not a draft of this version of Folkmoot
    /// @throws IOException if the disk refuses
    public static void rewrite(Path file, String status, SheetFile.Sheet figures) throws IOException {
        Path added = Files.createTempFile(file.toAbsolutePath().getParent(), "added", ".xlsx");
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "checked", ".xlsx");
        try {
            SheetFile.write(added, List.of(figures));
            try (ZipFile from = new ZipFile(file.toFile());
                    ZipFile sheet = new ZipFile(added.toFile());
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                    ZipOutputStream to = new ZipOutputStream(out)) {
                to.setLevel(Deflater.BEST_SPEED);
                new CheckedWorkbook(from, to).write(status, figures.title(), sheet);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(added);
            Files.deleteIfExists(part);
        }
    }

    private void write(String status, String title, ZipFile sheet) throws IOException {
        StringBuilder cell = new StringBuilder();
        SheetText.append(status, cell);
        for (ZipEntry entry : from.stream().toList()) {
            begin(entry.getName());
            switch (entry.getName()) {
                case ABOUT -> changed(entry, ">" + Tables.DRAFT + "<", ">" + cell + "<");
                case "[Content_Types].xml" -> before(entry, "</Types>", WorkbookParts.sheetType(number));
                case "xl/workbook.xml" -> before(entry, "</sheets>", WorkbookParts.sheet(number, title));
                case "xl/_rels/workbook.xml.rels" ->
                    before(entry, "</Relationships>", WorkbookParts.sheetRelation(number));
                default -> copy(from, entry);
            }
            to.closeEntry();
        }
        begin(SHEETS + number + ".xml");
        copy(sheet, sheet.getEntry(ABOUT));
        to.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Workbook.DATE);
        to.putNextEntry(entry);
    }

    private void before(ZipEntry entry, String end, String more) throws IOException {
        changed(entry, end, more + end);
    }

    private void changed(ZipEntry entry, String old, String now) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int at = xml.indexOf(old);
            if (at < 0) {
                throw new IllegalArgumentException("the workbook is not a draft of this version of Folkmoot: run it"
                        + " again with this one (looked for " + old + ")");
            }
            String changed = xml.substring(0, at) + now + xml.substring(at + old.length());
            to.write(changed.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void copy(ZipFile source, ZipEntry entry) throws IOException {
        try (InputStream in = source.getInputStream(entry)) {
            in.transferTo(to);
        }
    }
}
