package org.folkmoot.server.consultation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.folkmoot.corpus.verify.Verification;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.server.audit.AuditExtract;
import org.folkmoot.server.audit.ChainCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What re-checking a bundle found, from the bundle alone.
///
/// A bundle that somebody made anew from end to end is sound in itself: whether it is the one that was published shows
/// against its hash and the head of its audit log, noted elsewhere.
///
/// @param sha256 of the whole file, as the audit log of the consultation records it after the export
/// @param head of the audit log in it, empty if that cannot be read
/// @param checks in the order made
public record BundleCheck(String sha256, String head, List<Check> checks) {
    private static final long LARGEST = 8L << 30;
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");
    private static final List<String> PARTS =
            List.of(ReportBundle.MANIFEST, ReportBundle.AUDIT, ReportBundle.REPORT, ReportBundle.SUMS);

    public BundleCheck {
        checks = List.copyOf(checks);
    }

    /// Checks that every file is there and as it was written, that the audit log's chain holds and ends where the
    /// manifest says, and that the tables account for every row and quote word for word.
    ///
    /// @param anchor a head of the audit log that was noted elsewhere, null if none was
    /// @throws IOException if it is no zip file, or unpacks to more than 8 GiB
    public static BundleCheck of(Path bundle, ChainCheck.@Nullable Anchor anchor) throws IOException {
        String sha256;
        try (InputStream in = Files.newInputStream(bundle)) {
            sha256 = ReportBundle.sha256(in);
        }
        Path folder = Files.createTempDirectory("folkmoot-bundle");
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            List<Check> checks = new ArrayList<>();
            checks.add(written(zip, folder));
            String head = log(zip, anchor, checks);
            checks.addAll(tables(folder.resolve("tables")));
            return new BundleCheck(sha256, head, checks);
        } finally {
            delete(folder);
        }
    }

    public boolean isSound() {
        return checks.stream().allMatch(check -> check.findings().isEmpty());
    }

    /// Compares every file with its hash, and keeps the tables for further checks.
    private static Check written(ZipFile zip, Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        SortedMap<String, String> sums = sums(zip);
        int files = sums.size();
        PARTS.stream().filter(name -> zip.getEntry(name) == null).forEach(name -> findings.add(name + " is missing"));
        long left = LARGEST;
        for (ZipEntry entry : zip.stream().toList()) {
            if (entry.getName().equals(ReportBundle.SUMS)) {
                continue;
            }
            String expected = sums.remove(entry.getName());
            left -= Math.max(0, entry.getSize());
            if (left < 0) {
                throw new IOException("it unpacks to more than 8 GiB");
            }
            Path file = folder.resolve(entry.getName()).normalize();
            try (InputStream in = zip.getInputStream(entry)) {
                if (expected == null) {
                    findings.add(entry.getName() + " was added since the bundle was written");
                } else if (entry.getName().startsWith(ReportBundle.TABLES) && file.startsWith(folder)) {
                    Files.createDirectories(file.resolveSibling("."));
                    Files.copy(in, file);
                    try (InputStream copy = Files.newInputStream(file)) {
                        compare(entry, expected, copy, findings);
                    }
                } else {
                    compare(entry, expected, in, findings);
                }
            } catch (ZipException _) {
                findings.add(entry.getName() + " is damaged");
            }
        }
        sums.keySet().forEach(name -> findings.add(name + " is missing"));
        return new Check("Files of the bundle", files + " files", findings);
    }

    private static void compare(ZipEntry entry, String expected, InputStream in, List<String> findings)
            throws IOException {
        if (!ReportBundle.sha256(in).equals(expected)) {
            findings.add(entry.getName() + " was changed since the bundle was written");
        }
    }

    private static SortedMap<String, String> sums(ZipFile zip) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        ZipEntry entry = zip.getEntry(ReportBundle.SUMS);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                    Matcher sum = SUM.matcher(line);
                    if (sum.matches()) {
                        sums.put(sum.group(2), sum.group(1));
                    }
                });
            }
        }
        return sums;
    }

    /// @return the head of the log, empty if it cannot be read or is broken
    private static String log(ZipFile zip, ChainCheck.@Nullable Anchor anchor, List<Check> checks) throws IOException {
        List<String> findings = new ArrayList<>();
        String head = "";
        ZipEntry entry = zip.getEntry(ReportBundle.AUDIT);
        if (entry != null) {
            try (BufferedReader extract =
                    new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                switch (AuditExtract.check(extract, anchor)) {
                    case ChainCheck.Sound sound -> head = sound.head();
                    case ChainCheck.Broken broken ->
                        findings.add(ReportBundle.AUDIT + " is broken at entry " + broken.sequence() + ": "
                                + broken.reason());
                }
            } catch (AuditExtract.Unreadable | ZipException e) {
                findings.add(ReportBundle.AUDIT + ": " + e.getMessage());
            }
        }
        String stated = statedHead(zip);
        if (!head.isEmpty() && !head.equals(stated)) {
            findings.add(ReportBundle.MANIFEST + " says that the audit log ends at " + stated);
        }
        checks.add(new Check("Audit log", head.isEmpty() ? "not sound" : head.replaceAll(":.*", " entries"), findings));
        return head;
    }

    private static String statedHead(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ReportBundle.MANIFEST);
        if (entry == null) {
            return "no place";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.shared().readTree(in).path("auditHead").asString("no place");
        } catch (JacksonException | ZipException _) {
            return "no place that can be read";
        }
    }

    private static List<Check> tables(Path folder) {
        try {
            return Verification.of(folder).checks();
        } catch (IllegalArgumentException e) {
            return List.of(
                    new Check("Tables", "not looked at", List.of("the tables cannot be read: " + e.getMessage())));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
