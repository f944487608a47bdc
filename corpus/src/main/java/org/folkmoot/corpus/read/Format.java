package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// Kinds of file, told by their content and not by their name.
enum Format {
    DELIMITED("csv", "tsv", "txt", "tab"),
    JSON("json", "jsonl", "ndjson"),
    XLSX("xlsx", "xlsm", "xltx", "xltm"),
    ODS("ods", "ots"),
    LETTER("pdf", "docx", "eml", "txt");

    private static final int HEAD = 1 << 12;

    private final String endings;

    Format(String... endings) {
        this.endings = " " + String.join(" ", endings) + " ";
    }

    /// Recognises a file that exists and can be read, or says why it is none of ours.
    static Format of(Path path, Faults faults) throws IOException, Unreadable {
        String file = path.getFileName().toString();
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw refuse(file, "empty-file", "the file is empty", "export the responses again");
        }
        String ending = ending(file);
        Format format = recognise(path, file, head, ending);
        boolean known = Arrays.stream(values()).anyMatch(f -> f.isNamed(ending));
        if (known && !format.isNamed(ending)) {
            faults.warning(
                    "misnamed",
                    new Source(file, "", 0),
                    "",
                    "the name ends in .%s but the content is %s, and was read as such"
                            .formatted(ending, format.label()),
                    "rename the file so that other programs open it too");
        }
        return format;
    }

    private boolean isNamed(String ending) {
        return !ending.isEmpty() && endings.contains(" " + ending + " ");
    }

    static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private String label() {
        return switch (this) {
            case DELIMITED -> "delimited text (CSV)";
            case JSON -> "JSON";
            case XLSX -> "an Excel workbook (XLSX)";
            case ODS -> "an OpenDocument spreadsheet (ODS)";
            case LETTER -> "a letter";
        };
    }

    private static Format recognise(Path path, String file, byte[] head, String ending) throws IOException, Unreadable {
        if (begins(head, "PK\u0003\u0004") || begins(head, "PK\u0005\u0006")) {
            return zipped(path, file);
        }
        if (begins(head, "\u00D0\u00CF\u0011\u00E0")) {
            throw binaryWorkbook(path, file);
        }
        if (begins(head, "%PDF-") || ending.equals("eml") || (ending.equals("txt") && isProse(head))) {
            return LETTER;
        }
        for (byte b : head) {
            if (b == '{' || b == '[') {
                return JSON;
            }
            boolean skipped = b == ' '
                    || b == '\n'
                    || b == '\r'
                    || b == '\t'
                    || (b & 0xFF) == 0xEF
                    || (b & 0xFF) == 0xBB
                    || (b & 0xFF) == 0xBF;
            if (!skipped) {
                break;
            }
        }
        return DELIMITED;
    }

    /// A text file is a letter unless its first lines hold tabs, as a table's would.
    private static boolean isProse(byte[] head) {
        for (byte b : head) {
            if (b == '\t') {
                return false;
            }
        }
        return true;
    }

    private static Format zipped(Path path, String file) throws IOException, Unreadable {
        try (GuardedZip zip = GuardedZip.open(path, Limits.DEFAULT)) {
            if (zip.has("xl/workbook.xml")) {
                return XLSX;
            }
            if (zip.has("word/document.xml")) {
                return LETTER;
            }
            if (zip.has("content.xml")) {
                return ODS;
            }
            if (zip.has("xl/workbook.bin")) {
                throw refuse(file, "xlsb", "a binary Excel workbook (XLSB) cannot be read", "save it as XLSX");
            }
        }
        throw refuse(
                file,
                "unknown-zip",
                "a zip archive that is neither XLSX nor ODS nor DOCX",
                "unpack it and name the files or the folder in it");
    }

    /// Both old workbooks and encrypted new ones are compound files; only encrypted ones hold
    /// `EncryptedPackage`.
    private static Unreadable binaryWorkbook(Path path, String file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] all;
        try (InputStream in = Files.newInputStream(path)) {
            all = in.readNBytes(64 << 20);
        }
        for (int i = 0; i + mark.length <= all.length; i++) {
            if (all[i] == mark[0] && Arrays.equals(all, i, i + mark.length, mark, 0, mark.length)) {
                return refuse(
                        file,
                        "encrypted",
                        "the workbook is encrypted with a password",
                        "open it with the password and save it without one");
            }
        }
        return refuse(
                file,
                "legacy-office",
                "a file of Office 97–2003 (XLS or DOC), which cannot be read",
                "open it and save it as XLSX (or a letter as DOCX or PDF)");
    }

    private static boolean begins(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    static Unreadable refuse(String file, String code, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, code, new Source(file, "", 0), "", message, remedy));
    }
}
