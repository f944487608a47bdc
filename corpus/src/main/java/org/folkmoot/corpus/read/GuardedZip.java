package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// A zipped document (XLSX, ODS, DOCX) whose parts are counted while they unpack, and whose XML knows no
/// entities.
final class GuardedZip implements Closeable {
    private static final long JUDGED_FROM = 64L << 20;

    private final ZipFile zip;
    private final Source whole;
    private final long packed;
    private final Limits limits;
    private long unpacked;

    private GuardedZip(ZipFile zip, Source whole, long packed, Limits limits) {
        this.zip = zip;
        this.whole = whole;
        this.packed = Math.max(1, packed);
        this.limits = limits;
    }

    static GuardedZip open(Path path, Limits limits) throws IOException, Unreadable {
        var whole = new Source(path.getFileName().toString(), "", 0);
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            return new GuardedZip(zip, whole, Files.size(path), limits);
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable(truncated(whole), e);
        }
    }

    /// What is said of a document whose container or XML breaks off.
    static Fault truncated(Source whole) {
        return new Fault(
                ERROR,
                "damaged",
                whole,
                "",
                "the file is damaged or was cut off: it begins like a zipped document but cannot be unpacked to its end",
                "fetch or export the file again");
    }

    Fault damaged() {
        return truncated(whole);
    }

    List<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    long entrySize(String name) {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    /// The part's bytes, counted as they come.
    InputStream part(String name) throws IOException, Unreadable {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable(damaged());
        }
        InputStream bytes = zip.getInputStream(entry);
        if (bytes == null) {
            throw new Unreadable(damaged());
        }
        return new BufferedInputStream(new Counted(bytes), 1 << 16);
    }

    /// The part as XML; a document type is refused, so entities can neither grow nor reach outside.
    XMLStreamReader xml(String name) throws IOException, Unreadable, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return new NoDoctype(factory.createXMLStreamReader(part(name)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Signals a limit from inside a stream; `fault` says which.
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Bomb(Fault fault) {
            super(fault.message());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            unpacked += n;
            boolean swollen = unpacked > JUDGED_FROM && unpacked / packed > limits.unpackedRatio();
            if (swollen || unpacked > limits.unpackedBytes()) {
                throw new Bomb(new Fault(
                        ERROR,
                        "zip-bomb",
                        whole,
                        "",
                        "%,d packed bytes unpack to more than %,d; at most %,d, and %d times the packed size, are allowed"
                                .formatted(packed, unpacked - 1, limits.unpackedBytes(), limits.unpackedRatio()),
                        "if you trust the file, open it in a spreadsheet program and export it as CSV"));
            }
        }
    }

    /// Refuses a document type declaration wherever it comes.
    private static final class NoDoctype extends javax.xml.stream.util.StreamReaderDelegate {
        NoDoctype(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD || event == ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type or entity is not allowed here");
            }
            return event;
        }
    }
}
