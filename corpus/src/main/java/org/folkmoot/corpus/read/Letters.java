package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Reads letters, one response each: PDF, DOCX, EML and TXT, one file or a folder of them.
///
/// A file in the folder that holds no text or cannot be read is not lost: it is set aside with its reason.
final class Letters {
    private static final Set<String> ENDINGS = Set.of("pdf", "docx", "eml", "txt");

    private final Limits limits;
    private final Faults faults;
    private final Progress progress;
    private final List<Exclusion> aside = new ArrayList<>();

    Letters(Limits limits, Faults faults, Progress progress) {
        this.limits = limits;
        this.faults = faults;
        this.progress = progress;
    }

    /// Whether the folder holds a letter.
    static boolean anyIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(
                    p -> ENDINGS.contains(Format.ending(p.getFileName().toString())));
        }
    }

    FileContent one(Path path) throws IOException, Unreadable {
        var grid = new Grid(path.getFileName().toString(), "", false);
        header(grid);
        String text = text(path);
        if (text.isBlank()) {
            throw Format.refuse(grid.file(), "no-text", NO_TEXT, NO_TEXT_REMEDY);
        }
        grid.addFile(grid.file(), new String[] {grid.file(), text});
        return content("letter", "1 file", grid);
    }

    FileContent folder(Path folder) throws IOException, Unreadable {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        int inside = foldersIn(folder);
        if (inside > 0) {
            faults.warning(
                    "folder-inside",
                    new Source(name, "", 0),
                    "",
                    "%,d %s inside it %s not read"
                            .formatted(inside, inside == 1 ? "folder" : "folders", inside == 1 ? "was" : "were"),
                    "if there are letters in it, name it too, or move them up");
        }
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(Files::isRegularFile)
                    .filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(limits.files() + 1L)
                    .toList();
        }
        if (files.size() > limits.files()) {
            throw Format.refuse(
                    name, "too-many-files", "more than %,d files".formatted(limits.files()), "split the folder");
        }
        var grid = new Grid(name, "", false);
        header(grid);
        for (Path file : files) {
            progress.at("reading letters", grid.size() - 1L, files.size());
            add(grid, file);
        }
        if (grid.size() == 1) {
            throw Format.refuse(
                    name,
                    "no-letter",
                    "no file in the folder is a readable letter",
                    "name a folder of PDF, DOCX, EML or TXT");
        }
        return content("folder of letters", files.size() + " files", grid);
    }

    private static int foldersIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return (int) children.filter(Files::isDirectory)
                    .filter(p -> !p.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private static void header(Grid grid) {
        grid.addFile(grid.file(), new String[] {"File", "Letter"});
        grid.markFields();
    }

    private FileContent content(String format, String details, Grid grid) {
        return new FileContent(
                format,
                details,
                List.of(grid),
                List.of(new Roles.Column("File", Role.RESPONDENT), new Roles.Column("Letter", Role.OPEN)),
                List.copyOf(aside),
                List.of());
    }

    private void add(Grid grid, Path file) {
        String name = file.getFileName().toString();
        var at = new Source(name, "", 1);
        if (!ENDINGS.contains(Format.ending(name))) {
            setAside(at, "not-a-letter", "not a letter (PDF, DOCX, EML or TXT)", "convert it if it is a response");
            return;
        }
        try {
            String text = text(file);
            if (text.isBlank()) {
                setAside(at, "no-text", NO_TEXT, NO_TEXT_REMEDY);
            } else {
                grid.addFile(name, new String[] {name, text});
            }
        } catch (Unreadable e) {
            setAside(at, e.fault().code(), e.fault().message(), e.fault().remedy());
        } catch (IOException e) {
            setAside(at, "read-failed", "the file could not be read to its end", "fetch it again");
        }
    }

    private static final String NO_TEXT = "no text in it; perhaps a scan";
    private static final String NO_TEXT_REMEDY = "run text recognition (OCR) on it and add the result";

    private void setAside(Source at, String code, String reason, String remedy) {
        faults.warning(code, at, "", reason, remedy);
        aside.add(new Exclusion(at, at.file(), reason));
    }

    private String text(Path path) throws IOException, Unreadable {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(8);
        }
        String file = path.getFileName().toString();
        String magic = new String(head, StandardCharsets.ISO_8859_1);
        String text;
        if (magic.startsWith("%PDF-")) {
            text = PdfText.of(path, limits);
        } else if (magic.startsWith("PK")) {
            text = DocxText.of(path, limits);
        } else if (magic.startsWith("\u00D0\u00CF")) {
            throw Format.refuse(
                    file, "legacy-office", "a DOC file or encrypted, which cannot be read", "save it as DOCX or PDF");
        } else if (Format.ending(file).equals("eml")) {
            MailText mail = MailText.of(path, limits);
            text = mail.words();
            if (mail.unread() > 0) {
                faults.warning(
                        "attachment",
                        new Source(file, "", 0),
                        "",
                        mail.unread() == 1
                                ? "the e-mail has an attachment, which was not read"
                                : "the e-mail has %,d attachments, which were not read".formatted(mail.unread()),
                        "if the response is in there, save it into the folder as a letter of its own");
            }
        } else if (Format.ending(file).equals("txt")) {
            text = plain(path, file);
        } else {
            throw Format.refuse(file, "misnamed", "the content is not what the name says", "export it again");
        }
        if (text.length() > limits.cellChars()) {
            throw Format.refuse(
                    file, "cell-too-long", "more than %,d characters".formatted(limits.cellChars()), "split it");
        }
        if (text.indexOf('\0') >= 0) {
            throw Format.refuse(file, "nul", "it holds NUL characters, which no text has", "export it again");
        }
        return text;
    }

    private String plain(Path path, String file) throws IOException, Unreadable {
        if (Files.size(path) > limits.cellChars() * 4L) {
            throw Format.refuse(
                    file, "cell-too-long", "more than %,d characters".formatted(limits.cellChars()), "split it");
        }
        var own = new Faults(1);
        Encoding encoding = Encoding.detect(path, file, own);
        own.all().forEach(faults::add);
        byte[] bytes = Files.readAllBytes(path);
        return new String(bytes, encoding.bom(), bytes.length - encoding.bom(), encoding.charset());
    }

    /// An error of one letter.
    static Unreadable unreadable(Path path, String code, String message, String remedy, Throwable cause) {
        var at = new Source(path.getFileName().toString(), "", 0);
        return new Unreadable(new Fault(ERROR, code, at, "", message, remedy), cause);
    }
}
