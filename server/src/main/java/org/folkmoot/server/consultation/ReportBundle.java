package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A folder as a zip file that anyone can verify (`BundleCheck`): `SHA256SUMS` names the hash of every other file in
/// it.
final class ReportBundle {
    static final String SUMS = "SHA256SUMS";
    static final String AUDIT = "audit.jsonl";
    static final String MANIFEST = "manifest.json";
    static final String REPORT = "report.html";
    static final String TABLES = "tables/";

    private ReportBundle() {}

    /// Writes a folder, in the order of its files' names.
    ///
    /// @param withSums whether with the list of hashes
    static void write(Path folder, OutputStream out, boolean withSums) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder sums = new StringBuilder();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(file, zip);
            zip.closeEntry();
            if (withSums) {
                try (InputStream in = Files.newInputStream(file)) {
                    sums.append(sha256(in)).append("  ").append(name).append('\n');
                }
            }
        }
        if (withSums) {
            zip.putNextEntry(new ZipEntry(SUMS));
            zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream digested = new DigestInputStream(in, digest)) {
                digested.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
