package org.folkmoot.server.consultation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.folkmoot.server.audit.AuditExtract;
import org.folkmoot.server.audit.ChainCheck;

/// A folder as a zip file that anyone can verify: `SHA256SUMS` names the hash of every other file in it.
final class ReportBundle {
    static final String SUMS = "SHA256SUMS";
    static final String AUDIT = "audit.jsonl";

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

    /// What is wrong with a bundle; empty if all hashes and the audit log's chain hold.
    static List<String> faults(Path bundle) throws IOException {
        List<String> faults = new ArrayList<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            Map<String, String> sums = sums(zip);
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals(SUMS)) {
                    String expected = sums.remove(entry.getName());
                    try (InputStream in = zip.getInputStream(entry)) {
                        if (!sha256(in).equals(expected)) {
                            faults.add(entry.getName() + " is not as it was written");
                        }
                    } catch (java.util.zip.ZipException _) {
                        faults.add(entry.getName() + " is damaged");
                    }
                }
            }
            sums.keySet().forEach(name -> faults.add(name + " is missing"));
            audit(zip, faults);
        }
        return faults;
    }

    private static Map<String, String> sums(ZipFile zip) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        ZipEntry entry = zip.getEntry(SUMS);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
            }
        }
        return sums;
    }

    private static void audit(ZipFile zip, List<String> faults) throws IOException {
        ZipEntry entry = zip.getEntry(AUDIT);
        if (entry == null || entry.getSize() == 0) {
            return;
        }
        try (BufferedReader extract =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            if (AuditExtract.check(extract, null) instanceof ChainCheck.Broken broken) {
                faults.add(AUDIT + " is broken at entry " + broken.sequence() + ": " + broken.reason());
            }
        } catch (AuditExtract.Unreadable e) {
            faults.add(AUDIT + ": " + e.getMessage());
        }
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
